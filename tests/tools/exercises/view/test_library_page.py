"""The library: by need, by what helped, by everything; own exercises, and files."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from copingkit.core.faults import Fault, FaultReason
from copingkit.core.links import Link
from copingkit.tools.exercises import file_format
from copingkit.tools.exercises.catalogue import shipped
from copingkit.tools.exercises.file_writer import write
from copingkit.tools.exercises.model import Family, Need, Pattern
from copingkit.tools.exercises.records import OWN
from copingkit.tools.exercises.service import ExercisesService
from copingkit.tools.exercises.view.exercise_list import AT_FIRST
from copingkit.tools.exercises.view.exercise_row import ExerciseRow
from copingkit.tools.exercises.view.library_page import LibraryPage
from copingkit.tools.exercises.view.library_words import (
    family_words,
    fault_words,
    need_words,
    signed,
)
from copingkit.ui import theme
from tests.support.accessible import spoken, unnamed_controls
from tests.support.controls import buttons, field, press, show, tops_by_tab
from tests.support.full_disk import FillableRecords
from tests.support.library import OpenLibrary, row_of, titles
from tests.support.pages import Around

pytestmark = pytest.mark.usefixtures("dressed")

SOUNDS = next(each for each in shipped() if each.id == "sounds")


def choose(row: ExerciseRow, action: str) -> None:
    (found,) = (each for each in row.menu().actions() if each.text() == action)
    found.trigger()


def test_a_need_leads_to_the_player_in_one_more_press(
    open_library: OpenLibrary, around: Around
) -> None:
    page = open_library()
    press(page, "I am panicking")
    assert [row.exercise.id for row in page._for_need.rows] == [
        "extended-exhale",
        "five-senses",
        "feet-on-the-floor",
    ]
    (start, *_rest) = buttons(page, "Start · 1 minute: Longer out than in")
    start.click()
    assert around.links == [Link("exercises", "play/extended-exhale/short")]


def test_a_link_opens_a_need_or_an_own_exercise(
    open_library: OpenLibrary, service: ExercisesService
) -> None:
    mine = service.save_own(replace(SOUNDS, title="Rain on the roof"))
    page = open_library()
    page.show_target("need/sleep")
    assert buttons(page, "I can't sleep")[0].isChecked()
    page.show_target(mine.id)
    assert titles(page) == ["Rain on the roof"]
    page.show_target("")
    assert page.verticalScrollBar().value() == 0


def test_rows_come_a_dozen_at_a_time(open_library: OpenLibrary) -> None:
    page = open_library()
    assert len(titles(page)) == 12
    for _ in range(2):
        page._all._more.click()
    assert titles(page) == sorted((each.title for each in shipped()), key=str.casefold)
    assert page._all._more.isHidden()


def test_at_first_there_are_as_many_rows_as_a_window_shows(
    qtbot: QtBot, service: ExercisesService, around: Around
) -> None:
    page = LibraryPage(service, around.surroundings())
    qtbot.addWidget(page)
    assert len(titles(page)) == AT_FIRST
    assert page._all._more.text().strip() == "18 more", "those that come by themselves are no more"
    page._filters.look_for("breath")  # another list, before the rest of the first one came
    qtbot.wait(20)
    assert len(titles(page)) == len(set(titles(page)))
    assert page._all._more.isHidden()


def test_favourites_stand_above(open_library: OpenLibrary, service: ExercisesService) -> None:
    page = open_library()
    press(page, "Mark as a favourite: Heavy and warm")
    assert [row.exercise.id for row in page._mine.rows] == ["autogenic-themes"]
    assert service.favourites() == {"autogenic-themes"}
    for each in buttons(page, "A favourite: Heavy and warm")[:1]:
        each.click()
    assert page._mine.rows == []


def test_into_the_plan_by_a_link(open_library: OpenLibrary, around: Around) -> None:
    choose(row_of(open_library(), "Box breathing"), "Put it into step 2 of my plan")
    assert around.links == [Link("safety_plan", "suggest/box-breathing/Box breathing")]


def test_a_copy_is_ones_own_put_away_and_removed_with_undo(
    open_library: OpenLibrary, service: ExercisesService, around: Around
) -> None:
    page = open_library()
    choose(row_of(page, "Heavy and warm"), "Make a copy of my own")
    mine = "Heavy and warm (mine)"
    assert titles(page)[0] == mine
    choose(row_of(page, mine), "Put it away")
    assert mine not in titles(page)
    around.notices.undo()
    assert mine in titles(page)
    choose(row_of(page, mine), "Put it away")
    press(page, "Only what I put away")
    assert titles(page) == [mine]
    choose(row_of(page, mine), "Bring it back to the list")
    press(page, "Only what I put away")
    choose(row_of(page, mine), "Remove")
    assert mine not in titles(page)
    around.notices.undo()
    assert mine in titles(page)


def test_a_pattern_of_ones_own(
    qtbot: QtBot, open_library: OpenLibrary, service: ExercisesService
) -> None:
    page = open_library()
    press(page, "A breathing pattern of my own")
    assert "6 breaths a minute" in spoken(page)
    assert field(page, QDoubleSpinBox, "Hold (0: no hold)").value() == 0
    press(page, "Save")
    assert "Please give it a name." in spoken(page)
    QTest.keyClicks(field(page, QLineEdit, "Name"), "Evening")
    field(page, QDoubleSpinBox, "Breathe out").setValue(14)
    press(page, "Save")
    assert "Too fast or too slow. Breaths a minute: 4-12." in spoken(page)
    field(page, QDoubleSpinBox, "Breathe out").setValue(8)
    press(page, "Save")
    assert titles(page) == ["Evening"]
    (mine,) = (each for each in service.all() if each.title == "Evening")
    assert mine.breathing is not None
    assert mine.breathing.pattern == Pattern(4, 8)

    choose(row_of(page, "Evening"), "Change it")
    field(page, QDoubleSpinBox, "Breathe in").setValue(3)
    press(page, "Save")
    assert service.exercise(mine.id).breathing is not None
    assert "Evening" in titles(page)
    press(page, "A breathing pattern of my own")
    press(page, "Leave it")
    assert not buttons(page, "Leave it")


def test_a_file_is_taken_in_as_one_more(
    open_library: OpenLibrary, service: ExercisesService, tmp_path: Path
) -> None:
    path = tmp_path / "sounds.toml"
    path.write_text(write(replace(SOUNDS, title="Sounds of the yard")), encoding="utf-8")
    page = open_library()
    page.writing.take_in(path)
    assert titles(page) == ["Sounds of the yard"]
    page.writing.take_in(path)
    assert titles(page) == ["Sounds of the yard"] * 2
    assert service.exercise("sounds") == SOUNDS


def test_a_broken_file_tells_all_that_is_wrong_and_changes_nothing(
    open_library: OpenLibrary, records: FillableRecords, tmp_path: Path
) -> None:
    path = tmp_path / "mine.toml"
    broken = write(SOUNDS).replace("purpose", "purpos").replace("minutes = 4", 'minutes = "4"', 1)
    path.write_text(broken, encoding="utf-8")
    page = open_library()
    page.writing.take_in(path)
    said = spoken(page)
    assert "This file cannot be taken as it is: mine.toml." in said
    assert "an unknown key. Near to it: purpose" in said
    assert "minutes: not the right kind of value." in said
    path.write_bytes(b"\xff\xfe")
    page.writing.take_in(path)
    assert "an unknown key" not in spoken(page)
    page.writing.take_in(tmp_path / "nowhere.toml")
    assert records.count(OWN) == 0


def test_it_is_saved_as_a_file_that_can_be_taken_in(
    qtbot: QtBot, open_library: OpenLibrary, tmp_path: Path, around: Around
) -> None:
    page = open_library()
    choose(row_of(page, "Body scan"), "Save as a file")
    (dialog,) = page.findChildren(QFileDialog)
    assert [Path(each).name for each in dialog.selectedFiles()] == ["Body scan.toml"]
    path = tmp_path / "body.toml"
    dialog.fileSelected.emit(str(path))
    assert file_format.read(path.read_text("utf-8"), path.name).id == "body-scan"
    assert "Saved. The file is not protected." in spoken(around.notices)
    dialog.fileSelected.emit(str(tmp_path / "nowhere" / "x.toml"))
    assert "not protected" not in spoken(around.notices)
    dialog.close()
    press(page, "Take in a file")
    (asked,) = (each for each in page.findChildren(QFileDialog) if each.isVisible())
    asked.fileSelected.emit(str(path))
    assert titles(page) == ["Body scan", "Body scan"]
    asked.close()


def test_a_full_disk_is_said(
    open_library: OpenLibrary, records: FillableRecords, around: Around
) -> None:
    page = open_library()
    records.full = True
    press(page, "Mark as a favourite: Heavy and warm")
    assert "room" in spoken(around.notices)
    assert buttons(page, "Mark as a favourite: Heavy and warm")


def test_while_locked_it_can_be_looked_through_and_played(
    qtbot: QtBot, locked: ExercisesService, around: Around
) -> None:
    page = show(qtbot, LibraryPage(locked, around.surroundings()))
    assert "Everything can be played now." in spoken(page)
    assert not buttons(page, "A breathing pattern of my own")
    assert not buttons(page, "Mark as a favourite: Box breathing")
    assert not buttons(page, "More about: Box breathing")
    press(page, "I am tense")
    assert page._for_need.rows


def test_every_control_has_a_name_and_tab_goes_down_the_page(open_library: OpenLibrary) -> None:
    page = open_library()
    press(page, "I feel unreal")
    press(page, "A breathing pattern of my own")
    assert not unnamed_controls(page)
    tops = tops_by_tab(page)
    assert len(tops) > 20
    # what stands beside each other is not all of one height
    assert all(after - before > -theme.px(40) for before, after in pairwise(tops)), tops


def test_all_words_are_there() -> None:
    assert len({need_words(need) for need in Need}) == len(Need)
    assert len({family_words(family) for family in Family}) == len(Family)
    told = {fault_words(Fault(3, "steps[1].id", reason, "x")) for reason in FaultReason}
    assert len(told) == len(FaultReason)
    assert all(text.startswith("Line 3, steps[1].id: ") for text in told)
    assert fault_words(Fault(3, "", FaultReason.UNKNOWN_KEY, "title")).endswith("title")
    far = fault_words(Fault(3, "", FaultReason.UNKNOWN_KEY))
    assert far == "Line 3: an unknown key. The README beside the exercises has them all."
    assert fault_words(Fault(3, "", FaultReason.SYNTAX)).startswith("Line 3: ")
    assert [signed(number) for number in (2, 0, -3, None)] == ["+2", "0", "−3", "0"]
