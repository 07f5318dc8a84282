"""See a print as it will be, print it, or save it as a PDF after one warning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from copingkit.core.errors import EnvironmentProblem
from copingkit.core.files import write_atomically
from copingkit.ui import file_dialogs, printing
from copingkit.ui.language import translate
from copingkit.ui.tool import Notices
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, clear, column
from copingkit.ui.widgets.text import label

_PICTURE = 480  # pixels, at any text size: it has to fit into a narrow window
_PICTURES = 8  # more pages are counted, not shown
_SOON_MS = 150


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is said before a PDF leaves: that it is not protected; and the name of the file.

    The name is seen by others and says nothing of the person.
    """

    unprotected: str
    file_name: str


class PrintPreview(QWidget):
    """Buttons and the pages below. `printed` says that they are on paper or in a file now.

    `printout` gives the pages as they are wanted now. Pictures are drawn in memory; only saving
    writes a file, where the person chooses.
    """

    printed = Signal()
    told_unprotected: ClassVar[bool] = False  # said once while the program runs

    def __init__(
        self, printout: Callable[[], printing.Printout], leaving: Leaving, notices: Notices
    ) -> None:
        super().__init__()
        self._printout, self._leaving, self._notices = printout, leaving, notices
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.show_pictures)
        self._pictures: QVBoxLayout = column(spacing=16)
        self._unprotected = self._warning()
        self._save = button(translate("Prints", "Save as PDF"), self._on_save, icon="copy")
        ways = Flow(
            button(translate("Prints", "Print"), self._on_print, look="primary", icon="printer"),
            self._save,
        )
        self.setLayout(column(ways, self._unprotected, self._pictures, spacing=16))
        self.show_pictures()

    def _warning(self) -> Card:
        go_on = button(translate("Prints", "Choose where to save"), self._on_understood)
        leave = button(translate("Prints", "Do not save"), self._on_leave, look="quiet")
        card = Card(label(self._leaving.unprotected), Flow(go_on, leave), look="soft-card")
        card.hide()
        return card

    # --- the pictures

    def renew(self) -> None:
        """Draw the pages anew in a moment: something else is chosen."""
        self._soon.start()

    def show_pictures(self) -> None:
        """Draw the pages as they are wanted now."""
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
        if PrintPreview.told_unprotected:
            self._ask_where()
        else:
            self._unprotected.show()

    def _on_leave(self) -> None:
        self._save.setFocus()  # else Qt would take the keyboard to the top of the window
        self._unprotected.hide()

    def _on_understood(self) -> None:
        PrintPreview.told_unprotected = True
        self._on_leave()
        self._ask_where()

    def _ask_where(self) -> None:
        file_dialogs.ask_where_to_save(
            self,
            translate("Prints", "Save as PDF"),
            self._leaving.file_name,
            self._on_chosen,
            kinds=translate("Prints", "PDF (*.pdf)"),
        )

    def _on_chosen(self, path: Path) -> None:
        try:
            write_atomically(path, printing.pdf(self._printout()))
        except EnvironmentProblem as problem:
            self._notices.report(problem)
        else:
            self._notices.say(translate("Prints", "Saved as a PDF, not protected."))
            self.printed.emit()
