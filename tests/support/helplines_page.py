"""What tests read on the page of helplines and press there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot


def texts(page: QWidget) -> list[str]:
    """What is to be read on the page, from top to bottom."""
    shown = [each for each in page.findChildren(QLabel) if each.isVisibleTo(page) and each.text()]
    shown.sort(key=lambda each: each.mapTo(page, each.rect().topLeft()).y())
    return [each.text() for each in shown]


def press(qtbot: QtBot, page: QWidget, name: str) -> None:
    """Click the button with this accessible name."""
    found = [each for each in page.findChildren(QPushButton) if each.accessibleName() == name]
    assert len(found) == 1, [each.accessibleName() for each in page.findChildren(QPushButton)]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
