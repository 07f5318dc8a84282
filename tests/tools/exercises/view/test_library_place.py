"""In the library one stays where one is: what changes moves neither the page nor the keyboard."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollBar
from pytestqt.qtbot import QtBot

from copingkit.tools.exercises.service import ExercisesService
from copingkit.tools.exercises.view.library_page import LibraryPage
from tests.support.controls import buttons, field, press, show
from tests.support.library import OpenLibrary, row_of, titles
from tests.support.looks import dress
from tests.support.pages import Around

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def page(open_library: OpenLibrary) -> LibraryPage:
    """With the second dozen of all exercises open."""
    made = open_library()
    made._all._more.click()
    return made


def differs(line: QScrollBar, before: int) -> bool:
    return line.value() != before


def test_what_is_marked_far_down_stays_where_it_is(qtbot: QtBot, page: LibraryPage) -> None:
    rows = titles(page)
    line = page.verticalScrollBar()
    for name, on in (("Mark as a favourite: A good place", True), ("A favourite: A good place", 0)):
        heart = buttons(page, name)[-1]
        heart.setFocus()
        page.ensureWidgetVisible(heart)
        below = heart.mapTo(page, QPoint(0, 0)).y()
        scrolled = partial(differs, line, line.value())
        QTest.mouseClick(heart, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(scrolled)
        assert heart.mapTo(page, QPoint(0, 0)).y() == below
        assert page.focusWidget() is heart
        assert titles(page) == rows
        assert heart.isChecked() is bool(on)


def test_a_copy_made_far_down_leaves_the_keyboard_there(page: LibraryPage) -> None:
    row = row_of(page, "Quiet sitting")
    row.start.setFocus()
    row.copied.emit()
    assert titles(page)[0] == "Quiet sitting (mine)"
    assert row_of(page, "Quiet sitting") is row
    focused = page.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Start · 10 minutes: Quiet sitting"


def test_more_leads_the_keyboard_to_the_first_new_start(page: LibraryPage) -> None:
    page._all._more.click()
    focused = page.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Start · 6 minutes: Surfing an urge"


def test_what_is_looked_for_is_seen_without_scrolling(
    qtbot: QtBot, service: ExercisesService, around: Around
) -> None:
    for exercise in ("sounds", "stop", "body-scan"):
        service.set_favourite(exercise, on=True)
    page = show(qtbot, LibraryPage(service, around.surroundings()))
    qtbot.wait(20)
    line = field(page, QLineEdit, "Words in it")
    for words, found in (("quiet sit", "Quiet sitting"), ("xyz", "Nothing fits.")):
        page.verticalScrollBar().setValue(0)
        line.setText(words)
        qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0)
        seen = spoken_within(page, page.viewport().height())
        assert any(found in text for text in seen), words
        assert "Kind of exercise" in seen


def spoken_within(page: LibraryPage, height: int) -> list[str]:
    """The words of the labels that lie wholly in what is seen."""
    places = ((one, one.mapTo(page, QPoint(0, 0)).y()) for one in page.findChildren(QLabel))
    return [one.text() for one, at in places if one.isVisible() and 0 <= at < height - one.height()]


def test_the_last_row_that_fits_leaves_the_keyboard_to_the_filters(page: LibraryPage) -> None:
    row_of(page, "Quiet sitting").copied.emit()
    page._filters.look_for("mine")
    (row,) = page._all.rows
    row.start.setFocus()
    row.archived.emit(True)
    assert titles(page) == []
    assert page.focusWidget() is field(page, QLineEdit, "Words in it")


@pytest.mark.parametrize("kept", [True, False])
def test_in_large_text_a_small_window_is_wide_enough(
    qtbot: QtBot, service: ExercisesService, around: Around, kept: bool
) -> None:
    dress("light", 200)
    made = LibraryPage(
        service if kept else ExercisesService(None, around.clock), around.surroundings()
    )
    page = show(qtbot, made, 500, 560)  # what a window of 640 leaves beside the sidebar
    qtbot.wait(50)
    assert page.horizontalScrollBar().maximum() == 0


def test_what_was_asked_for_is_seen(qtbot: QtBot, page: LibraryPage) -> None:
    press(page, "I am panicking")
    qtbot.wait(50)
    assert page.verticalScrollBar().value() == 0  # there is room for it below
    page.resize(500, 360)
    dress("light", 200)
    page.verticalScrollBar().setValue(0)
    qtbot.wait(50)
    press(page, "I feel unreal")
    start = page._for_need.rows[0].start
    qtbot.waitUntil(lambda: not start.visibleRegion().isEmpty())
