from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from copingkit.core.errors import DiskFull
from copingkit.core.records import RecordStore
from copingkit.tools.helplines.records import OWN_LINE
from copingkit.tools.helplines.service import HelplinesService
from tests.support.own_lines import (
    ALT,
    NURSE,
    add_button,
    choose,
    kept,
    names,
    notice,
    shown,
    texts,
    type_into,
    undo,
)
from tests.support.pages import Around
from tests.tools.helplines.view.conftest import ShowPage


def test_a_line_is_added_and_kept_as_it_is_typed(
    qtbot: QtBot, show_page: ShowPage, service: HelplinesService
) -> None:
    page = show_page(service)

    QTest.mouseClick(add_button(page), Qt.MouseButton.LeftButton)
    row = page.own.rows[0]
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    QTest.keyClicks(focus, "Night nurse")
    qtbot.waitUntil(lambda: names(service) == ["Night nurse"])
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


def test_a_vault_that_closed_meanwhile_is_said(
    qtbot: QtBot, show_page: ShowPage, three: HelplinesService, around: Around, records: RecordStore
) -> None:
    page = show_page(three)
    row = page.own.rows[0]
    row.open()
    type_into(qtbot, row, "typed")
    records._database.close()  # type: ignore[attr-defined]  # as the vault locks it

    page.flush()
    assert "copingkit was locked in the meantime" in notice(around)
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
        assert "copingkit was locked in the meantime" in notice(around)


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
        assert "The disk is full" in notice(around)
        assert row.editor is not None
        assert kept(service) == []

    page.flush()
    assert names(service) == ["Night nurse"]
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Return)
    assert texts(page.own.rows[0]) == ["Night nurse"]


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
