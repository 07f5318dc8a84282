"""Print a ladder, a summary of its trials for a session, or its figures."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QTimer, Signal

from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import Trial
from copingkit.tools.exposure.view.fields import Choice
from copingkit.tools.exposure.view.figures import of_ladder
from copingkit.tools.exposure.view.figures_sheet import figures_print
from copingkit.tools.exposure.view.ladder_sheet import ladder_print
from copingkit.tools.exposure.view.print_form import PrintForm, leaving
from copingkit.tools.exposure.view.summary_choices import SummaryChoices
from copingkit.tools.exposure.view.summary_sheet import summary_print
from copingkit.ui.charts.figure import Figure
from copingkit.ui.language import translate
from copingkit.ui.printing import Printout
from copingkit.ui.tool import Surroundings
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import PageColumn
from copingkit.ui.widgets.print_preview import PrintPreview
from copingkit.ui.widgets.text import label
from copingkit.ui.widgets.wrapping import TickBox

_FIRST = 60  # trials that are read at once; the others follow while nothing else is to be done


class What(StrEnum):
    """What there is to print of a ladder, as places name it."""

    LADDER = ""
    SESSION = "session"
    FIGURES = "figures"


class PrintPage(PageColumn):
    """`target_requested` is a place of the exposure page. Raises KeyError for no such ladder."""

    target_requested = Signal(str)

    def __init__(
        self, service: ExposureService, surroundings: Surroundings, ladder_id: str
    ) -> None:
        self._ladder = service.health.marked(service.ladder(ladder_id))
        super().__init__(translate("Exposure", "Print"))
        self._service, self._what = service, What.LADDER
        self._trials: tuple[Trial, ...] | None = None
        names = (
            translate("Exposure", "My ladder"),
            translate("Exposure", "A summary for a session"),
            translate("Exposure", "My figures"),
        )
        self._choice = Choice(translate("Exposure", "What to print"), list(names), 0)
        self._form = PrintForm(surroundings.paper, surroundings.clock)
        self._to_write_on = TickBox(translate("Exposure", "With lines to write on"), on=True)
        self._summary = SummaryChoices()
        self._no_figures = label(translate("Exposure", "No trial has numbers to draw yet."))
        self._preview = PrintPreview(
            self._printout, leaving(surroundings.clock), surroundings.notices
        )
        self._build()
        self._connect()
        self._show_choices()

    def _build(self) -> None:
        back = button(
            translate("Exposure", "The ladder"), self._to_ladder, look="quiet", icon="back"
        )
        self.body.addLayout(Flow(back))
        self.body.addWidget(label(translate("Exposure", "Print"), "h1"))
        for part in (self._choice, self._summary, self._no_figures, self._form):
            self.body.addWidget(part)
        self.body.addWidget(self._to_write_on)
        self.body.addWidget(self._preview)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._choice.chosen.connect(lambda number: self._on_what(list(What)[number]))
        for changed in (self._form.changed, self._to_write_on.toggled, self._summary.changed):
            changed.connect(self._preview.renew)

    def show_what(self, what: What) -> None:
        """Choose what to print."""
        self._choice.show_value(list(What).index(what))
        self._on_what(what)

    # --- what is chosen

    def _printout(self) -> Printout:
        paper = self._form.paper
        if self._what is What.SESSION:
            return summary_print(self._summary.summary(self._ladder), paper)
        if self._what is What.FIGURES:
            return figures_print(self._ladder.fear, self._figures(), paper)
        return ladder_print(self._ladder, paper, to_write_on=self._to_write_on.isChecked())

    def _figures(self) -> tuple[Figure, ...]:
        return of_ladder(self._trials or ())

    def _on_what(self, what: What) -> None:
        self._what = what
        if what is not What.LADDER and self._trials is None:
            self._begin_reading()
        self._show_choices()
        self._preview.renew()

    def _show_choices(self) -> None:
        self._summary.setVisible(self._what is What.SESSION)
        self._to_write_on.setVisible(self._what is What.LADDER)
        self._no_figures.setVisible(self._what is What.FIGURES and not self._figures())

    # --- the trials

    def _begin_reading(self) -> None:
        trials = self._service.trials(self._ladder.id, _FIRST)
        complete = len(trials) < _FIRST
        self._take(trials, complete=complete)
        if not complete:
            QTimer.singleShot(0, self, self._read_on)

    def _read_on(self) -> None:
        """Read some more of the trials, and go on with that when there is time again."""
        if self._service.read_more_trials():
            QTimer.singleShot(0, self, self._read_on)
        else:
            self._take(self._service.trials(self._ladder.id), complete=True)
            self._show_choices()
            self._preview.renew()

    def _take(self, trials: tuple[Trial, ...], *, complete: bool) -> None:
        self._trials = trials
        self._summary.show_trials(trials, complete=complete)

    def _to_ladder(self) -> None:
        self.target_requested.emit(f"ladder/{self._ladder.id}")
