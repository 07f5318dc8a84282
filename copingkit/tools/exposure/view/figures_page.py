"""What was expected and what happened on one ladder, in figures. All trials are read while idle."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal

from copingkit.tools.exposure import insight
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import Trial
from copingkit.tools.exposure.view import figures
from copingkit.tools.exposure.view.coverage_figure import coverage_table
from copingkit.tools.exposure.view.figure_card import FigureCard
from copingkit.tools.exposure.view.figure_words import trials
from copingkit.tools.exposure.view.outcome_table import OutcomeRows, outcome_table
from copingkit.tools.exposure.view.suds_section import SudsSection
from copingkit.tools.exposure.view.trials_section import TrialsSection
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, PageColumn
from copingkit.ui.widgets.tab_order import follow_layout
from copingkit.ui.widgets.text import label


class FiguresPage(PageColumn):
    """`target_requested` is a place of the exposure page. Raises KeyError for no such ladder."""

    target_requested = Signal(str)

    def __init__(self, service: ExposureService, ladder_id: str) -> None:
        self._ladder = service.ladder(ladder_id)
        super().__init__(translate("Exposure", "What I expected, what happened"))
        self._service = service
        self._done: tuple[Trial, ...] = ()
        self._rows = OutcomeRows(())
        self._steps: list[Callable[[], None]] = []
        self._count = label("", "muted")
        self._empty = _what_will_be_here()
        self._together = _together()
        self._print = button(
            translate("Exposure", "Print"),
            lambda: self.target_requested.emit(f"print/{self._ladder.id}/figures"),
            icon="printer",
        )
        self._trials, self._suds, self._coverage = TrialsSection(), SudsSection(), _coverage()
        self._build()
        self._connect()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._go_on)
        self._begin()
        self._show_first()

    def _build(self) -> None:
        back = button(
            translate("Exposure", "The ladder"),
            lambda: self.target_requested.emit(f"ladder/{self._ladder.id}"),
            look="quiet",
            icon="back",
        )
        self.body.addLayout(Flow(back))
        self.body.addWidget(label(translate("Exposure", "What I expected, what happened"), "h1"))
        self.body.addWidget(label(self._ladder.fear, "word"))
        self.body.addWidget(self._count)
        self.body.addWidget(self._empty)
        for section in (self._together, self._trials, self._suds, self._coverage):
            section.hide()
            self.body.addWidget(section)
        self._print.hide()  # until all is read
        self.body.addLayout(Flow(self._print))
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._together.row_opened.connect(lambda row: self._open(self._rows.outcome(row).trial))
        self._trials.trial_requested.connect(self._open)
        unsubscribe = self._service.changed.subscribe(lambda _none: self._begin())
        self.destroyed.connect(lambda: unsubscribe())  # noqa: PLW0108 - own methods are gone by then

    # --- reading and showing: a little at a time, so that the window never waits

    def _begin(self) -> None:
        self._steps = [self._read]
        self._idle.start()

    def _show_first(self) -> None:
        """What one sees first is there at once."""
        self._step()  # reads
        self._step()  # shows the newest; or the head, where that was all
        if self._steps[0] == self._show_together:
            self._step()

    def _go_on(self) -> None:
        self._step()
        if self._steps:
            self._idle.start()

    def _step(self) -> None:
        if self._steps:
            self._steps.pop(0)()

    def _read(self) -> None:
        """Read some more; once that is all, show all of it, and before that the newest."""
        reading = self._service.read_more_trials()
        if not reading:
            self._done = insight.done(self._service.known_trials(self._ladder.id))
            self._steps = [
                self._show_head,
                self._show_together,
                self._show_trials,
                self._show_suds,
                self._show_coverage,
                lambda: follow_layout(self.body),
            ]
            return
        first = () if self._done else (self._show_newest,)
        self._steps = [*first, self._read]

    def _show_newest(self) -> None:
        self._done = insight.done(self._service.known_trials(self._ladder.id))
        self._count.setText(translate("Exposure", "Earlier trials are being read…"))
        self._empty.hide()
        if self._done:
            self._show_trials()

    def _show_head(self) -> None:
        self._empty.setVisible(not self._done)
        self._count.setText(trials(len(self._done)) if self._done else "")
        self._count.setVisible(bool(self._done))
        self._outcomes = insight.outcomes(self._done)
        self._rows = OutcomeRows(self._outcomes)

    def _show_together(self) -> None:
        found = insight.predicted(self._outcomes)
        self._together.show_figure(figures.together(found), outcome_table(self._rows))
        self._together.setVisible(bool(self._done))

    def _show_trials(self) -> None:
        self._trials.show_trials(self._done)
        self._trials.setVisible(bool(self._done))

    def _show_suds(self) -> None:
        self._suds.show_trials(self._done)
        self._suds.setVisible(bool(self._done))

    def _show_coverage(self) -> None:
        found = insight.coverage(self._done)
        self._coverage.show_figure(figures.circumstances(found), coverage_table(found))
        self._coverage.setVisible(bool(self._done))
        self._print.setVisible(bool(self._done))

    def _open(self, trial_id: str) -> None:
        self.target_requested.emit(f"trial/{trial_id}")


def _what_will_be_here() -> Card:
    return Card(
        label(translate("Exposure", "No trial of this ladder is done yet"), "h2"),
        label(
            translate(
                "Exposure",
                "Once one is, you can see here what you expected against what happened, how likely "
                "it seems before and after, how the distress went, and where your trials were.",
            )
        ),
    )


def _together() -> FigureCard:
    return FigureCard(
        translate("Exposure", "All trials together"),
        translate(
            "Exposure",
            "Once trials say beforehand how likely it seems, what happened is set against it here.",
        ),
    )


def _coverage() -> FigureCard:
    return FigureCard(
        translate("Exposure", "Where, with whom, when"),
        translate(
            "Exposure", "Once trials say where, with whom or when they were, it is counted here."
        ),
    )
