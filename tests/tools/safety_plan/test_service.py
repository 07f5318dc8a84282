from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from copingkit.core.errors import DiskFull, RecordMissing
from copingkit.tools.safety_plan.model import Item, Plan, Sort, Step, find, holds
from copingkit.tools.safety_plan.records import PLAN, REMOVED_ITEM, Answer, CrisisRun
from copingkit.tools.safety_plan.service import SafetyPlanService
from tests.support.clock import HandClock
from tests.support.full_disk import FillableRecords
from tests.support.plans import sample_plan

TEA = Item("tea", Sort.ENTRY, "Mint tea in the blue cup")


def on_disk(records: FillableRecords) -> Plan:
    return records.find(PLAN, limit=1)[0].value


def reworded(service: SafetyPlanService, text: str, item_id: str = "w1") -> None:
    service.edit(replace(find(service.plan, item_id).item, text=text))


def test_nothing_is_kept_before_the_first_entry(
    service: SafetyPlanService, records: FillableRecords
) -> None:
    assert service.plan == Plan()
    assert service.version == 0
    assert service.changed_at is None
    assert service.versions() == []
    assert records.count(PLAN) == 0


def test_the_first_entry_makes_version_one(
    service: SafetyPlanService, records: FillableRecords, clock: HandClock
) -> None:
    service.add(Step.COPING_STRATEGIES, TEA)
    assert on_disk(records).coping_strategies == (TEA,)
    assert service.version == 1
    assert service.changed_at == clock.now()


def test_who_listens_hears_the_plan_only_when_it_is_on_the_disk(
    filled: SafetyPlanService, records: FillableRecords
) -> None:
    heard: list[bool] = []
    filled.changed.subscribe(lambda plan: heard.append(on_disk(records) == plan == filled.plan))
    filled.add(Step.COPING_STRATEGIES, TEA)
    filled.move("tea", 0)
    filled.restore_removed(filled.remove("tea"))
    assert heard == [True] * 4


def test_one_sitting_is_one_version(filled: SafetyPlanService, clock: HandClock) -> None:
    for text in ("I stop", "I stop answering", "I stop answering Mira"):
        reworded(filled, text)
        clock.go_on(minutes=14)
    assert filled.version == 2
    assert [v.value.warning_signs[0].text for v in filled.versions()] == [
        "I stop answering Mira",
        sample_plan().warning_signs[0].text,
    ]


def test_a_quarter_of_an_hour_later_a_new_version_begins(
    filled: SafetyPlanService, clock: HandClock
) -> None:
    reworded(filled, "one")
    clock.go_on(minutes=15)
    reworded(filled, "two")
    assert filled.version == 3


def test_a_clock_set_back_begins_a_new_version(filled: SafetyPlanService, clock: HandClock) -> None:
    reworded(filled, "one")
    clock.time -= timedelta(days=1)
    reworded(filled, "two")
    assert filled.version == 3


def test_after_printing_a_new_version_begins(filled: SafetyPlanService) -> None:
    reworded(filled, "one")
    filled.mark_printed()
    reworded(filled, "one")  # says the same: no version, and the next edit still begins one
    assert filled.version == 2
    reworded(filled, "two")
    assert filled.version == 3


def test_an_edit_that_changes_nothing_saves_nothing(
    filled: SafetyPlanService, records: FillableRecords
) -> None:
    before = records.saves
    filled.edit(filled.plan.warning_signs[0])
    filled.move("w1", 0)
    filled.save_again()
    assert records.saves == before


def test_removing_keeps_the_plan_before_it_and_the_entry(
    filled: SafetyPlanService, records: FillableRecords
) -> None:
    reworded(filled, "one")
    removed_id = filled.remove("w1")
    assert not holds(on_disk(records), "w1")
    assert filled.version == 3
    assert filled.versions()[1].value.warning_signs[0].text == "one"
    (removed,) = records.removed()
    assert (removed.record_id, removed.kind, removed.text) == (removed_id, REMOVED_ITEM.name, "one")


def test_undoing_a_removal_puts_the_entry_back_at_its_place(
    filled: SafetyPlanService, records: FillableRecords
) -> None:
    removed_id = filled.remove("w2")
    filled.restore_removed(removed_id)
    assert on_disk(records) == sample_plan()
    assert records.removed() == []
    assert records.count(REMOVED_ITEM) == 0
    with pytest.raises(RecordMissing):
        filled.restore_removed(removed_id)


def test_an_entry_that_came_back_otherwise_is_not_put_in_twice(
    filled: SafetyPlanService, records: FillableRecords
) -> None:
    removed_id = filled.remove("w2")
    filled.restore_version(1)
    filled.mark_printed()
    filled.restore_removed(removed_id)
    assert filled.plan == sample_plan()
    assert records.removed() == []
    reworded(filled, "one")
    assert filled.version == 4


def test_an_old_version_comes_back_as_a_new_one(
    filled: SafetyPlanService, records: FillableRecords
) -> None:
    reworded(filled, "one")
    filled.restore_version(1)
    assert on_disk(records) == sample_plan()
    assert filled.version == 3
    assert [version.number for version in filled.versions()] == [3, 2, 1]
    filled.restore_version(3)
    assert filled.version == 3
    with pytest.raises(KeyError):
        filled.restore_version(9)


def test_what_was_typed_stays_while_the_disk_is_full(
    filled: SafetyPlanService, records: FillableRecords
) -> None:
    heard: list[Plan] = []
    filled.changed.subscribe(heard.append)
    records.full = True
    with pytest.raises(DiskFull):
        reworded(filled, "typed")
    with pytest.raises(DiskFull):
        reworded(filled, "typed", "w2")
    assert filled.unsaved
    assert [item.text for item in filled.plan.warning_signs[:2]] == ["typed", "typed"]
    assert on_disk(records) == sample_plan()
    assert heard == []
    with pytest.raises(DiskFull):
        filled.save_again()
    records.full = False
    filled.save_again()
    assert on_disk(records) == filled.plan
    assert (filled.unsaved, filled.version) == (False, 2)
    assert heard == [filled.plan]


def test_typing_back_what_the_disk_has_needs_no_save(
    filled: SafetyPlanService, records: FillableRecords
) -> None:
    records.full = True
    with pytest.raises(DiskFull):
        reworded(filled, "typed")
    saves = records.saves
    reworded(filled, sample_plan().warning_signs[0].text)
    assert not filled.unsaved
    assert records.saves == saves
    records.full = False
    reworded(filled, "typed")
    assert filled.version == 2


@pytest.mark.parametrize(
    "attempt",
    [
        lambda service, removed: service.remove("w1"),
        lambda service, removed: service.restore_removed(removed),
        lambda service, removed: service.restore_version(1),
    ],
    ids=["remove", "restore_removed", "restore_version"],
)
def test_a_removal_or_restore_that_fails_changes_nothing(
    filled: SafetyPlanService,
    records: FillableRecords,
    attempt: Callable[[SafetyPlanService, str], object],
) -> None:
    removed_id = filled.remove("w3")
    before = filled.plan
    records.full = True
    with pytest.raises(DiskFull):
        attempt(filled, removed_id)
    assert filled.plan == on_disk(records) == before
    assert not filled.unsaved
    assert [each.record_id for each in records.removed()] == [removed_id]


def test_a_removal_is_whole_or_not_at_all(
    filled: SafetyPlanService, records: FillableRecords
) -> None:
    records.full_for = PLAN.name
    with pytest.raises(DiskFull):
        filled.remove("w1")
    assert records.removed() == []
    assert records.count(REMOVED_ITEM) == 0
    assert filled.plan == on_disk(records) == sample_plan()


def test_what_could_not_be_saved_is_in_a_version_before_another_comes_back(
    filled: SafetyPlanService, records: FillableRecords
) -> None:
    removed_id = filled.remove("w3")
    restores: tuple[Callable[[], None], ...] = (
        lambda: filled.restore_version(1),
        lambda: filled.restore_removed(removed_id),
    )
    for restore in restores:
        filled.mark_printed()
        records.full = True
        with pytest.raises(DiskFull):
            reworded(filled, "typed")
        records.full = False
        restore()
        texts = [version.value.warning_signs[0].text for version in filled.versions()]
        assert "typed" in texts[:2]
        filled.restore_version(2)


def test_a_removal_waits_until_what_was_typed_is_saved(
    filled: SafetyPlanService, records: FillableRecords
) -> None:
    records.full = True
    with pytest.raises(DiskFull):
        reworded(filled, "typed")
    with pytest.raises(DiskFull):
        filled.remove("w2")
    assert holds(filled.plan, "w2")
    records.full = False
    filled.remove("w2")
    assert [version.number for version in filled.versions()] == [3, 2, 1]
    assert filled.versions()[1].value.warning_signs[0].text == "typed"


def test_a_plan_is_read_once_and_late(records: FillableRecords, clock: HandClock) -> None:
    service = SafetyPlanService(records, clock)
    records.save(PLAN, sample_plan())
    assert service.plan == sample_plan()
    assert service.plan is service.plan


def test_a_crisis_run_is_kept_and_gone_on_with(
    service: SafetyPlanService, clock: HandClock
) -> None:
    run = CrisisRun(clock.now(), urge_before=7)
    kept = service.record_run(run)
    clock.go_on(minutes=5)
    ended = replace(run.answered(Step.CONTACTS, Answer.A_LITTLE), ended_at=clock.now())
    assert service.amend_run(kept.id, ended).version == 1
    later = service.record_run(CrisisRun(clock.now()))
    assert [record.id for record in service.runs()] == [later.id, kept.id]
    assert service.runs(limit=2)[1].value == ended
