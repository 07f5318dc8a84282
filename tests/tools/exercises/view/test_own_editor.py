"""An exercise of one's own, written, changed, kept by a lock, and saved as the same file."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from copingkit.tools.exercises import file_format
from copingkit.tools.exercises.file_writer import write
from copingkit.tools.exercises.kinds.scripts import script
from copingkit.tools.exercises.model import Exercise, Form, Kind, Need
from copingkit.tools.exercises.records import OWN
from copingkit.tools.exercises.service import ExercisesService
from copingkit.tools.exercises.view.library_page import LibraryPage
from copingkit.tools.exercises.view.library_words import kind_words
from copingkit.tools.exercises.view.own_editor import OwnEditor
from copingkit.ui import theme
from tests.support.accessible import spoken, unnamed_controls
from tests.support.controls import buttons, field, press, show
from tests.support.full_disk import FillableRecords
from tests.support.pages import Around

ALT = Qt.KeyboardModifier.AltModifier
Write = Callable[[LibraryPage], None]


@pytest.fixture
def page(qtbot: QtBot, service: ExercisesService, around: Around) -> LibraryPage:
    return show(qtbot, LibraryPage(service, around.surroundings()))


def mine(service: ExercisesService) -> Exercise:
    (one,) = (each for each in service.all(archived=True) if service.is_own(each.id))
    return one


def name_it(page: LibraryPage, title: str) -> None:
    line = field(page, QLineEdit, "Name")
    line.selectAll()
    QTest.keyClicks(line, title)


def texts(page: LibraryPage, question: str) -> list[QPlainTextEdit]:
    return [
        one
        for one in page.findChildren(QPlainTextEdit)
        if one.accessibleName() == question and one.isVisible()
    ]


def disclose(page: LibraryPage, text: str) -> None:
    next(
        one
        for one in page.findChildren(QAbstractButton)
        if one.accessibleName().startswith(text) and one.isVisible()
    ).click()


def guided(page: LibraryPage) -> None:
    texts(page, "What is said")[0].setPlainText("Look at the sea.")
    press(page, "One more")
    texts(page, "What is said")[1].setPlainText("Listen to it.")


def grounding(page: LibraryPage) -> None:
    texts(page, "What to look for")[0].setPlainText("Five blue things")
    field(page, QSpinBox, "How many answers (0: only to be noticed)").setValue(5)


def steps(page: LibraryPage) -> None:
    texts(page, "The step")[0].setPlainText("Stop")
    next(one for one in page.findChildren(QCheckBox) if "place to write" in one.text()).click()


def muscles(page: LibraryPage) -> None:
    texts(page, "Part of the body")[0].setPlainText("Hands")
    texts(page, "How to tense it (empty: only let go)")[0].setPlainText("Make fists")
    texts(page, "How to let go")[0].setPlainText("Open them")


def timer(page: LibraryPage) -> None:
    texts(page, "What is said first")[0].setPlainText("Sit down")
    texts(page, "What stands there while it is quiet")[0].setPlainText("Quiet")
    texts(page, "What is said at the end")[0].setPlainText("Look up")
    field(page, QDoubleSpinBox, "Minutes in all").setValue(3)
    field(page, QDoubleSpinBox, "A bell every so many minutes (0: none)").setValue(1)


@pytest.mark.parametrize(
    ("kind", "fill"),
    [
        (Kind.GUIDED, guided),
        (Kind.GROUNDING, grounding),
        (Kind.STEPS, steps),
        (Kind.MUSCLES, muscles),
        (Kind.TIMER, timer),
    ],
    ids=lambda each: each.value if isinstance(each, Kind) else "",
)
def test_one_of_each_kind_is_written_played_and_saved_as_a_file(
    page: LibraryPage, service: ExercisesService, kind: Kind, fill: Write
) -> None:
    press(page, kind_words(kind))
    assert not unnamed_controls(page)
    name_it(page, "By the sea")
    fill(page)
    press(page, "Save")
    made = mine(service)
    assert (made.title, made.kind) == ("By the sea", kind)
    assert script(made, Form.FULL)
    assert file_format.read(write(made), "mine.toml") == made
    assert "By the sea" in spoken(page)


def test_what_is_known_of_it_can_be_said_too(page: LibraryPage, service: ExercisesService) -> None:
    press(page, kind_words(Kind.GUIDED))
    name_it(page, "By the sea")
    guided(page)
    disclose(page, "What it is for, and cautions")
    field(page, QPlainTextEdit, "When not").setPlainText("Not while driving.")
    for need in ("I am tense", "I want to practise"):
        next(one for one in page.findChildren(QCheckBox) if one.text() == need).click()
    assert not unnamed_controls(page)
    press(page, "Save")
    made = mine(service)
    assert made.not_for == "Not while driving."
    assert made.needs == (Need.TENSE,)
    assert made.purpose == "My own exercise."


def test_a_copy_of_what_ships_can_be_changed(
    page: LibraryPage, service: ExercisesService, records: FillableRecords
) -> None:
    before = service.duplicate("five-senses", "Mine")
    page._rows.edited.emit(before)
    rows = texts(page, "What to look for")
    assert len(rows) == len(before.grounding)
    rows[0].setPlainText("Red things")
    press(page, "Save")
    made = mine(service)
    assert made.id == before.id
    assert made.grounding[0].text == "Red things"
    assert made.grounding[1:] == before.grounding[1:]
    assert made.grounding[0].instead == before.grounding[0].instead
    assert records.count(OWN) == 1


def test_parts_are_moved_removed_and_brought_back(
    page: LibraryPage, service: ExercisesService
) -> None:
    press(page, kind_words(Kind.GUIDED))
    name_it(page, "By the sea")
    guided(page)
    second = texts(page, "What is said")[1]
    QTest.keyClick(second, Qt.Key.Key_Up, ALT)
    assert isinstance(page._editor, OwnEditor)
    said = [each.say for each in page._editor.draft.guided]
    assert said == ["Listen to it.", "Look at the sea."]
    press(page, "Remove: part 1 of 2")
    press(page, "Bring it back")
    press(page, "Down: part 1 of 2")
    press(page, "Remove: part 2 of 2")
    press(page, "Save")
    assert [each.say for each in mine(service).guided] == ["Look at the sea."]


def test_what_is_missing_is_said_and_nothing_is_lost(
    page: LibraryPage, service: ExercisesService
) -> None:
    press(page, kind_words(Kind.GUIDED))
    press(page, "Save")
    assert "Please give it a name." in spoken(page)
    name_it(page, "Empty")
    press(page, "Save")
    assert "This part is needed for the kind." in spoken(page)
    texts(page, "What is said")[0].setPlainText("x" * 2001)
    press(page, "Save")
    assert "Part 1: too long. At most 2000." in spoken(page)
    assert texts(page, "What is said")[0].toPlainText() == "x" * 2001
    assert not [each for each in service.all() if service.is_own(each.id)]


def test_a_full_disk_is_said_and_nothing_is_lost(
    page: LibraryPage, service: ExercisesService, records: FillableRecords, around: Around
) -> None:
    press(page, kind_words(Kind.GUIDED))
    name_it(page, "By the sea")
    guided(page)
    records.full = True
    press(page, "Save")
    assert texts(page, "What is said")[0].toPlainText() == "Look at the sea."
    records.full = False
    press(page, "Save")
    assert mine(service).title == "By the sea"


@pytest.mark.parametrize(("kind", "fill"), [(Kind.GUIDED, guided), (Kind.TIMER, timer)])
def test_a_lock_keeps_what_is_being_written(
    page: LibraryPage, service: ExercisesService, kind: Kind, fill: Write
) -> None:
    press(page, kind_words(kind))
    fill(page)
    page.flush()
    page.flush()
    assert mine(service).title == kind_words(kind)


def test_a_lock_keeps_a_pattern_that_is_being_written(
    page: LibraryPage, service: ExercisesService
) -> None:
    press(page, kind_words(Kind.BREATHING))
    page.flush()
    assert not [each for each in service.all() if service.is_own(each.id)]
    press(page, "Leave it")
    press(page, kind_words(Kind.BREATHING))
    field(page, QDoubleSpinBox, "Breathe out").setValue(7)
    page.flush()
    assert mine(service).title == "A breathing pattern of my own"


def test_a_lock_keeps_nothing_where_nothing_was_written(
    page: LibraryPage, service: ExercisesService
) -> None:
    press(page, kind_words(Kind.STEPS))
    page.flush()
    assert not [each for each in service.all() if service.is_own(each.id)]
    press(page, "Leave it")
    assert not page.findChildren(OwnEditor) or not buttons(page, "Leave it")


@pytest.mark.parametrize(("size", "width"), [(200, 972), (100, 480)])
def test_nothing_is_cut_off(
    qtbot: QtBot, service: ExercisesService, around: Around, size: int, width: int
) -> None:
    theme.apply("dark", size)
    page = show(qtbot, LibraryPage(service, around.surroundings()), width, 820)
    press(page, kind_words(Kind.MUSCLES))
    inside = page.widget()
    assert inside is not None
    qtbot.waitUntil(lambda: inside.width() <= page.viewport().width())
    assert not unnamed_controls(page)
