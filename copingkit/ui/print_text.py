"""Paragraphs for paper: measured and drawn in points, black on white, as real text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Protocol

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QTextLayout, QTextOption

FINE: Final = 20  # units a point: fonts are sized in whole units, so rounding cannot be seen
_LINE: Final = 1.22  # height of a line in font sizes
# Shapes that fonts swap in (ligatures, a raised colon in "22:00") lose their character in the PDF.
_SWAPPED: Final = ("calt", "clig", "liga", "dlig", "case")


class Placeable(Protocol):
    """Something laid out in a width; `height` is in points, `line_count` tells whether it parts."""

    @property
    def height(self) -> float:
        """How high it is."""
        ...

    @property
    def line_count(self) -> int:
        """How many lines it has; one cannot be parted."""
        ...

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw with the upper left corner at this point; one unit of `painter` is a point."""
        ...


class Piece(Protocol):
    """What a block is made of."""

    def lay(self, width: float) -> Placeable:
        """The piece in a column so many points wide."""
        ...

    def halves(self, width: float) -> tuple[Block, Block]:
        """It in two parts that say the same; only asked of what has more than one line."""
        ...


Block = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph; `size`, `indent` and `above` (empty room over it) are in points.

    `mark` stands in the indent, as a bullet does.
    """

    text: str
    size: float = 12
    bold: bool = False
    indent: float = 0
    above: float = 0
    mark: str = ""

    def lay(self, width: float) -> LaidText:
        """In lines."""
        return LaidText(self, width)

    def halves(self, width: float) -> tuple[Block, Block]:
        """Between two words, or in a word that is as long as all that."""
        del width
        half = len(self.text) // 2
        middle = max(self.text.rfind(space, 0, half + 1) for space in " \n")
        cut = middle if middle > 0 else half
        rest = replace(self, text=self.text[cut:].lstrip(), above=0, mark="")
        return (replace(self, text=self.text[:cut]),), (rest,)


class Laid:
    """Pieces laid out in a width (points) under each other; `height` is in points."""

    def __init__(self, block: Iterable[Piece], width: float) -> None:
        self._parts = [piece.lay(width) for piece in block]
        self.height = sum(part.height for part in self._parts)
        self.line_count = sum(part.line_count for part in self._parts)

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw with the upper left corner at this point; one unit of `painter` is a point."""
        for part in self._parts:
            part.draw(painter, left, top)
            top += part.height


class LaidText:
    """A paragraph in lines."""

    def __init__(self, text: Text, width: float) -> None:
        self._text = text
        self._layout = _layout(text, width - text.indent)
        self.line_count = self._layout.lineCount()
        self.height = text.above + self.line_count * text.size * _LINE

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw with the upper left corner at this point; one unit of `painter` is a point."""
        text = self._text
        painter.save()
        painter.translate(left, top + text.above)
        painter.scale(1 / FINE, 1 / FINE)
        if text.mark:
            mark = _layout(Text(text.mark, text.size, text.bold), text.indent)
            _draw_line(painter, mark, 0, 0.0, 0.0)
        for number in range(self.line_count):
            _draw_line(painter, self._layout, number, text.indent, number * text.size * _LINE)
        painter.restore()


def _draw_line(painter: QPainter, layout: QTextLayout, number: int, x: float, y: float) -> None:
    line = layout.lineAt(number)
    line.setPosition(QPointF(0, 0))
    line.draw(painter, QPointF(x * FINE, y * FINE))


def _layout(text: Text, width: float) -> QTextLayout:
    layout = QTextLayout(text.text.replace("\n", "\u2028"), font(text.size, bold=text.bold))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width * FINE))
    layout.endLayout()
    return layout


def font(size: float, *, bold: bool = False) -> QFont:
    """The system's sans-serif font at `size` points, in the fine units of this module."""
    made = QFont(QGuiApplication.font().families())
    made.setStyleHint(QFont.StyleHint.SansSerif)
    made.setPixelSize(round(size * FINE))
    made.setBold(bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in _SWAPPED:
        made.setFeature(QFont.Tag(feature), 0)
    return made
