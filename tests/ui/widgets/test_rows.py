"""Rows move by drag and by keyboard; the list only says what was asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from copingkit.ui.widgets.rows import _MIME, Grip, Row, Rows

pytestmark = pytest.mark.usefixtures("dressed")

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
MOVE = Qt.DropAction.MoveAction


def filled(qtbot: QtBot, count: int = 3) -> Rows:
    """A shown list of rows, each 40 pixels high."""
    rows = Rows()
    qtbot.addWidget(rows)
    made = [Row() for _ in range(count)]
    for row in made:
        row.setFixedHeight(40)
    rows.fill(made)
    rows.resize(300, 44 * count)
    with qtbot.waitExposed(rows):
        rows.show()
    return rows


def dragged(index: int) -> QMimeData:
    """What a grip gives to a drag."""
    mime = QMimeData()
    mime.setData(_MIME, str(index).encode())
    return mime


@pytest.mark.parametrize(
    ("source", "gap", "target"),
    [(0, 2, 1), (0, 3, 2), (2, 0, 0), (1, 0, 0), (0, 0, None), (1, 2, None)],
)
def test_a_drop_says_where_the_row_should_go(
    qtbot: QtBot, source: int, gap: int, target: int | None
) -> None:
    rows = filled(qtbot)
    moves: list[tuple[int, int]] = []
    rows.moved.connect(lambda start, end: moves.append((start, end)))
    centres = [row.geometry().center().y() for row in rows.rows]
    y = centres[gap] - 5 if gap < len(centres) else centres[-1] + 10
    mime, at = dragged(source), QPoint(5, y)
    rows.dragMoveEvent(QDragMoveEvent(at, MOVE, mime, LEFT, NONE))
    rows.grab()
    rows.dropEvent(QDropEvent(QPointF(at), MOVE, mime, LEFT, NONE))
    assert moves == ([] if target is None else [(source, target)])
    assert [row.index for row in rows.rows] == [0, 1, 2]


def test_the_line_under_a_drag_goes_with_it(qtbot: QtBot) -> None:
    rows = filled(qtbot)
    before = rows.grab().toImage()
    rows.dragMoveEvent(QDragMoveEvent(QPoint(5, 130), MOVE, dragged(0), LEFT, NONE))
    during = rows.grab().toImage()
    rows.dragLeaveEvent(QDragLeaveEvent())
    assert during != before
    assert rows.grab().toImage() == before


def test_what_does_not_come_from_this_list_is_not_taken(qtbot: QtBot) -> None:
    rows = filled(qtbot)
    for mime in (dragged(0), QMimeData()):
        event = QDragEnterEvent(QPoint(5, 5), MOVE, mime, LEFT, NONE)
        event.ignore()
        rows.dragEnterEvent(event)
        assert not event.isAccepted()


@pytest.mark.parametrize(
    ("start", "key", "moves"),
    [
        (1, Qt.Key.Key_Up, [(1, 0)]),
        (1, Qt.Key.Key_Down, [(1, 2)]),
        (0, Qt.Key.Key_Up, []),
        (2, Qt.Key.Key_Down, []),
    ],
)
def test_alt_and_an_arrow_ask_for_a_move(
    qtbot: QtBot, start: int, key: Qt.Key, moves: list[tuple[int, int]]
) -> None:
    rows = filled(qtbot)
    seen: list[tuple[int, int]] = []
    rows.moved.connect(lambda first, second: seen.append((first, second)))
    QTest.keyClick(rows.rows[start], key, Qt.KeyboardModifier.AltModifier)
    assert seen == moves


def test_keys_open_and_remove_a_row(qtbot: QtBot) -> None:
    rows = filled(qtbot)
    seen: list[str] = []
    row = rows.rows[1]
    row.open_requested.connect(lambda: seen.append("open"))
    row.remove_requested.connect(lambda: seen.append("remove"))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Delete):
        QTest.keyClick(row, key)
    QTest.keyClick(row, Qt.Key.Key_A)
    QTest.keyClick(row, Qt.Key.Key_Up)
    assert seen == ["open", "open", "open", "remove"]


def test_refilling_keeps_rows_their_order_and_their_focus(qtbot: QtBot) -> None:
    rows = filled(qtbot)
    first, second, third = rows.rows
    with qtbot.waitActive(rows):
        rows.activateWindow()
    third.setFocus()
    rows.grab()
    fourth = Row()
    moves: list[tuple[int, int]] = []
    rows.moved.connect(lambda start, end: moves.append((start, end)))
    rows.fill([third, fourth, first])
    assert rows.rows == [third, fourth, first]
    assert [row.index for row in rows.rows] == [0, 1, 2]
    assert third.hasFocus()
    assert second.isHidden()
    QTest.keyClick(third, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert moves == [(0, 1)]  # once, though the row was there before


def test_a_short_pull_at_the_grip_drags_nothing(qtbot: QtBot) -> None:
    rows = filled(qtbot)
    grip = Grip(rows.rows[0])
    qtbot.addWidget(grip)
    for kind, x in (
        (QEvent.Type.MouseMove, 60),
        (QEvent.Type.MouseButtonPress, 2),
        (QEvent.Type.MouseMove, 3),
    ):
        at = QPointF(x, 2)
        QApplication.sendEvent(grip, QMouseEvent(kind, at, at, LEFT, LEFT, NONE))
    assert grip.findChildren(QWidget) == []
    assert grip.toolTip()
