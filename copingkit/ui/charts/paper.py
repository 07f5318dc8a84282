"""A figure for paper, as one piece that a print can place: title, drawing and summary.

It has what `print_text.Laid` has, so that a sheet can set it between paragraphs:

    piece = PaperFigure(figure, width)          # points
    piece.draw(painter, left, top)              # needs piece.height
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from copingkit.ui.charts import drawing, ink
from copingkit.ui.charts.figure import Figure
from copingkit.ui.print_text import FINE, Laid, Text, font

SIZE: Final = 9.0  # points


class PaperFigure:
    """A figure in a width, in points: black on white, drawn as lines, its words as real text."""

    line_count: Final = 1  # it is never split

    def __init__(self, figure: Figure, width: float, size: float = SIZE) -> None:
        """`size` is that of the words in the drawing; title and summary are a little larger."""
        self._words = Laid(
            (
                Text(figure.title, size + 2, bold=True),
                Text(figure.summary, size + 1, above=2),
            ),
            width,
        )
        self._drawn = drawing.measured(figure, width * FINE, font(size))
        self._top = self._words.height + size * 0.6
        self.height = self._top + self._drawn.height / FINE + size * 0.6

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw with the upper left corner at this point; one unit of `painter` is a point."""
        self._words.draw(painter, left, top)
        painter.save()
        painter.translate(left, top + self._top)
        painter.scale(1 / FINE, 1 / FINE)
        drawing.draw(painter, self._drawn, QPointF(0, 0), ink.paper())
        painter.restore()
