"""What only a real screen shows: focus, keys and a drag by hand, under Xvfb."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from copingkit.ui import shortcuts
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.layout import column, row
from copingkit.ui.widgets.rows import Grip, Row, Rows

pytestmark = pytest.mark.xvfb


def test_this_is_a_real_screen() -> None:
    assert QGuiApplication.platformName() == "xcb"


def show(window: QWidget, qtbot: QtBot) -> None:
    """Bring a window up and give it the keyboard; Xvfb has no window manager to do it."""
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_tab_goes_in_reading_order_and_keys_reach_the_window(qtbot: QtBot) -> None:
    window, field = QWidget(), QLineEdit()
    pressed: list[str] = []
    first = button("First", lambda: pressed.append("first"))
    second = button("Second", lambda: pressed.append("second"))
    window.setLayout(column(field, first, second))
    shortcuts.bind("help_now", window, lambda: pressed.append("help"))
    qtbot.addWidget(window)
    show(window, qtbot)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Space)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(second, Qt.Key.Key_H, both)
    assert pressed == ["second", "help"]


def test_a_row_is_dragged_by_its_grip(qtbot: QtBot) -> None:
    rows = Rows()
    made = [Row() for _ in range(3)]
    for one in made:
        one.setFixedHeight(40)
        one.setLayout(row(Grip(one), None))
    rows.fill(made)
    rows.resize(300, 140)
    qtbot.addWidget(rows)
    show(rows, qtbot)
    moves: list[tuple[int, int]] = []
    rows.moved.connect(lambda start, end: moves.append((start, end)))
    grip = made[0].findChild(Grip)
    assert isinstance(grip, Grip)
    start, end = grip.mapToGlobal(QPoint(5, 20)), made[2].mapToGlobal(QPoint(60, 38))
    window = rows.windowHandle()

    def pull() -> None:
        """Goes on while the drag holds the program, as a hand would."""
        for share in (0.3, 0.6, 1.0):
            at = start + (end - start) * share
            QCursor.setPos(at)
            QTest.mouseMove(window, rows.mapFromGlobal(at))
        QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=rows.mapFromGlobal(end), delay=20)

    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(5, 20))
    QTimer.singleShot(300, pull)
    QTest.mouseMove(grip, QPoint(5, 38))
    qtbot.waitUntil(lambda: bool(moves), timeout=10_000)
    assert moves == [(0, 2)]
