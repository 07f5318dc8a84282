"""How a body exposure goes: its steps, what to take care of, when to stop, and a quiet time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from copingkit.tools.exposure.body import BodyExposure
from copingkit.tools.exposure.view.words import clock_text
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, column, holder, row
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.text import label, number

_ROUND_UP = 0.999  # the last second is shown as a second that is left


def brings_line(exposure: BodyExposure) -> str:
    """The feelings that it may bring up, in a line."""
    said = translate("Exposure", "May bring up: {feelings}")
    return said.replace("{feelings}", ", ".join(exposure.brings))


def body_words(exposure: BodyExposure) -> QWidget:
    """Its steps one by one, how long, what to take care of and when to stop."""
    steps = [_step(place, text) for place, text in enumerate(exposure.how, start=1)]
    lasts = translate("Exposure", "%n seconds", "", exposure.seconds)
    rest = (
        (translate("Exposure", "How long"), lasts),
        (translate("Exposure", "Take care"), exposure.caution),
        (translate("Exposure", "When to stop"), exposure.stop_if),
    )
    parts = [column(label(title, "small"), label(text), spacing=2) for title, text in rest]
    return holder(column(*steps, *parts, spacing=8))


def _step(place: int, text: str) -> QWidget:
    disc = number(place)
    line = row(disc, label(text), spacing=12)
    line.setAlignment(disc, Qt.AlignmentFlag.AlignTop)
    line.setStretch(1, 1)
    return holder(line)


class BodyGuide(Card):
    """The words during a trial, with a time that starts only when the person starts it.

    `over` comes once the time is over. `now` gives the seconds since the trial began; `show_time`
    is called with them while the trial is looked at.
    """

    over = Signal()

    def __init__(self, exposure: BodyExposure, now: Callable[[], float]) -> None:
        super().__init__(spacing=12)
        self._seconds, self._now = exposure.seconds, now
        self._began: float | None = None
        self._left = label("", "big", wrap=False)
        self._start = button(translate("Exposure", "Start the time"), self._on_start)
        self._stop = button(translate("Exposure", "Stop the time"), self._on_stop, look="quiet")
        self._told = label("", "strong")
        for part in (self._start, self._stop):
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click digits still count
        self.body.addWidget(label(brings_line(exposure), "strong"))
        self.body.addWidget(body_words(exposure))
        self.body.addLayout(Flow(self._left, self._start, self._stop, spacing=12))
        self.body.addWidget(self._told)
        self._show()

    @property
    def runs(self) -> bool:
        """Whether its time goes on."""
        return self._began is not None

    def show_time(self, seconds: float) -> None:
        """The time that is left, at so many seconds since the trial began."""
        if self._began is None:
            return
        left = self._seconds - (seconds - self._began)
        if left <= 0:
            self._began = None
            said = translate("Exposure", "The time is over. Notice what is there.")
            self._told.setText(said)
            announce(self, said)
            self.over.emit()
        self._show(left)

    def _on_start(self) -> None:
        self._began = self._now()
        self._told.setText("")
        self._show(self._seconds)

    def _on_stop(self) -> None:
        self._began = None
        self._show()

    def _show(self, left: float = 0) -> None:
        said = translate("Exposure", "{time} left")
        self._left.setText(said.replace("{time}", clock_text(left + _ROUND_UP)))
        self._left.setVisible(self.runs)
        self._start.setVisible(not self.runs)
        self._stop.setVisible(self.runs)
        self._told.setVisible(bool(self._told.text()))
