"""What stands on paper besides paragraphs: cells side by side, drawings, lines to write on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from copingkit.ui.print_text import Block, Laid, Placeable

_QUIET: Final = QColor("#888888")
_THIN: Final = 0.6  # points


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing as wide as its column and `height` points high; it is never parted.

    `draw` gets its room in points. `indent` is left free before it, `above` over it.
    """

    draw: Callable[[QPainter, QRectF], None]
    height: float
    indent: float = 0
    above: float = 0

    def lay(self, width: float) -> Placeable:
        """In its room."""
        return _LaidDrawing(self, width)

    def halves(self, width: float) -> tuple[Block, Block]:
        """A drawing has none."""
        del width
        return (self,), ()


class _LaidDrawing:
    def __init__(self, drawn: Drawn, width: float) -> None:
        self._drawn, self._width = drawn, width - drawn.indent
        self.height = drawn.above + drawn.height
        self.line_count = 1

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        drawn = self._drawn
        painter.save()
        place = QRectF(left + drawn.indent, top + drawn.above, self._width, drawn.height)
        drawn.draw(painter, place)
        painter.restore()


@dataclass(frozen=True, slots=True)
class Cells:
    """Blocks side by side, each as wide as the others, read one after the other."""

    cells: tuple[Block, ...]
    gap: float = 16
    above: float = 0

    def lay(self, width: float) -> Placeable:
        """Beside each other."""
        return _LaidCells(self, width)

    def halves(self, width: float) -> tuple[Block, Block]:
        """The first part of every cell beside each other, and under it the second part of each."""
        parted = [_parted(cell, _cell_width(self, width)) for cell in self.cells]
        first = Cells(tuple(one for one, _ in parted), self.gap, self.above)
        return (first,), (Cells(tuple(other for _, other in parted), self.gap),)


class _LaidCells:
    def __init__(self, cells: Cells, width: float) -> None:
        each = _cell_width(cells, width)
        self._cells = [Laid(cell, each) for cell in cells.cells]
        self._step, self._above = each + cells.gap, cells.above
        self.height = cells.above + max((cell.height for cell in self._cells), default=0.0)
        self.line_count = max((cell.line_count for cell in self._cells), default=0)

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        for number, cell in enumerate(self._cells):
            cell.draw(painter, left + number * self._step, top + self._above)


def _cell_width(cells: Cells, width: float) -> float:
    count = max(len(cells.cells), 1)
    return (width - cells.gap * (count - 1)) / count


def _parted(block: Block, width: float) -> tuple[Block, Block]:
    """A block in two; what has one line only stays whole, in the first."""
    if Laid(block, width).line_count < 2:
        return block, ()
    return parted(block, width)


def parted(block: Block, width: float) -> tuple[Block, Block]:
    """A block of several lines in two that say the same, one under the other."""
    if len(block) > 1:
        return block[: len(block) // 2], block[len(block) // 2 :]
    return block[0].halves(width)


def rule(above: float = 0, below: float = 0) -> Drawn:
    """A thin line across the column."""

    def draw(painter: QPainter, room: QRectF) -> None:
        painter.setPen(QPen(_QUIET, _THIN))
        painter.drawLine(QLineF(room.topLeft(), room.topRight()))

    return Drawn(draw, below, above=above)


def line_to_write_on(height: float, indent: float = 0) -> Drawn:
    """Room to write by hand, so many points high, over a thin line."""

    def draw(painter: QPainter, room: QRectF) -> None:
        painter.setPen(QPen(_QUIET, _THIN))
        painter.drawLine(QLineF(room.bottomLeft(), room.bottomRight()))

    return Drawn(draw, height, indent)
