"""In which size and on which paper a print is wanted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from copingkit.core.clock import Clock
from copingkit.tools.exposure.view.fields import Choice
from copingkit.tools.exposure.view.paper import LARGE, USUAL, Paper
from copingkit.ui.language import translate
from copingkit.ui.printing import PAPERS
from copingkit.ui.widgets.layout import column
from copingkit.ui.widgets.print_preview import Leaving

_SIZES = (USUAL, LARGE)


class PrintForm(QWidget):
    """`changed` when another size or paper is chosen."""

    changed = Signal()

    def __init__(self, paper: str, clock: Clock) -> None:
        super().__init__()
        self._size, self._paper, self._clock = 0, list(PAPERS).index(paper), clock
        sizes = Choice(
            translate("Exposure", "Print size"),
            [translate("Exposure", "Usual print"), translate("Prints", "Large print")],
            self._size,
        )
        papers = Choice(translate("Prints", "Paper"), list(PAPERS), self._paper)
        sizes.chosen.connect(self._on_size)
        papers.chosen.connect(self._on_paper)
        self.setLayout(column(sizes, papers, spacing=12))

    @property
    def paper(self) -> Paper:
        """The paper and the size that are chosen now, with today's date."""
        return Paper(list(PAPERS)[self._paper], _SIZES[self._size], self._clock.now())

    def _on_size(self, number: int) -> None:
        self._size = number
        self.changed.emit()

    def _on_paper(self, number: int) -> None:
        self._paper = number
        self.changed.emit()


def leaving(clock: Clock) -> Leaving:
    """What is said before a PDF of this tool leaves; the file's name is only a date."""
    unprotected = translate(
        "Exposure",
        "A PDF is not protected: whoever opens the file can read it. "
        "Save it where only people you trust can see it.",
    )
    day = clock.now().astimezone().date()
    return Leaving(unprotected, f"copingkit-{day.isoformat()}.pdf")
