"""Print one trial."""

from __future__ import annotations

from PySide6.QtCore import Signal

from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.view.print_form import PrintForm, leaving
from copingkit.tools.exposure.view.trial_sheet import trial_print
from copingkit.ui.language import translate
from copingkit.ui.printing import Printout
from copingkit.ui.tool import Surroundings
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import PageColumn
from copingkit.ui.widgets.print_preview import PrintPreview
from copingkit.ui.widgets.text import label


class TrialPrintPage(PageColumn):
    """`target_requested` is a place of the exposure page. Raises RecordMissing for no trial."""

    target_requested = Signal(str)

    def __init__(self, service: ExposureService, surroundings: Surroundings, trial_id: str) -> None:
        self._trial = service.trial(trial_id)
        super().__init__(translate("Exposure", "Print"))
        self._form = PrintForm(surroundings.paper, surroundings.clock)
        preview = PrintPreview(self._printout, leaving(surroundings.clock), surroundings.notices)
        self._form.changed.connect(preview.renew)
        back = button(translate("Exposure", "The trial"), self._back, look="quiet", icon="back")
        self.body.addLayout(Flow(back))
        self.body.addWidget(label(translate("Exposure", "Print"), "h1"))
        self.body.addWidget(label(self._trial.situation, "muted"))
        self.body.addWidget(self._form)
        self.body.addWidget(preview)
        self.body.addStretch(1)

    def _printout(self) -> Printout:
        return trial_print(self._trial, self._form.paper)

    def _back(self) -> None:
        self.target_requested.emit(f"trial/{self._trial.id}")
