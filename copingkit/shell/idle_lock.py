"""Locks when nobody has touched the window for a while."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow
from typing_extensions import override

from copingkit.core.clock import Clock

_INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}


class IdleLock(QObject):
    """Watches the window's own input; one single-shot timer, none at all for "never".

    After the computer slept the steady clock has stood still, so the wall clock is asked too:
    the first touch after a long sleep locks instead of counting as use.
    """

    idle = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._limit = timedelta()
        self._last: datetime = clock.now()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    def watch(self, window: QWindow) -> None:
        """Take `window`'s input as a sign of use."""
        window.installEventFilter(self)

    def start(self, minutes: int) -> None:
        """Lock after so many minutes without input; 0 is never."""
        self._limit = timedelta(minutes=minutes)
        self._last = self._clock.now()
        self._timer.stop()
        if minutes:
            self._timer.start(minutes * 60_000)

    def stop(self) -> None:
        """Nothing is open, so nothing needs locking."""
        self.start(0)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._limit and event.type() in _INPUT:
            now = self._clock.now()
            if now - self._last > self._limit:
                self._lock()
                return True
            # Restarting a timer at each mouse move is waste; the timer asks for the time itself.
            self._last = now
        return super().eventFilter(watched, event)

    def _on_timeout(self) -> None:
        left = self._limit - (self._clock.now() - self._last)
        if left > timedelta():
            self._timer.start(min(left, self._limit) // timedelta(milliseconds=1) + 1)
        else:
            self._lock()

    def _lock(self) -> None:
        self.stop()
        self.idle.emit()
