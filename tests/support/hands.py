"""Hands that shake: keys that go down and come up at a time, as X11 tells them, double clicks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.journey import NO_MODIFIER, focused

_REPEATS_AFTER_MS, _REPEATS_EACH_MS = 500, 30


class Hands:
    """Presses keys where the keyboard is; `now` is the time in milliseconds."""

    def __init__(self) -> None:
        self.now = 10_000

    def down(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_MODIFIER, *, marked: bool = False
    ) -> None:
        """A key goes down; `marked` as one that the keyboard repeats."""
        self._send(QEvent.Type.KeyPress, key, modifiers, marked)

    def up(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_MODIFIER, *, marked: bool = False
    ) -> None:
        """It comes up."""
        self._send(QEvent.Type.KeyRelease, key, modifiers, marked)

    def tap(self, key: Qt.Key, *, after_ms: int = 400, held_ms: int = 80) -> None:
        """Down and up again, so long after what was before."""
        self.now += after_ms
        self.down(key)
        self.now += held_ms
        self.up(key)

    def hold(
        self,
        key: Qt.Key,
        repeats: int = 20,
        *,
        marked: bool = False,
        modifiers: Qt.KeyboardModifier = NO_MODIFIER,
    ) -> None:
        """A key that is held: X11 tells it as many presses, and Qt misses some of the marks."""
        self.now += 400
        self.down(key, modifiers)
        self.now += _REPEATS_AFTER_MS
        for _ in range(repeats):
            self.up(key, modifiers, marked=marked)
            self.down(key, modifiers, marked=marked)
            self.now += _REPEATS_EACH_MS
        self.up(key, modifiers)

    def _send(
        self, what: QEvent.Type, key: Qt.Key, modifiers: Qt.KeyboardModifier, marked: bool
    ) -> None:
        text = chr(key) if Qt.Key.Key_Space <= key <= Qt.Key.Key_Z else ""
        event = QKeyEvent(what, key, modifiers, text, marked)
        event.setTimestamp(self.now)
        QApplication.sendEvent(focused(), event)


def click_twice(window: QWidget, at: QPoint) -> None:
    """Two clicks that the system takes for one double click, on whatever is there each time."""
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(_at(window, at), left, NO_MODIFIER, _within(window, at))
    QApplication.processEvents()
    second = _at(window, at)
    QTest.mouseDClick(second, left, NO_MODIFIER, _within(window, at))
    QTest.mouseRelease(second, left, NO_MODIFIER, second.mapFrom(window, at))
    QApplication.processEvents()


def middle(window: QWidget, of: QWidget) -> QPoint:
    """The middle of a part, in its window."""
    return of.mapTo(window, of.rect().center())


def _at(window: QWidget, at: QPoint) -> QWidget:
    return window.childAt(at) or window


def _within(window: QWidget, at: QPoint) -> QPoint:
    return _at(window, at).mapFrom(window, at)
