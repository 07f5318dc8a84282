"""What a trial needs from the moment it is seen until it is not: ticks, and a soft tone."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from copingkit.ui.hearing import Tone
from copingkit.ui.tool import Surroundings

TICK_MS = 1000


class TrialClock(QObject):
    """`ticked` once a second while it runs; it sounds only what was agreed to."""

    ticked = Signal()

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = surroundings
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.ticked)

    @property
    def runs(self) -> bool:
        """Whether it ticks."""
        return self._timer.isActive()

    def run(self, *, on: bool) -> None:
        """Tick from now on, or no more."""
        if on and not self.runs:
            self._timer.start()
            self.ticked.emit()
            if self._around.sound.tones:
                self._around.hearing().prepare(self._around.sound, lambda _lack: None)
        elif not on and self.runs:
            self._timer.stop()
            if self._around.sound.tones:
                self._around.hearing().close()

    def ask(self) -> None:
        """A soft tone: a number is asked for."""
        if self._around.sound.tones:
            self._around.hearing().play(Tone.CUE)
