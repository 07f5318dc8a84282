"""What a trial needs from the moment it is seen until it is not: ticks, and a soft tone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from copingkit.ui.hearing import Tone
from copingkit.ui.tool import Surroundings

TICK_MS = 1000


class TrialClock(QObject):
    """`ticked` once a second while it runs and `page` is seen; sounds only what was agreed to."""

    ticked = Signal()

    def __init__(self, surroundings: Surroundings, page: QWidget) -> None:
        super().__init__(page)
        self._around, self._page = surroundings, page
        self._on = False
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.ticked)
        page.installEventFilter(self)

    @property
    def runs(self) -> bool:
        """Whether it ticks."""
        return self._timer.isActive()

    def run(self, *, on: bool) -> None:
        """Tick from now on whenever the page is seen, or no more."""
        self._on = on
        self._follow(seen=self._page.isVisible())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._follow(seen=event.type() == QEvent.Type.Show)
        return False

    def _follow(self, *, seen: bool) -> None:
        wanted = self._on and seen
        if wanted and not self.runs:
            self._timer.start()
            self.ticked.emit()
            if self._around.sound.tones:
                self._around.hearing().prepare(self._around.sound, lambda _lack: None)
        elif not wanted and self.runs:
            self._timer.stop()
            if self._around.sound.tones:
                self._around.hearing().close()

    def ask(self) -> None:
        """A soft tone: a number is asked for, or a time is over."""
        if self._around.sound.tones:
            self._around.hearing().play(Tone.CUE)
