"""What leads through a cue: the figure for a breath, large words for everything else."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QStackedWidget

from copingkit.tools.exercises.cues import Cue
from copingkit.tools.exercises.view.breathing_figure import BreathingFigure
from copingkit.tools.exercises.view.cue_view import CueView
from copingkit.ui import theme

_LEAST: Final = 72  # pixels at 100 %: words that are longer can be scrolled


class Lead(QStackedWidget):
    """Shows one or the other; both belong to whoever plays."""

    def __init__(self, *, still: bool, tops_up: bool) -> None:
        """`still`: less motion; `tops_up`: the breath has a second, short breath in."""
        super().__init__()
        self.figure = BreathingFigure(still=still, tops_up=tops_up)
        self.words = CueView()
        self.addWidget(self.figure)
        self.addWidget(self.words)

    @property
    def least(self) -> int:
        """The height that it cannot do without."""
        return self.figure.minimumSizeHint().height() if self._breathes else theme.px(_LEAST)

    def fit(self, width: int, *, whole: bool) -> int:
        """How high it must be; `whole`: nothing in it scrolls by itself."""
        self.words.scroll_by_itself(not whole)
        if self._breathes or not whole:
            return self.least
        return max(self.least, self.words.whole_height(width))

    @property
    def _breathes(self) -> bool:
        return self.currentWidget() is self.figure

    def show_cue(self, cue: Cue) -> None:
        """Put a cue in place of the one before."""
        if not cue.breath:
            self.words.show_cue(cue)
        self.setCurrentWidget(self.figure if cue.breath else self.words)

    def show_progress(self, cue: Cue, spent: float) -> None:
        """How much of the cue's time has gone by; nothing where it waits."""
        if cue.seconds is None:
            return
        fraction = min(spent / cue.seconds, 1.0)
        if cue.breath:
            self.figure.show_phase(cue.act, fraction, cue.seconds - spent)
        else:
            self.words.show_progress(fraction)
