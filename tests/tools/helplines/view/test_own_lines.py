from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from copingkit.tools.helplines.model import OwnLine
from copingkit.tools.helplines.service import HelplinesService
from copingkit.tools.helplines.view.helplines_page import HelplinesPage
from copingkit.tools.helplines.view.own_row import OwnRow
from copingkit.ui.qr import QrCode
from tests.support.own_lines import (
    ALT,
    NURSE,
    choose,
    names,
    shown,
    texts,
    undo,
)
from tests.support.pages import Around
from tests.tools.helplines.view.conftest import ShowPage

pytestmark = pytest.mark.usefixtures("dressed")


def test_a_removed_line_comes_back_by_undo(
    qtbot: QtBot, show_page: ShowPage, three: HelplinesService, around: Around
) -> None:
    page = show_page(three)
    row = page.own.rows[1]
    row.setFocus()

    QTest.keyClick(row, Qt.Key.Key_Delete)
    assert (names(three), shown(page)) == (["A", "C"], ["A", "C"])

    undo(around)
    assert (names(three), shown(page)) == (["A", "B", "C"], ["A", "B", "C"])


def test_a_new_line_is_scrolled_to_with_all_its_fields(
    qtbot: QtBot, show_page: ShowPage, three: HelplinesService
) -> None:
    page = show_page(three)
    page.resize(700, 560)
    page.own.add_line()
    editor = page.own.rows[-1].editor
    assert editor is not None

    def seen() -> bool:
        top = editor.mapTo(page, QPoint(0, 0)).y()
        return top >= 0 and top + editor.height() <= page.height()

    qtbot.waitUntil(seen)


@pytest.mark.parametrize(
    ("do", "order"),
    [
        (lambda row: QTest.keyClick(row, Qt.Key.Key_Up, ALT), "BAC"),
        (lambda row: QTest.keyClick(row, Qt.Key.Key_Down, ALT), "ACB"),
        (lambda row: choose(row, "Move up"), "BAC"),
        (lambda row: choose(row, "Move down"), "ACB"),
        (lambda row: choose(row, "Remove"), "AC"),
    ],
)
def test_lines_are_moved_and_removed_by_key_and_menu(
    qtbot: QtBot,
    show_page: ShowPage,
    three: HelplinesService,
    do: Callable[[OwnRow], object],
    order: str,
) -> None:
    page = show_page(three)
    row = page.own.rows[1]
    row.setFocus()

    do(row)

    assert names(three) == list(order)
    assert shown(page) == list(order)
    places = [row.accessibleName().partition(":")[0] for row in page.own.rows]
    assert places == [f"{place} of {len(order)}" for place in range(1, len(order) + 1)]


def test_the_menu_opens_the_editor(show_page: ShowPage, three: HelplinesService) -> None:
    page = show_page(three)

    choose(page.own.rows[2], "Edit")

    assert page.own.rows[2].editor is not None


def test_a_number_with_letters_has_no_code_and_says_why(
    qtbot: QtBot, show_page: ShowPage, service: HelplinesService
) -> None:
    service.add(OwnLine("Vanity", "555 NURSE"))
    service.add(OwnLine("", "0170 555 0142"))
    page = show_page(service)

    assert any("no code for this one" in each for each in texts(page.own.rows[0]))
    code = next(
        b
        for b in page.own.rows[1].findChildren(QPushButton)
        if b.accessibleName() == "Code to call: 0170 555 0142"
    )
    QTest.mouseClick(code, Qt.MouseButton.LeftButton)
    assert len(page.own.findChildren(QrCode)) == 1


def test_own_lines_stand_below_the_emergency_number(
    show_page: ShowPage, service: HelplinesService
) -> None:
    def is_high(page: HelplinesPage) -> bool:
        samaritans = next(e for e in page.findChildren(QLabel) if e.text() == "Samaritans")
        top = page.own.mapTo(page, page.own.rect().topLeft()).y()
        return top < samaritans.mapTo(page, samaritans.rect().topLeft()).y()

    assert not is_high(show_page(service))
    service.add(NURSE)
    assert is_high(show_page(service))


def test_a_link_brings_its_line_into_view(show_page: ShowPage, three: HelplinesService) -> None:
    page = show_page(three)
    last = page.own.rows[2]
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())

    page.show_target(last.record_id)

    assert last.hasFocus()
    top = last.mapTo(page.viewport(), last.rect().topLeft()).y()
    assert 0 <= top < page.viewport().height()
    page.show_target("gone")
    assert page.verticalScrollBar().value() == 0


def test_a_page_that_is_gone_hears_nothing_more(
    qtbot: QtBot, show_page: ShowPage, service: HelplinesService
) -> None:
    page = show_page(service)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()

    service.add(NURSE)

    assert service.changed._handlers == []


def test_rows_are_dragged_into_order(show_page: ShowPage, three: HelplinesService) -> None:
    page = show_page(three)

    page.own._rows.moved.emit(2, 0)  # what a drop of the last row above the first asks for

    assert names(three) == ["C", "A", "B"]


def test_an_unsaved_line_is_not_moved(show_page: ShowPage, three: HelplinesService) -> None:
    page = show_page(three)
    page.own.add_line()

    page.own._rows.moved.emit(3, 0)

    assert names(three) == ["A", "B", "C"]


# the offscreen platform warns of this at every popup
@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_the_button_opens_the_menu(
    qtbot: QtBot, show_page: ShowPage, three: HelplinesService
) -> None:
    page = show_page(three)
    more = next(
        b
        for b in page.own.rows[0].findChildren(QPushButton)
        if b.accessibleName() == "More about: A, 0170 555 0142"
    )

    QTest.mouseClick(more, Qt.MouseButton.LeftButton)

    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [a.text() for a in menu.actions() if a.text()] == [
        "Edit",
        "Move up",
        "Move down",
        "Remove",
    ]
    menu.close()
