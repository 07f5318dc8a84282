from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from copingkit.core.errors import DiskFull
from copingkit.core.records import RecordStore
from copingkit.tools.helplines.model import OwnLine
from copingkit.tools.helplines.records import OWN_LINE
from copingkit.tools.helplines.service import HelplinesService
from copingkit.tools.helplines.view.helplines_page import HelplinesPage
from copingkit.tools.helplines.view.own_row import OwnRow
from copingkit.ui.qr import QrCode
from tests.support.pages import Around
from tests.tools.helplines.view.conftest import ShowPage

ALT = Qt.KeyboardModifier.AltModifier
NURSE = OwnLine("Night nurse", "0170 555 0142", "22:00 to 6:00", "ask for Jo")


def kept(service: HelplinesService) -> list[OwnLine]:
    return [record.value for record in service.own_lines()]


def names(service: HelplinesService) -> list[str]:
    return [line.name for line in kept(service)]


def shown(page: HelplinesPage) -> list[str]:
    return [row.line.name for row in page.own.rows]


def texts(row: OwnRow) -> list[str]:
    return [
        each.text() for each in row.findChildren(QLabel) if each.isVisibleTo(row) and each.text()
    ]


def type_into(qtbot: QtBot, row: OwnRow, *values: str) -> None:
    """Type into the fields of an open editor, from the first on, going on with Tab."""
    assert row.editor is not None
    for field, value in zip(row.editor.findChildren(QLineEdit), values, strict=False):
        field.setFocus()
        field.clear()
        QTest.keyClicks(field, value)


def add_button(page: HelplinesPage) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.text().strip() == "Add a line")


def choose(row: OwnRow, name: str) -> None:
    """Choose an entry of the row's menu."""
    actions: list[QAction] = row.menu().actions()
    next(action for action in actions if action.text() == name).trigger()


def undo(around: Around) -> None:
    button = next(b for b in around.notices.findChildren(QPushButton) if "Undo" in b.text())
    button.click()


@pytest.fixture
def three(service: HelplinesService) -> HelplinesService:
    for name in ("A", "B", "C"):
        service.add(OwnLine(name, "0170 555 0142"))
    return service


def test_a_line_is_added_and_kept_as_it_is_typed(
    qtbot: QtBot, show_page: ShowPage, service: HelplinesService
) -> None:
    page = show_page(service)

    QTest.mouseClick(add_button(page), Qt.MouseButton.LeftButton)
    row = page.own.rows[0]
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    QTest.keyClicks(focus, "Night nurse")
    qtbot.waitUntil(lambda: names(service) == ["Night nurse"], timeout=2000)
    type_into(qtbot, row, "Night nurse", "0170 555 0142", "22:00 to 6:00", "ask for Jo")
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Return)

    assert kept(service) == [NURSE]
    assert row.editor is None
    assert texts(row)[:4] == ["Night nurse", "0170 555 0142", "22:00 to 6:00", "ask for Jo"]
    assert row.accessibleName() == "1 of 1: Night nurse, 0170 555 0142, 22:00 to 6:00"
    assert row.hasFocus()


def test_an_empty_new_line_leaves_nothing(
    qtbot: QtBot, show_page: ShowPage, service: HelplinesService
) -> None:
    page = show_page(service)

    page.own.add_line()
    page.own.add_line()
    assert len(page.own.rows) == 1
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Escape)

    assert page.own.rows == []
    assert kept(service) == []
    assert add_button(page).hasFocus()


def test_flush_keeps_what_was_typed_a_moment_ago(
    qtbot: QtBot, show_page: ShowPage, service: HelplinesService
) -> None:
    page = show_page(service)
    page.own.add_line()
    type_into(qtbot, page.own.rows[0], "Night nurse")

    page.flush()

    assert names(service) == ["Night nurse"]


def test_a_line_is_edited_in_place(
    qtbot: QtBot, show_page: ShowPage, three: HelplinesService
) -> None:
    page = show_page(three)
    row = page.own.rows[1]
    row.setFocus()

    QTest.keyClick(row, Qt.Key.Key_Return)
    type_into(qtbot, row, "B2", "0170 555 0199")
    row.flush()
    type_into(qtbot, row, "B3")
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Escape)

    assert names(three) == ["A", "B3", "C"]
    assert kept(three)[1].phone == "0170 555 0199"
    assert three.own_lines()[1].version == 2
    assert "B3" in texts(row)


def test_an_open_editor_keeps_its_text_when_other_lines_change(
    qtbot: QtBot, show_page: ShowPage, three: HelplinesService
) -> None:
    page = show_page(three)
    row = page.own.rows[1]
    row.open()
    type_into(qtbot, row, "typing")

    three.remove(page.own.rows[0].record_id)

    assert row in page.own.rows
    assert row.editor is not None
    assert row.editor.line.name == "typing"
    assert shown(page)[1:] == ["C"]


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


def test_undo_brings_back_what_was_typed_last(
    qtbot: QtBot, show_page: ShowPage, three: HelplinesService, around: Around
) -> None:
    page = show_page(three)
    row = page.own.rows[0]
    row.open()
    assert row.editor is not None
    QTest.keyClicks(row.editor.findChildren(QLineEdit)[0], "2")

    choose(row, "Remove")
    undo(around)

    assert names(three) == ["A2", "B", "C"]


def test_emptying_a_line_removes_it_with_undo(
    qtbot: QtBot, show_page: ShowPage, three: HelplinesService, around: Around
) -> None:
    page = show_page(three)
    row = page.own.rows[0]
    row.open()
    type_into(qtbot, row, "", "")
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Return)
    assert names(three) == ["B", "C"]

    undo(around)
    assert names(three) == ["A", "B", "C"]


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


def test_a_vault_that_closed_meanwhile_is_said(
    qtbot: QtBot, show_page: ShowPage, three: HelplinesService, around: Around, records: RecordStore
) -> None:
    page = show_page(three)
    row = page.own.rows[0]
    row.open()
    type_into(qtbot, row, "typed")
    records._database.close()  # type: ignore[attr-defined]  # as the vault locks it

    page.flush()
    assert "copingkit was locked in the meantime" in _notice(around)
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Return)
    assert row.editor is not None
    assert row.editor.line.name == "typed"

    acts: tuple[Callable[[], object], ...] = (
        lambda: page.own._on_remove(page.own.rows[1]),
        lambda: page.own._on_moved(0, 1),
        lambda: page.own._restore("any"),
    )
    for act in acts:
        around.notices.clear()
        act()
        assert "copingkit was locked in the meantime" in _notice(around)


def _notice(around: Around) -> str:
    shown = around.notices.findChildren(QLabel) if not around.notices.isHidden() else []
    return " ".join(each.text() for each in shown)


def test_a_page_that_is_gone_hears_nothing_more(
    qtbot: QtBot, show_page: ShowPage, service: HelplinesService
) -> None:
    page = show_page(service)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()

    service.add(NURSE)

    assert service.changed._handlers == []


def test_nothing_of_own_lines_lies_in_the_folder_in_plain_text(
    qtbot: QtBot, show_page: ShowPage, service: HelplinesService, tmp_path: Path
) -> None:
    page = show_page(service)
    page.own.add_line()
    type_into(qtbot, page.own.rows[0], "Marker Quokka")
    page.flush()

    assert names(service) == ["Marker Quokka"]
    found = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert found
    assert not any(b"Quokka" in path.read_bytes() for path in found)
    assert OWN_LINE.name == "helplines.own_line"


def test_what_could_not_be_saved_stays_and_is_saved_later(
    qtbot: QtBot,
    show_page: ShowPage,
    service: HelplinesService,
    records: RecordStore,
    around: Around,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = show_page(service)
    page.own.add_line()
    row = page.own.rows[0]

    def full(*_args: object, **_more: object) -> None:
        raise DiskFull("vault.db")

    with monkeypatch.context() as disk:
        disk.setattr(records, "save", full)
        type_into(qtbot, row, "Night nurse")
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Return)
        assert "The disk is full" in _notice(around)
        assert row.editor is not None
        assert kept(service) == []

    page.flush()
    assert names(service) == ["Night nurse"]
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Return)
    assert texts(page.own.rows[0]) == ["Night nurse"]


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


def test_alt_and_arrows_move_a_line_while_it_is_edited(
    qtbot: QtBot, show_page: ShowPage, three: HelplinesService
) -> None:
    page = show_page(three)
    row = page.own.rows[2]
    row.open()
    type_into(qtbot, row, "C2")

    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_Up, ALT)

    assert names(three) == ["A", "C2", "B"]
    assert row.editor is not None
    QTest.keyClick(field, Qt.Key.Key_F3)
    assert row.editor is not None
