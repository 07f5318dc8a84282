"""Ladders and trials in a vault: kept, found again after a restart, removed and brought back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from copingkit.core.errors import DiskFull, RecordMissing
from copingkit.tools.exposure import flow, rungs
from copingkit.tools.exposure.body import body_exposures
from copingkit.tools.exposure.flow import OutcomeMissing
from copingkit.tools.exposure.health import Answer, Standing, Topic
from copingkit.tools.exposure.ladder import Item, Ladder
from copingkit.tools.exposure.records import CHOICES, LADDER, REHEARSAL, TRIAL
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import After, CameTrue, State, Trial
from tests.support.clock import HandClock
from tests.support.full_disk import FillableRecords

OUTCOME = After("I stood there", CameTrue.NO)


@pytest.fixture
def ladder(service: ExposureService) -> Ladder:
    made = service.save_ladder(Ladder("", "Fainting on the tram"))
    service.add_item(made.id, Item("", "One stop", 40))
    service.add_item(made.id, Item("", "The whole line", 80))
    return service.ladder(made.id)


@pytest.fixture
def heard(service: ExposureService) -> list[None]:
    calls: list[None] = []
    service.changed.subscribe(calls.append)
    return calls


def again(records: FillableRecords, clock: HandClock) -> ExposureService:
    """The service of the next unlocking."""
    return ExposureService(records, clock)


def begun(service: ExposureService, ladder: Ladder) -> Trial:
    return service.begin_trial(service.plan_trial(ladder.id, ladder.items[0].id), 70)


def closed(service: ExposureService, ladder: Ladder, after: After = OUTCOME) -> Trial:
    trial = begun(service, ladder)
    trial = flow.end(trial, service.tick(trial))
    return service.close_trial(flow.reflect(trial, after))


def test_ladders_are_kept_edited_and_put_away(
    service: ExposureService,
    records: FillableRecords,
    clock: HandClock,
    ladder: Ladder,
    heard: list[None],
) -> None:
    other = service.save_ladder(Ladder("", "Heights"))
    service.save_ladder(replace(other, why="To see the sea from the tower"))
    away = service.archive_ladder(ladder.id, archived=True)
    found = again(records, clock)
    assert [each.fear for each in found.ladders()] == ["Heights"]
    assert found.ladders(archived=True) == (service.ladder(other.id), away)
    assert found.ladder(ladder.id) == away
    assert not service.archive_ladder(ladder.id, archived=False).archived
    assert len(heard) == 4
    with pytest.raises(KeyError):
        service.ladder("nowhere")


def test_edits_of_one_sitting_make_one_version(
    service: ExposureService, records: FillableRecords, clock: HandClock, ladder: Ladder
) -> None:
    assert len(records.versions(LADDER, ladder.id)) == 1
    clock.go_on(minutes=16)
    service.save_ladder(replace(ladder, cost="I walk everywhere"))
    service.save_ladder(replace(ladder, cost="I walk everywhere and miss my friends"))
    assert len(records.versions(LADDER, ladder.id)) == 2
    clock.time = clock.time.replace(year=2020)  # set back: another sitting
    service.save_ladder(replace(ladder, cost=""))
    assert len(records.versions(LADDER, ladder.id)) == 3


def test_items_are_copied_removed_and_brought_back(
    service: ExposureService, records: FillableRecords, clock: HandClock, ladder: Ladder
) -> None:
    first, second = ladder.items
    copy = service.duplicate_item(ladder.id, first.id)
    assert copy == replace(first, id=copy.id, variation_of=first.id)
    assert service.ladder(ladder.id).items == (first, copy, second)
    removed_id = service.remove_item(ladder.id, copy.id)
    assert again(records, clock).ladder(ladder.id).items == (first, second)
    (removed,) = records.removed()
    assert (removed.kind, removed.text) == ("exposure.removed_item", "One stop")
    service.restore_item(removed_id)
    assert service.ladder(ladder.id).items == (first, copy, second)
    assert records.removed() == []
    with pytest.raises(RecordMissing):
        service.restore_item(removed_id)


def test_an_item_that_came_back_otherwise_is_not_doubled(
    service: ExposureService, ladder: Ladder
) -> None:
    removed_id = service.remove_item(ladder.id, ladder.items[0].id)
    service.save_ladder(ladder)
    service.restore_item(removed_id)
    assert service.ladder(ladder.id) == ladder


def test_an_item_of_a_removed_ladder_stays_removed(
    service: ExposureService, records: FillableRecords, ladder: Ladder
) -> None:
    removed_id = service.remove_item(ladder.id, ladder.items[0].id)
    service.remove_ladder(ladder.id)
    with pytest.raises(RecordMissing):
        service.restore_item(removed_id)
    assert removed_id in {each.record_id for each in records.removed()}


def test_a_trial_in_progress_is_found_again_with_its_clock(
    service: ExposureService, records: FillableRecords, clock: HandClock, ladder: Ladder
) -> None:
    assert service.running() is None
    trial = begun(service, ladder)
    clock.go_on(minutes=4)
    trial = service.save_trial(flow.add_suds(trial, service.tick(trial), 60))
    clock.go_on(minutes=6)
    found = again(records, clock)
    assert found.running() == trial
    assert found.tick(trial).seconds == 600
    ended = found.save_trial(flow.stop(trial, found.tick(trial)))
    assert found.running() is None
    assert found.to_reflect() == (ended,)
    assert again(records, clock).to_reflect() == (ended,)
    with pytest.raises(OutcomeMissing):
        found.close_trial(ended)
    done = found.close_trial(flow.reflect(ended, OUTCOME))
    assert (done.state, done.closed_at) == (State.DONE, clock.now())
    assert found.to_reflect() == ()
    assert again(records, clock).trial(trial.id) == done
    assert again(records, clock).trials(ladder.id) == (done,)


def test_the_latest_of_several_in_progress_is_told(
    service: ExposureService, ladder: Ladder
) -> None:
    first, second = begun(service, ladder), begun(service, ladder)
    assert service.running() == second
    service.remove_trial(second.id)
    assert service.running() == first
    service.restore_trial(second.id)
    assert service.running() == second


def test_a_reading_is_one_write_and_no_version(
    service: ExposureService, records: FillableRecords, ladder: Ladder
) -> None:
    trial = begun(service, ladder)
    records.saves = 0
    service.save_trial(flow.add_suds(trial, service.tick(trial), 50))
    assert records.saves == 1
    assert len(records.versions(TRIAL, trial.id)) == 1


def test_what_is_done_has_a_card_and_later_edits_are_versions(
    service: ExposureService, records: FillableRecords, clock: HandClock, ladder: Ladder
) -> None:
    trial = closed(service, ladder)
    assert records.count(REHEARSAL) == 1
    assert len(records.versions(TRIAL, trial.id)) == 1
    for learned in ("It passes", "It passes, and I read"):
        trial = service.save_trial(flow.reflect(trial, replace(OUTCOME, learned=learned)))
    assert len(records.versions(TRIAL, trial.id)) == 2
    clock.go_on(minutes=20)
    service.save_trial(flow.reflect(trial, replace(OUTCOME, learned="Trams are loud")))
    assert len(records.versions(TRIAL, trial.id)) == 3
    assert records.count(REHEARSAL) == 1


def test_a_removed_ladder_takes_its_trials_along_and_brings_them_back(
    service: ExposureService, records: FillableRecords, clock: HandClock, ladder: Ladder
) -> None:
    kept, gone = closed(service, ladder), closed(service, ladder)
    away = closed(service, ladder)
    service.remove_trial(away.id)
    removed_id = service.remove_ladder(ladder.id)
    assert service.ladders(archived=True) == ()
    assert service.trials(ladder.id) == again(records, clock).trials(ladder.id) == ()
    assert records.search("tram") == []
    records.purge(gone.id)
    service.restore_ladder(removed_id)
    assert service.ladder(ladder.id) == ladder
    assert service.trials(ladder.id) == again(records, clock).trials(ladder.id) == (kept,)


def test_a_trial_brings_its_ladder_back(
    service: ExposureService, records: FillableRecords, ladder: Ladder
) -> None:
    trial = closed(service, ladder)
    service.remove_ladder(ladder.id)
    service.restore_trial(trial.id)
    assert service.ladder(ladder.id) == ladder
    assert service.trials(ladder.id) == (trial,)
    service.remove_trial(trial.id)
    service.remove_ladder(ladder.id)
    records.purge(ladder.id)
    service.restore_trial(trial.id)
    assert service.ladders() == ()
    assert service.trial(trial.id) == trial


def test_trials_come_newest_first_and_as_many_as_asked_for(
    service: ExposureService, clock: HandClock, ladder: Ladder
) -> None:
    made = []
    for _each in range(3):
        clock.go_on(minutes=60)
        made.append(closed(service, ladder))
    assert service.trials(ladder.id, 2) == (made[2], made[1])
    assert service.trials(ladder.id) == tuple(reversed(made))
    assert not service.read_more_trials()
    assert service.trials("nowhere") == ()


def test_answers_about_health_are_kept(
    service: ExposureService, records: FillableRecords, clock: HandClock, heard: list[None]
) -> None:
    straw = body_exposures().named("straw-breathing")
    assert straw.standing(service.health.all()) is Standing.ASK_FIRST
    service.health.answer(Topic.HEART, Answer.YES)
    service.health.answer(Topic.HEART, Answer.NO)
    service.health.answer(Topic.LUNGS, Answer.DONT_KNOW)
    found = again(records, clock).health
    assert found.all() == {Topic.HEART: Answer.NO, Topic.LUNGS: Answer.DONT_KNOW}
    assert straw.standing(found.all()) is Standing.WITH_CLINICIAN
    assert found.standing(Item("i", "Straw", body_exposure=straw.id)) is Standing.WITH_CLINICIAN
    assert found.standing(Item("i", "The tram")) is Standing.BY_ONESELF
    ladder = Ladder("l", "Air", items=(Item("i", "Straw", body_exposure=straw.id),))
    assert [item.clinician_led for item in found.marked(ladder).items] == [True]
    assert records.count(CHOICES) == 1
    assert len(heard) == 3


@pytest.mark.parametrize("full_for", ["exposure.trial", "exposure.rehearsal", "exposure.choices"])
def test_a_full_disk_while_closing_changes_nothing(
    service: ExposureService,
    records: FillableRecords,
    clock: HandClock,
    ladder: Ladder,
    full_for: str,
) -> None:
    trial = begun(service, ladder)
    ended = service.save_trial(flow.end(trial, service.tick(trial)))
    reflected = service.save_trial(flow.reflect(ended, OUTCOME))
    records.full_for = full_for
    with pytest.raises(DiskFull):
        service.close_trial(reflected)
    assert service.trials(ladder.id) == again(records, clock).trials(ladder.id) == (reflected,)
    assert service.to_reflect() == (reflected,)
    assert service.deck.of(ladder.id) == ()
    records.full_for = ""
    assert service.close_trial(reflected).state is State.DONE
    assert service.to_reflect() == again(records, clock).to_reflect() == ()


def test_a_full_disk_is_said_and_leaves_the_ladder(
    service: ExposureService, records: FillableRecords, ladder: Ladder
) -> None:
    records.full = True
    changes: tuple[Callable[[], object], ...] = (
        lambda: service.save_ladder(replace(ladder, fear="Other")),
        lambda: service.add_item(ladder.id, Item("", "Two stops")),
        lambda: service.remove_item(ladder.id, ladder.items[0].id),
        lambda: service.remove_ladder(ladder.id),
        lambda: service.plan_trial(ladder.id, ladder.items[0].id),
        lambda: service.health.answer(Topic.HEART, Answer.NO),
    )
    for change in changes:
        with pytest.raises(DiskFull):
            change()
    assert service.ladder(ladder.id) == ladder
    assert service.trials(ladder.id) == ()
    assert service.health.all() == {}


def test_a_trial_of_what_is_not_there(service: ExposureService, ladder: Ladder) -> None:
    with pytest.raises(KeyError):
        service.plan_trial("nowhere", "x")
    with pytest.raises(KeyError):
        service.plan_trial(ladder.id, "x")
    with pytest.raises(RecordMissing):
        service.trial("x")
    assert rungs.in_order(ladder) == ladder.items
