"""Saves while somebody types: after a short pause, or once a second when there is none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 400
LONGEST_MS = 1000


class TypingSaver(QObject):
    """Calls `save` 0.4 s after the last `touch`, but never later than 1 s after the first."""

    def __init__(self, save: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._save = save
        self._pending = False
        self._pause = self._timer(PAUSE_MS)
        self._longest = self._timer(LONGEST_MS)

    def _timer(self, milliseconds: int) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(self.flush)
        return made

    @property
    def pending(self) -> bool:
        """Whether something typed is not saved yet."""
        return self._pending  # not the timer's state: one that fires is no longer active

    def touch(self) -> None:
        """Something was typed."""
        self._pause.start()
        if not self._pending:
            self._pending = True
            self._longest.start()

    def flush(self) -> None:
        """Save now if something is pending."""
        if self._pending:
            self._pending = False
            self._pause.stop()
            self._longest.stop()
            self._save()
