"""Print a ladder, or a summary of its trials for a session."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal

from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.view.fields import Choice
from copingkit.tools.exposure.view.ladder_sheet import ladder_print
from copingkit.tools.exposure.view.print_form import PrintForm, leaving
from copingkit.tools.exposure.view.summary_choices import SummaryChoices
from copingkit.tools.exposure.view.summary_sheet import summary_print
from copingkit.ui.language import translate
from copingkit.ui.printing import Printout
from copingkit.ui.tool import Surroundings
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import PageColumn
from copingkit.ui.widgets.print_preview import PrintPreview
from copingkit.ui.widgets.text import label
from copingkit.ui.widgets.tick import Tick

_FIRST = 60  # trials that are read at once; the others follow while nothing else is to be done


class PrintPage(PageColumn):
    """`target_requested` is a place of the exposure page. Raises KeyError for no such ladder."""

    target_requested = Signal(str)

    def __init__(
        self, service: ExposureService, surroundings: Surroundings, ladder_id: str
    ) -> None:
        self._ladder = service.ladder(ladder_id)
        super().__init__(translate("Exposure", "Print"))
        self._service, self._of_session, self._read = service, False, False
        self._what = Choice(
            translate("Exposure", "What to print"),
            [translate("Exposure", "My ladder"), translate("Exposure", "A summary for a session")],
            0,
        )
        self._form = PrintForm(surroundings.paper, surroundings.clock)
        self._to_write_on = Tick(translate("Exposure", "With lines to write on"), on=True)
        self._summary = SummaryChoices()
        self._summary.hide()
        self._preview = PrintPreview(
            self._printout, leaving(surroundings.clock), surroundings.notices
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        back = button(
            translate("Exposure", "The ladder"), self._to_ladder, look="quiet", icon="back"
        )
        self.body.addLayout(Flow(back))
        self.body.addWidget(label(translate("Exposure", "Print"), "h1"))
        self.body.addWidget(self._what)
        self.body.addWidget(self._summary)
        self.body.addWidget(self._form)
        self.body.addWidget(self._to_write_on)
        self.body.addWidget(self._preview)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._what.chosen.connect(self._on_what)
        for changed in (self._form.changed, self._to_write_on.edited, self._summary.changed):
            changed.connect(self._preview.renew)

    def show_session(self) -> None:
        """Choose the summary for a session."""
        self._what.show_value(1)
        self._on_what(1)

    def _printout(self) -> Printout:
        if self._of_session:
            return summary_print(self._summary.summary(self._ladder), self._form.paper)
        return ladder_print(self._ladder, self._form.paper, to_write_on=self._to_write_on.on)

    def _on_what(self, number: int) -> None:
        self._of_session = number == 1
        self._summary.setVisible(self._of_session)
        self._to_write_on.setVisible(not self._of_session)
        if self._of_session and not self._read:
            self._read = True
            self._begin_reading()
        self._preview.renew()

    def _begin_reading(self) -> None:
        trials = self._service.trials(self._ladder.id, _FIRST)
        complete = len(trials) < _FIRST
        self._summary.show_trials(trials, complete=complete)
        if not complete:
            QTimer.singleShot(0, self, self._read_on)

    def _read_on(self) -> None:
        """Read some more of the trials, and go on with that when there is time again."""
        if self._service.read_more_trials():
            QTimer.singleShot(0, self, self._read_on)
        else:
            self._summary.show_trials(self._service.trials(self._ladder.id), complete=True)
            self._preview.renew()

    def _to_ladder(self) -> None:
        self.target_requested.emit(f"ladder/{self._ladder.id}")
