"""Choose a print of the plan, see it, and print it or save it as a PDF."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout

from copingkit.core.errors import EnvironmentProblem
from copingkit.core.files import write_atomically
from copingkit.tools.safety_plan import prompts
from copingkit.tools.safety_plan.view.print_choices import PrintChoices
from copingkit.tools.safety_plan.view.sheet_text import Material, printed_steps
from copingkit.tools.safety_plan.view.sheets import make
from copingkit.ui import printing
from copingkit.ui.language import translate
from copingkit.ui.tool import Notices
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, PageColumn, clear, column
from copingkit.ui.widgets.text import label

_PICTURE = 480  # pixels, at any text size: it has to fit into a narrow window
_PICTURES = 8  # more pages are counted, not shown
_SOON_MS = 150


class PrintPage(PageColumn):
    """A page in place of the plan. `printed` says that this version is on paper or in a file now.

    Pictures are drawn in memory; only saving writes a file, where the person chooses.
    """

    closed = Signal()
    printed = Signal()
    told_unprotected: ClassVar[bool] = False  # said once while the program runs

    def __init__(self, material: Material, paper: str, notices: Notices) -> None:
        super().__init__(translate("Prints", "Print my plan"))
        self._material, self._notices = material, notices
        self._choices = PrintChoices(paper)
        self._choices.changed.connect(self._on_changed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._show_pictures)
        self._pictures: QVBoxLayout = column(spacing=16)
        self._unprotected = self._warning()
        self._build()
        self._show_pictures()

    def _build(self) -> None:
        self.print_button = button(
            translate("Prints", "Print"), self._on_print, look="primary", icon="printer"
        )
        self.save_button = button(translate("Prints", "Save as PDF"), self._on_save, icon="copy")
        back = button(
            translate("Prints", "Back to my plan"), self.closed.emit, look="quiet", icon="back"
        )
        self.body.addLayout(Flow(back))
        self.body.addWidget(label(translate("Prints", "Print my plan"), "h1"))
        if not printed_steps(self._material, prompts.load()):
            self._build_nothing()
            return
        self.body.addWidget(self._choices)
        self.body.addLayout(Flow(self.print_button, self.save_button))
        self.body.addWidget(self._unprotected)
        self.body.addLayout(self._pictures)
        self.body.addStretch(1)

    def _build_nothing(self) -> None:
        words = translate("Prints", "Nothing written here yet. Your plan can be printed later.")
        self.body.addWidget(label(words))
        self.body.addStretch(1)

    def _warning(self) -> Card:
        words = translate(
            "Prints",
            "A PDF is not protected: whoever opens the file can read your plan. "
            "Save it where only people you trust can see it.",
        )
        go_on = button(translate("Prints", "Choose where to save"), self._on_understood)
        leave = button(translate("Prints", "Do not save"), self._on_leave, look="quiet")
        card = Card(label(words), Flow(go_on, leave), look="soft-card")
        card.hide()
        return card

    # --- the pictures

    def _on_changed(self) -> None:
        self._soon.start()

    def _printout(self) -> printing.Printout:
        material = replace(self._material, card_title=self._choices.card_title.text())
        return make(self._choices.kind, material, self._choices.paper)

    def _show_pictures(self) -> None:
        clear(self._pictures)
        printout = self._printout()
        for number in range(min(len(printout.pages), _PICTURES)):
            self._pictures.addWidget(self._picture(printout, number))
        if (more := len(printout.pages) - _PICTURES) > 0:
            self._pictures.addWidget(label(translate("Prints", "%n more pages", "", more), "muted"))

    def _picture(self, printout: printing.Printout, number: int) -> QLabel:
        image = printing.picture(printout, number, _PICTURE, self.devicePixelRatioF())
        shown = QLabel()
        shown.setPixmap(QPixmap.fromImage(image))
        name = translate("Prints", "Picture of page {page} of {pages}")
        name = name.replace("{page}", str(number + 1))
        shown.setAccessibleName(name.replace("{pages}", str(len(printout.pages))))
        return shown

    # --- print and save

    def _on_print(self) -> None:
        printing.ask_printer(self, self._printout(), self._on_printed)

    def _on_printed(self) -> None:
        self._notices.say(translate("Prints", "It went to the printer."))
        self.printed.emit()

    def _on_save(self) -> None:
        if PrintPage.told_unprotected:
            self._ask_where()
        else:
            self._unprotected.show()

    def _on_leave(self) -> None:
        self._unprotected.hide()

    def _on_understood(self) -> None:
        PrintPage.told_unprotected = True
        self._unprotected.hide()
        self._ask_where()

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, translate("Prints", "Save as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(translate("Prints", "PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"copingkit-v{self._material.version}.pdf")
        dialog.fileSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_chosen(self, path: str) -> None:
        try:
            write_atomically(Path(path), printing.pdf(self._printout()))
        except EnvironmentProblem as problem:
            self._notices.report(problem)
        else:
            self._notices.say(translate("Prints", "Saved as a PDF, not protected."))
            self.printed.emit()
