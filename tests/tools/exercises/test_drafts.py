"""What is being written is kept in a place of its own, and nowhere while the vault is locked."""

from __future__ import annotations

import pytest

from copingkit.core.errors import VaultClosed
from copingkit.tools.exercises.drafts import Drafts
from copingkit.tools.exercises.model import Kind
from copingkit.tools.exercises.own_parts import new
from copingkit.tools.exercises.records import DRAFT
from copingkit.tools.exercises.service import ExercisesService
from tests.support.clock import HandClock
from tests.support.full_disk import FillableRecords

STEPS, TIMER = new(Kind.STEPS), new(Kind.TIMER)


def test_each_form_has_its_place_and_the_newest_comes_first(
    records: FillableRecords, clock: HandClock
) -> None:
    drafts = Drafts(records)
    assert drafts.newest() is None
    first = drafts.keep(STEPS)
    clock.go_on(minutes=1)
    second = drafts.keep(TIMER)
    assert drafts.newest() == (second, TIMER)
    assert drafts.keep(STEPS, second) == second
    assert Drafts(records).newest() == (second, STEPS)
    drafts.drop(second)
    assert drafts.newest() == (first, STEPS)
    drafts.drop(first)
    drafts.drop("")
    assert drafts.newest() is None


def test_typing_makes_no_versions_and_is_found_by_no_search(records: FillableRecords) -> None:
    drafts = Drafts(records)
    place = drafts.keep(STEPS)
    drafts.keep(TIMER, place)
    assert len(records.versions(DRAFT, place)) == 1
    assert not records.search("timer")


def test_one_that_was_left_can_be_put_back(service: ExercisesService) -> None:
    place = service.drafts.keep(STEPS)
    service.drafts.drop(place)
    told: list[None] = []
    service.changed.subscribe(told.append)
    service.put_back(STEPS, place)
    assert service.drafts.newest() == (place, STEPS)
    assert told == [None]


def test_while_locked_there_are_none(locked: ExercisesService) -> None:
    assert locked.drafts.newest() is None
    with pytest.raises(VaultClosed):
        locked.drafts.keep(STEPS)
