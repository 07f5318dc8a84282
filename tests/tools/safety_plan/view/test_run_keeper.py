from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from copingkit.core.errors import DiskFull
from copingkit.tools.safety_plan.model import Step
from copingkit.tools.safety_plan.records import (
    CRISIS_RUN,
    PLAN,
    REMOVED_ITEM,
    Answer,
    CrisisRun,
    StepAnswer,
)
from copingkit.tools.safety_plan.service import SafetyPlanService
from copingkit.tools.safety_plan.view.run_keeper import RunKeeper, saving_to
from tests.support.clock import HandClock
from tests.support.stores import open_store


def test_only_looking_leaves_no_trace() -> None:
    saved: list[CrisisRun] = []
    keeper = RunKeeper(saved.append, HandClock())
    keeper.note("")
    keeper.end()
    assert saved == []


def test_every_word_is_kept_at_once_in_one_growing_run() -> None:
    saved: list[CrisisRun] = []
    clock = HandClock()
    keeper = RunKeeper(saved.append, clock)
    keeper.urge_before(7)
    keeper.answer(Step.CONTACTS, Answer.A_LITTLE)
    keeper.answer(Step.CONTACTS, Answer.HELPED)
    keeper.urge_after(3)
    keeper.note("Mira's voice")
    clock.go_on(minutes=20)
    keeper.end()
    assert len(saved) == 6
    last = saved[-1]
    assert (last.urge_before, last.urge_after, last.what_helped) == (7, 3, "Mira's voice")
    assert [each.answer for each in last.answers] == [Answer.HELPED]
    assert last.ended_at is not None
    assert last.ended_at - last.started_at == timedelta(minutes=20)
    assert keeper.answer_to(Step.CONTACTS) is Answer.HELPED
    assert keeper.answer_to(None) is None


def test_a_full_disk_stops_nothing_and_the_next_save_brings_everything() -> None:
    saved: list[CrisisRun] = []
    disks = ["full"]

    def save(run: CrisisRun) -> None:
        if disks:
            raise DiskFull("vault.db")
        saved.append(run)

    keeper = RunKeeper(save, HandClock())
    keeper.urge_before(4)
    states = [keeper.unsaved]
    disks.clear()
    keeper.answer(Step.CONTACTS, Answer.NOT_NOW)
    states.append(keeper.unsaved)
    assert states == [True, False]
    assert saved[-1].urge_before == 4


def test_without_a_place_to_keep_it_nothing_is_asked() -> None:
    keeper = RunKeeper(None, HandClock())
    assert not keeper.keeps
    keeper.answer(Step.CONTACTS, Answer.HELPED)
    keeper.end()
    assert not keeper.unsaved


def test_one_run_makes_one_record_without_versions(tmp_path: Path) -> None:
    clock = HandClock()
    with open_store(tmp_path, (PLAN, REMOVED_ITEM, CRISIS_RUN), clock) as records:
        service = SafetyPlanService(records, clock)
        for urge in (7, 5):
            keeper = RunKeeper(saving_to(service), clock)
            keeper.urge_before(urge)
            keeper.answer(Step.CONTACTS, Answer.HELPED)
            keeper.end()
            clock.go_on(minutes=60)
        runs = service.runs()
        assert [run.value.urge_before for run in runs] == [5, 7]
        assert runs[0].value.answers == (StepAnswer(Step.CONTACTS, Answer.HELPED),)
        assert all(run.version == 1 for run in runs)


def test_a_locked_vault_stops_nothing(tmp_path: Path) -> None:
    clock = HandClock()
    with open_store(tmp_path, (PLAN, REMOVED_ITEM, CRISIS_RUN), clock) as records:
        keeper = RunKeeper(saving_to(SafetyPlanService(records, clock)), clock)
        keeper.urge_before(7)
    keeper.answer(Step.CONTACTS, Answer.HELPED)
    assert keeper.unsaved
    assert keeper.run.urge_before == 7
