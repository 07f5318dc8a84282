"""What is being written is kept as it is typed: over a lock, beside another form, when left."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from copingkit.tools.exercises.model import Kind
from copingkit.tools.exercises.service import ExercisesService
from copingkit.tools.exercises.view.library_page import LibraryPage
from copingkit.tools.exercises.view.library_words import kind_words
from tests.support.accessible import spoken
from tests.support.controls import buttons, field, press, show
from tests.support.full_disk import FillableRecords
from tests.support.pages import Around
from tests.support.writing import guided, mine, name_it, texts


@pytest.fixture
def page(qtbot: QtBot, service: ExercisesService, around: Around) -> LibraryPage:
    return show(qtbot, LibraryPage(service, around.surroundings()))


def reopened(qtbot: QtBot, service: ExercisesService, around: Around) -> LibraryPage:
    """The page as it is after the vault was locked and opened again."""
    return show(qtbot, LibraryPage(service, around.surroundings()))


def test_what_is_being_written_is_there_after_a_lock_playable_or_not(
    qtbot: QtBot, page: LibraryPage, service: ExercisesService, around: Around
) -> None:
    assert not buttons(page, "Go on writing")
    press(page, kind_words(Kind.STEPS))
    QTest.keyClicks(texts(page, "The step")[0], "Look")
    page.flush()
    again = reopened(qtbot, service, around)
    assert not buttons(again, "Leave it")  # nothing opens by itself
    press(again, "Go on writing")
    assert texts(again, "The step")[0].toPlainText() == "Look"
    assert not buttons(again, "Go on writing")
    name_it(again, "Looking")
    press(again, "Save")
    assert mine(service).title == "Looking"
    assert not buttons(reopened(qtbot, service, around), "Go on writing")


def test_what_is_being_written_is_kept_within_a_second(
    qtbot: QtBot, page: LibraryPage, service: ExercisesService
) -> None:
    press(page, kind_words(Kind.TIMER))
    name_it(page, "Tea")
    qtbot.waitUntil(lambda: service.drafts.newest() is not None)
    kept = service.drafts.newest()
    assert kept is not None
    assert kept[1].title == "Tea"


def test_two_forms_do_not_write_over_each_other(
    qtbot: QtBot, page: LibraryPage, service: ExercisesService, around: Around
) -> None:
    press(page, kind_words(Kind.TIMER))
    name_it(page, "Tea")
    page.flush()
    again = reopened(qtbot, service, around)
    press(again, kind_words(Kind.BREATHING))
    name_it(again, "Heron")
    press(again, "Save")
    press(again, "Go on writing")
    assert field(again, QLineEdit, "Name").text() == "Tea"


def test_a_form_that_is_left_comes_back_with_undo(
    page: LibraryPage, service: ExercisesService, around: Around
) -> None:
    press(page, kind_words(Kind.GUIDED))
    guided(page)
    press(page, "Leave it")
    assert not texts(page, "What is said")
    assert service.drafts.newest() is None
    around.notices.undo()
    assert texts(page, "What is said")[1].toPlainText() == "Listen to it."
    press(page, kind_words(Kind.TIMER))  # another form leaves the first, too
    assert "Closed without saving." in spoken(around.notices)


def test_a_form_in_which_nothing_was_written_is_not_kept(
    page: LibraryPage, service: ExercisesService, around: Around
) -> None:
    press(page, kind_words(Kind.STEPS))
    page.flush()
    press(page, "Leave it")
    assert service.drafts.newest() is None
    assert "Closed without saving." not in spoken(around.notices)
    assert not buttons(page, "Leave it")


def test_a_full_disk_is_said_and_the_form_stays(
    page: LibraryPage, service: ExercisesService, records: FillableRecords, around: Around
) -> None:
    press(page, kind_words(Kind.GUIDED))
    guided(page)
    records.full = True
    page.flush()
    assert "room" in spoken(around.notices)
    assert texts(page, "What is said")[0].toPlainText() == "Look at the sea."
