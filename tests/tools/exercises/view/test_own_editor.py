"""An exercise of one's own, written, changed, kept by a lock, and saved as the same file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QPlainTextEdit,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from copingkit.tools.exercises import file_format
from copingkit.tools.exercises.file_writer import write
from copingkit.tools.exercises.kinds.scripts import script
from copingkit.tools.exercises.model import Choice, Form, Kind, Need
from copingkit.tools.exercises.records import OWN
from copingkit.tools.exercises.service import ExercisesService
from copingkit.tools.exercises.view.library_page import LibraryPage
from copingkit.tools.exercises.view.library_words import kind_words
from tests.support.accessible import spoken, unnamed_controls
from tests.support.controls import field, press, show, with_keyboard
from tests.support.full_disk import FillableRecords
from tests.support.journey import focused
from tests.support.looks import dress
from tests.support.pages import Around
from tests.support.writing import disclose, guided, mine, name_it, texts

pytestmark = pytest.mark.usefixtures("dressed")

ALT = Qt.KeyboardModifier.AltModifier
Write = Callable[[LibraryPage], None]


@pytest.fixture
def page(qtbot: QtBot, service: ExercisesService, around: Around) -> LibraryPage:
    return with_keyboard(qtbot, show(qtbot, LibraryPage(service, around.surroundings())))


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
    assert page.writing.editor is not None
    said = [each.say for each in page.writing.editor.draft.guided]
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
    assert "Please give it a name." not in spoken(page)  # it has one now
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


def test_steps_lead_where_they_are_told_to(page: LibraryPage, service: ExercisesService) -> None:
    press(page, kind_words(Kind.STEPS))
    name_it(page, "At the door")
    texts(page, "The step")[0].setPlainText("Is it far?")
    press(page, "One more")
    texts(page, "The step")[1].setPlainText("Take the bus.")
    press(page, "One more")
    texts(page, "The step")[2].setPlainText("Walk.")
    press(page, "Let me choose how to go on: part 1 of 3")
    QTest.keyClicks(focused(), "Yes")
    box = field(page, QComboBox, "Where it leads")
    entries = [box.itemText(number) for number in range(box.count())]
    assert entries == [
        "To the end",
        "To step 1: Is it far?",
        "To step 2: Take the bus.",
        "To step 3: Walk.",
    ]
    box.setCurrentText("To step 2: Take the bus.")
    press(page, "One more way: part 1 of 3")
    QTest.keyClicks(focused(), "No")
    boxes = [one for one in page.findChildren(QComboBox) if one.accessibleName() == box_name]
    boxes[1].setCurrentText("To step 3: Walk.")
    assert not unnamed_controls(page)
    press(page, "Remove: part 3 of 3")  # and the way to it leads to the end meanwhile
    assert boxes[1].currentText() == "To the end"
    press(page, "Bring it back")
    press(page, "Up: part 3 of 3")
    assert boxes[1].currentText() == "To step 2: Walk."
    press(page, "Save")
    made = mine(service)
    first, walk, bus = made.steps
    assert first.choices == (Choice("Yes", bus.id), Choice("No", walk.id))
    assert file_format.read(write(made), "mine.toml") == made
    page._rows.edited.emit(made)
    press(page, "Remove: way 1, part 1 of 3")
    press(page, "Save")
    assert mine(service).steps[0].choices == (Choice("No", walk.id),)


box_name = "Where it leads"


@pytest.mark.parametrize("name", ["cyclic-sighing", "four-seven-eight"])
def test_a_copied_pattern_keeps_what_ships_with_it(
    page: LibraryPage, service: ExercisesService, name: str
) -> None:
    before = service.duplicate(name, "Mine")
    page._rows.edited.emit(before)
    name_it(page, "Sigh")
    press(page, "Save")
    assert mine(service) == replace(before, title="Sigh")


def test_a_pattern_of_ones_own_has_the_cautions_of_its_holds(
    page: LibraryPage, service: ExercisesService
) -> None:
    press(page, kind_words(Kind.BREATHING))
    name_it(page, "Slow")
    press(page, "Save")
    made = mine(service)
    assert "pregnant" not in made.not_for
    assert "drive" in made.not_for
    assert "dizzy" in made.stop_if
    page._rows.edited.emit(made)
    field(page, QDoubleSpinBox, "Hold (0: no hold)").setValue(2)
    press(page, "Save")
    assert "pregnant" in mine(service).not_for
    page._rows.edited.emit(mine(service))
    disclose(page, "What it is for, and cautions")
    field(page, QPlainTextEdit, "When not").setPlainText("My own words.")
    press(page, "Save")
    assert mine(service).not_for == "My own words."


@pytest.mark.parametrize(("size", "width"), [(200, 972), (100, 480)])
def test_nothing_is_cut_off(
    qtbot: QtBot, service: ExercisesService, around: Around, size: int, width: int
) -> None:
    dress("dark", size)
    page = show(qtbot, LibraryPage(service, around.surroundings()), width, 820)
    press(page, kind_words(Kind.MUSCLES))
    inside = page.widget()
    assert inside is not None
    qtbot.waitUntil(lambda: inside.width() <= page.viewport().width())
    assert not unnamed_controls(page)
