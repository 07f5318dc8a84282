"""What tests of the person's own lines do with a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from copingkit.tools.helplines.model import OwnLine
from copingkit.tools.helplines.service import HelplinesService
from copingkit.tools.helplines.view.helplines_page import HelplinesPage
from copingkit.tools.helplines.view.own_row import OwnRow
from tests.support.pages import Around

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


def notice(around: Around) -> str:
    shown = around.notices.findChildren(QLabel) if not around.notices.isHidden() else []
    return " ".join(each.text() for each in shown)
