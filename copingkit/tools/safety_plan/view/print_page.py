"""Choose a print of the plan, see it, and print it or save it as a PDF."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal

from copingkit.tools.safety_plan import prompts
from copingkit.tools.safety_plan.view.print_choices import PrintChoices
from copingkit.tools.safety_plan.view.sheet_text import Material, printed_steps
from copingkit.tools.safety_plan.view.sheets import make
from copingkit.ui import printing
from copingkit.ui.language import translate
from copingkit.ui.tool import Notices
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import PageColumn
from copingkit.ui.widgets.print_preview import Leaving, PrintPreview
from copingkit.ui.widgets.text import label


class PrintPage(PageColumn):
    """A page in place of the plan. `printed` says that this version is on paper or in a file."""

    closed = Signal()
    printed = Signal()

    def __init__(self, material: Material, paper: str, notices: Notices) -> None:
        super().__init__(translate("Prints", "Print my plan"))
        self._material, self._notices = material, notices
        self._choices = PrintChoices(paper)
        back = button(
            translate("Prints", "Back to my plan"), self.closed.emit, look="quiet", icon="back"
        )
        self.body.addLayout(Flow(back))
        self.body.addWidget(label(translate("Prints", "Print my plan"), "h1"))
        if printed_steps(material, prompts.load()):
            self._build()
        else:
            words = translate("Prints", "Nothing written here yet. Your plan can be printed later.")
            self.body.addWidget(label(words))
        self.body.addStretch(1)

    def _build(self) -> None:
        unprotected = translate(
            "Prints",
            "A PDF is not protected: whoever opens the file can read your plan. "
            "Save it where only people you trust can see it.",
        )
        leaving = Leaving(unprotected, f"copingkit-v{self._material.version}.pdf")
        preview = PrintPreview(self._printout, leaving, self._notices)
        preview.printed.connect(self.printed)
        self._choices.changed.connect(preview.renew)
        self.body.addWidget(self._choices)
        self.body.addWidget(preview)

    def _printout(self) -> printing.Printout:
        material = replace(self._material, card_title=self._choices.card_title.text())
        return make(self._choices.kind, material, self._choices.paper)
