"""Asks once, when an exercise is opened in the middle of a trial: calming can be a way to avoid.

The crisis run and the safety plan never ask.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from copingkit.core.errors import EnvironmentProblem
from copingkit.shell.pages import Host
from copingkit.tools.exposure import flow
from copingkit.tools.exposure.tool import TOOL as EXPOSURE
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import PageColumn, column, row
from copingkit.ui.widgets.text import label


class CalmingQuestion(QFrame):
    """`opened`: the exercise all the same. `stayed`: back to the trial, whose id is `trial`.

    It lies over the sidebar, so that it has a button of its own for help: `help_requested`.
    """

    opened = Signal()
    stayed = Signal()
    help_requested = Signal()

    def __init__(self, trial: str, situation: str) -> None:
        super().__init__()
        self.trial = trial
        self.setProperty("look", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = translate("Exposure", "A trial is under way")
        self.setAccessibleName(title)
        page = PageColumn(title)
        said = translate(
            "Exposure",
            "For some people calming down becomes something that keeps the fear alive. Open the "
            "exercise, or stay a little longer? Both are fine, and this is not asked again.",
        )
        self._stay = button(
            translate("Exposure", "Stay a little longer"), self.stayed.emit, look="answer"
        )
        open_it = button(translate("Exposure", "Open it"), self.opened.emit, look="answer")
        help_now = button(
            translate("Sidebar", "Help me now"), self.help_requested.emit, look="crisis"
        )
        page.body.addLayout(row(None, help_now))
        page.body.addWidget(label(title, "h1"))
        page.body.addWidget(label(situation, "muted"))
        page.body.addWidget(label(said, "word"))
        page.body.addLayout(Flow(self._stay, open_it, spacing=12))
        page.body.addStretch(1)
        self.setLayout(column(page))
        self.setFocusProxy(self._stay)

    def flush(self) -> None:
        """Nothing is typed here."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stayed.emit()
        else:
            super().keyPressEvent(event)


def question(host: Host) -> CalmingQuestion | None:
    """What to ask before an exercise now; None where no trial is under way, or it was asked."""
    if host.session.records is None:
        return None
    service = host.session.service(EXPOSURE)
    try:
        trial = service.running()
        if trial is None or trial.during.calming_asked:
            return None
        service.save_trial(flow.asked_about_calming(trial))
    except EnvironmentProblem:
        return None  # a full disk must not stand between a person and an exercise
    return CalmingQuestion(trial.id, trial.situation)
