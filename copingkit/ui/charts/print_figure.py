"""A figure as a piece of a printed sheet, between its paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from copingkit.ui.charts.figure import Figure
from copingkit.ui.charts.paper import SIZE, PaperFigure
from copingkit.ui.print_text import Block


@dataclass(frozen=True, slots=True)
class PrintFigure:
    """A figure as wide as its column; `size` is that of its words, in points. Never parted."""

    figure: Figure
    size: float = SIZE

    def lay(self, width: float) -> PaperFigure:
        """With its title, its summary and its words as text."""
        return PaperFigure(self.figure, width, self.size)

    def halves(self, width: float) -> tuple[Block, Block]:
        """A figure has none."""
        del width
        return (self,), ()
