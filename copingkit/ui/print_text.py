"""Paragraphs for paper: measured and drawn in points, black on white, as real text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QTextLayout, QTextOption

FINE: Final = 20  # units a point: fonts are sized in whole units, so rounding cannot be seen
_LINE: Final = 1.22  # height of a line in font sizes
# Shapes that fonts swap in (ligatures, a raised colon in "22:00") lose their character in the PDF.
_SWAPPED: Final = ("calt", "clig", "liga", "dlig", "case")


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


Block = tuple[Text, ...]


class Laid:
    """Paragraphs laid out in a width (points) under each other; `height` is in points."""

    def __init__(self, block: Block, width: float) -> None:
        self._lines: list[tuple[QTextLayout, int, float, float]] = []
        self._marks: list[tuple[QTextLayout, float]] = []
        self.height = 0.0
        for text in block:
            self._add(text, width)

    def _add(self, text: Text, width: float) -> None:
        top = self.height + text.above
        if text.mark:
            mark = _layout(Text(text.mark, text.size, text.bold), text.indent)
            self._marks.append((mark, top))
        layout = _layout(text, width - text.indent)
        for number in range(layout.lineCount()):
            self._lines.append((layout, number, text.indent, top))
            top += text.size * _LINE
        self.height = top

    @property
    def line_count(self) -> int:
        """How many lines the paragraphs take."""
        return len(self._lines)

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw with the upper left corner at this point; one unit of `painter` is a point."""
        painter.save()
        painter.translate(left, top)
        painter.scale(1 / FINE, 1 / FINE)
        marks = {round(y, 3): mark for mark, y in self._marks}
        for layout, number, indent, y in self._lines:
            mark = marks.pop(round(y, 3), None)
            if mark is not None:
                _draw_line(painter, mark, 0, 0.0, y)
            _draw_line(painter, layout, number, indent, y)
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
