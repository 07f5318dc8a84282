"""What works for me, as the library tells it: from five uses on, in one list, for the plan."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from copingkit.core.links import Link
from copingkit.tools.exercises.model import Form
from copingkit.tools.exercises.records import Felt
from copingkit.tools.exercises.service import ExercisesService
from tests.support.accessible import spoken
from tests.support.clock import HandClock
from tests.support.controls import buttons, press
from tests.support.library import OpenLibrary
from tests.support.pages import Around


def played(service: ExercisesService, clock: HandClock, name: str, after: int, times: int) -> None:
    for _ in range(times):
        run = service.start_run(service.exercise(name), Form.FULL, 7)
        service.amend_run(run, played=60, finished=True, after=after, felt=Felt.SAME)
        clock.go_on(minutes=60)


def test_what_works_is_told_from_five_uses_on_and_what_does_not_is_no_list(
    open_library: OpenLibrary, service: ExercisesService, clock: HandClock
) -> None:
    played(service, clock, "body-scan", 4, 5)
    played(service, clock, "box-breathing", 9, 5)
    played(service, clock, "cold-water", 2, 4)
    page = open_library()
    assert [row.exercise.id for row in page._best.rows] == ["body-scan"]
    said = spoken(page)
    assert "usually lower by 3 (n = 5, from −3 to −3)" in said
    assert "usually higher by 2" in said
    assert "too few to tell (before and after: 4 of 5)" in said
    played(service, clock, "box-breathing", 7, 6)
    assert "usually no change" in spoken(open_library())


def test_what_helped_goes_into_the_plan_with_one_press(
    open_library: OpenLibrary, service: ExercisesService, clock: HandClock, around: Around
) -> None:
    played(service, clock, "body-scan", 4, 5)
    press(open_library(), "Put it into step 2 of my plan: Body scan")
    assert around.links == [Link("safety_plan", "suggest/body-scan/Body scan")]


def test_all_that_was_used_stands_in_one_list(
    qtbot: QtBot, open_library: OpenLibrary, service: ExercisesService, clock: HandClock
) -> None:
    assert not buttons(open_library(), "All that I used, in numbers: what I used")
    played(service, clock, "body-scan", 4, 5)
    played(service, clock, "cold-water", 2, 4)
    played(service, clock, "box-breathing", 9, 5)
    service.start_run(service.exercise("box-breathing"), Form.SHORT)
    page = open_library()
    assert "What works for me" in spoken(page)
    press(page, "All that I used, in numbers: what I used")
    lines = [one.text() for one in page._used.findChildren(QLabel) if one.isVisible()]
    assert lines[::2] == ["Body scan", "Box breathing", "Cold on your face"]
    assert lines[3].startswith("Used 6 times · 1 of them left early · usually higher by 2")
    assert "too few to tell (before and after: 4 of 5)" in lines[5]
    played(service, clock, "cold-water", 2, 1)
    page._show_works()
    assert "usually lower by 5" in spoken(page._used)


def test_what_was_worse_twice_stands_in_the_numbers_and_is_offered_nowhere(
    open_library: OpenLibrary, service: ExercisesService, clock: HandClock
) -> None:
    played(service, clock, "body-scan", 4, 5)
    assert [row.exercise.id for row in open_library()._mine.rows] == ["body-scan"]
    for _ in range(2):
        run = service.start_run(service.exercise("body-scan"), Form.FULL)
        service.amend_run(run, played=60, finished=False, felt=Felt.WORSE)
        clock.go_on(minutes=60)
    page = open_library()
    assert page._mine.rows == page._best.rows == []
    assert page._mine_title.isHidden()
    assert "usually lower by 3" in spoken(page)
    service.set_favourite("body-scan", on=True)
    assert [row.exercise.id for row in page._mine.rows] == ["body-scan"], "one's own mark holds"


def test_what_was_played_without_a_word_is_the_last_used_one(
    qtbot: QtBot, open_library: OpenLibrary, service: ExercisesService
) -> None:
    page = open_library()
    page.hide()
    service.start_run(service.exercise("sounds"), Form.SHORT)
    page.show()
    qtbot.waitUntil(lambda: [row.exercise.id for row in page._mine.rows] == ["sounds"])
    qtbot.waitUntil(lambda: "Used 1 time" in spoken(page._mine))
