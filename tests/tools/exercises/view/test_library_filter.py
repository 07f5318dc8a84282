"""Finding an exercise in the library: by words, kind, time and breath, and back to all of them."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from copingkit.tools.exercises.view.exercise_list import AT_FIRST
from tests.support.accessible import spoken
from tests.support.controls import buttons, field, press
from tests.support.library import OpenLibrary, titles


def test_filters(qtbot: QtBot, open_library: OpenLibrary) -> None:
    page = open_library()
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


def test_from_any_filter_there_is_one_press_back_to_all(open_library: OpenLibrary) -> None:
    page = open_library()
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
    qtbot: QtBot, open_library: OpenLibrary
) -> None:
    page = open_library()
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
