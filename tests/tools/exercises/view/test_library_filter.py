"""Finding an exercise in the library: by words, kind, time and breath, and back to all of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from copingkit.tools.exercises.service import ExercisesService
from copingkit.tools.exercises.view.exercise_list import AT_FIRST
from copingkit.tools.exercises.view.library_page import LibraryPage
from tests.support.accessible import spoken
from tests.support.controls import buttons, field, press, show
from tests.support.pages import Around

Open = Callable[[], LibraryPage]


@pytest.fixture
def opened(qtbot: QtBot, service: ExercisesService, around: Around) -> Open:  # not the player's
    def make() -> LibraryPage:
        page = show(qtbot, LibraryPage(service, around.surroundings()))
        qtbot.wait(20)  # what the runs say comes once the page is there
        return page

    return make


def titles(page: LibraryPage) -> list[str]:
    """The exercises in the list of all."""
    return [row.exercise.title for row in page._all.rows]


def test_filters(qtbot: QtBot, opened: Open) -> None:
    page = opened()
    line = field(page, QLineEdit, "Words in it")
    QTest.keyClicks(line, "RAIN wal")
    qtbot.waitUntil(lambda: "Nothing fits." in spoken(page))
    line.clear()
    QTest.keyClicks(line, "walk")
    qtbot.waitUntil(lambda: titles(page) == ["Slow walking", "Trace your hand"])
    line.clear()
    field(page, QComboBox, "Kind of exercise").setCurrentText("Breathing")
    qtbot.waitUntil(lambda: len(titles(page)) == 5)
    press(page, "Without paying attention to the breath")
    assert titles(page) == []
    press(page, "Without paying attention to the breath")
    field(page, QComboBox, "Time").setCurrentText("Up to 1 minute")
    assert titles(page) == ["Long sighs", "Longer out than in"]
    field(page, QComboBox, "Kind of exercise").setCurrentText("All")
    assert len(titles(page)) > 2


def test_from_any_filter_there_is_one_press_back_to_all(opened: Open) -> None:
    page = opened()
    everything = titles(page)
    assert not buttons(page, "Show all again")
    page._filters.look_for("sounds")
    press(page, "Without paying attention to the breath")
    field(page, QComboBox, "Time").setCurrentText("Up to 5 minutes")
    assert len(titles(page)) < len(everything)
    buttons(page, "Show all again")[0].setFocus()
    press(page, "Show all again")
    assert field(page, QLineEdit, "Words in it").text() == ""
    assert titles(page)[:AT_FIRST] == everything[:AT_FIRST]
    assert page.focusWidget() is field(page, QLineEdit, "Words in it")
    assert not buttons(page, "Show all again")


def test_exercises_are_found_by_what_they_are_and_what_they_are_for(
    qtbot: QtBot, opened: Open
) -> None:
    page = opened()
    line = field(page, QLineEdit, "Words in it")
    for words, wanted in (
        ("grounding", "Trace your hand"),
        ("unreal", "Slow walking"),
        ("5-4-3-2-1", "Five, four, three, two, one"),
        ("anxiety", "Longer out than in"),
        ("meditation", "Quiet sitting"),
        ("pmr", "Muscle relaxation, sixteen groups"),
        ("cold water", "Cold on your face"),
        ("dbt", "STOP"),
    ):
        line.setText(words)
        qtbot.waitUntil(lambda: "Box breathing" not in titles(page))
        assert wanted in titles(page)
        line.clear()
        qtbot.waitUntil(lambda: "Box breathing" in titles(page))
