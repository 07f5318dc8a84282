"""The exercises in a vault: own ones, favourites, answers about health, runs; and without one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from copingkit.core.errors import DiskFull, RecordMissing, VaultClosed
from copingkit.tools.exercises.catalogue import shipped
from copingkit.tools.exercises.model import Exercise, Form, HealthQuestion, Need
from copingkit.tools.exercises.records import OWN, RUN, Answer, Felt
from copingkit.tools.exercises.service import ExercisesService
from tests.support.clock import HandClock
from tests.support.full_disk import FillableRecords

SOUNDS = next(each for each in shipped() if each.id == "sounds")


@pytest.fixture
def heard(service: ExercisesService) -> list[None]:
    calls: list[None] = []
    service.changed.subscribe(calls.append)
    return calls


def again(records: FillableRecords, clock: HandClock) -> ExercisesService:
    """The service of the next unlocking."""
    return ExercisesService(records, clock)


def played(service: ExercisesService, exercise: Exercise, felt: Felt | None = None) -> str:
    run = service.start_run(exercise, Form.FULL, 7)
    service.amend_run(run, played=60, finished=True, after=4, felt=felt)
    return run


def test_the_shipped_ones_are_there_without_a_vault(locked: ExercisesService) -> None:
    assert not locked.keeps
    assert locked.all() == shipped()
    assert locked.exercise("sounds") == SOUNDS
    assert not locked.is_own("sounds")
    assert locked.start_run(SOUNDS, Form.FULL) == ""
    locked.amend_run("", played=1, finished=False)
    locked.answer_health(HealthQuestion.COLD, Answer.NO)
    assert locked.health_answer(HealthQuestion.COLD) is None
    assert locked.last_used() is None
    assert locked.works() == {}
    assert locked.favourites() == frozenset()
    assert locked.suggested(Need.PANIC)
    with pytest.raises(VaultClosed):
        locked.set_favourite("sounds", on=True)
    with pytest.raises(VaultClosed):
        locked.save_own(SOUNDS)


def test_one_that_is_nowhere(service: ExercisesService) -> None:
    with pytest.raises(KeyError):
        service.exercise("nowhere")
    with pytest.raises(KeyError):
        service.archive("sounds", archived=True)


def test_own_ones_are_kept_edited_and_copied(
    service: ExercisesService, records: FillableRecords, clock: HandClock, heard: list[None]
) -> None:
    mine = service.save_own(replace(SOUNDS, title="Rain"))
    assert mine.id.startswith("own-")
    assert service.is_own(mine.id)
    edited = service.save_own(replace(mine, title="Rain at night"))
    copy = service.duplicate("sounds", "My sounds")
    found = again(records, clock)
    assert found.exercise(mine.id) == edited
    assert found.exercise(copy.id).title == "My sounds"
    assert set(found.all()) == {edited, copy, *shipped()}
    assert records.count(OWN) == 2
    (record_id,) = (each.id for each in records.find(OWN) if each.value.exercise.id == mine.id)
    assert len(records.versions(OWN, record_id)) == 2
    assert len(heard) == 3


def test_archived_ones_are_put_away_and_come_out_again(service: ExercisesService) -> None:
    mine = service.save_own(SOUNDS)
    service.archive(mine.id, archived=True)
    assert service.is_archived(mine.id)
    assert mine not in service.all()
    assert mine in service.all(archived=True)
    assert service.exercise(mine.id) == mine
    service.archive(mine.id, archived=False)
    assert not service.is_archived(mine.id)
    assert not service.is_archived("sounds")


def test_removed_ones_come_back(service: ExercisesService, records: FillableRecords) -> None:
    mine = service.save_own(SOUNDS)
    record_id = service.remove_own(mine.id)
    assert not service.is_own(mine.id)
    (removed,) = records.removed()
    assert removed.text == "Listening to sounds"
    service.restore_own(record_id)
    assert service.exercise(mine.id) == mine


def test_own_ones_are_found_by_their_words(
    service: ExercisesService, records: FillableRecords
) -> None:
    mine = service.save_own(replace(SOUNDS, title="Rain on the roof"))
    played(service, mine)
    (hit,) = records.search("roof")
    assert (hit.target, hit.text) == (mine.id, "Rain on the roof")


def test_favourites_stay(
    service: ExercisesService, records: FillableRecords, clock: HandClock
) -> None:
    service.set_favourite("sounds", on=True)
    service.set_favourite("stop", on=True)
    service.set_favourite("sounds", on=False)
    assert again(records, clock).favourites() == {"stop"}


@pytest.mark.parametrize("answer", list(Answer))
def test_only_no_lets_cold_water_be_suggested(
    service: ExercisesService, records: FillableRecords, clock: HandClock, answer: Answer
) -> None:
    service.answer_health(HealthQuestion.COLD, Answer.YES)
    service.answer_health(HealthQuestion.COLD, answer)
    found = again(records, clock)
    assert found.health_answer(HealthQuestion.COLD) is answer
    offered = {each.id for each in found.suggested(Need.PANIC)}
    assert ("cold-water" in offered) == (answer is Answer.NO)


def test_a_run_is_kept_from_its_beginning_and_grows(
    service: ExercisesService, records: FillableRecords, clock: HandClock
) -> None:
    run = service.start_run(SOUNDS, Form.SHORT, 6)
    begun = records.get(RUN, run).value
    assert (begun.exercise, begun.form, begun.before) == ("sounds", Form.SHORT, 6)
    assert begun.started_at == clock.now()
    assert not begun.finished
    service.amend_run(run, played=31.26, finished=False)
    service.amend_run(run, played=90.0, finished=True, after=3, felt=Felt.BETTER)
    kept = records.get(RUN, run)
    assert (kept.value.played, kept.value.after, kept.value.felt) == (90.0, 3, Felt.BETTER)
    assert kept.version == 1
    assert service.works()["sounds"].uses == 1


def test_what_was_said_changes_what_is_known_and_suggested(
    service: ExercisesService, clock: HandClock, heard: list[None]
) -> None:
    assert service.last_used() is None
    first = service.suggested(Need.PRACTISE)[0]
    played(service, first, Felt.WORSE)
    assert service.suggested(Need.PRACTISE)[0] == first
    clock.go_on(minutes=10)
    played(service, first, Felt.WORSE)
    assert first not in service.suggested(Need.PRACTISE)
    assert service.works()[first.id].worse_twice
    assert service.last_used() == first
    assert len(heard) == 2


def test_the_last_used_one_may_be_gone(service: ExercisesService) -> None:
    mine = service.save_own(SOUNDS)
    played(service, mine)
    service.remove_own(mine.id)
    assert service.last_used() is None


def test_a_full_disk_is_said_and_changes_nothing(
    service: ExercisesService, records: FillableRecords
) -> None:
    service.set_favourite("stop", on=True)
    mine = service.save_own(SOUNDS)
    records.full = True
    for change in (
        lambda: service.set_favourite("sounds", on=True),
        lambda: service.save_own(replace(mine, title="Other")),
        lambda: service.start_run(mine, Form.FULL),
    ):
        with pytest.raises(DiskFull):
            change()
    assert service.favourites() == {"stop"}
    assert service.exercise(mine.id) == mine
    with pytest.raises(RecordMissing):
        service.amend_run("gone", played=1, finished=False)
