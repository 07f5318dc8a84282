"""Hands on a keyboard: keys that go down and come up at a time, as X11 tells of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

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
