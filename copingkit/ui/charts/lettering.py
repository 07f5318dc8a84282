"""Words in a chart: measured, wrapped and drawn in the painter's units, as real text."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPainter, QTextLayout, QTextOption


def em(font: QFont) -> float:
    """The font's size in the painter's units; everything else in a chart grows with it."""
    return float(QFontInfo(font).pixelSize())


def line_height(font: QFont) -> float:
    """How far lines are apart."""
    return round(em(font) * 1.35, 2)


def width_of(text: str, font: QFont) -> float:
    """The width of a text in one line."""
    return QFontMetricsF(font).horizontalAdvance(text)


def bold(font: QFont) -> QFont:
    """The same font for a title."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


class Lettering:
    """A text in a width: its height, the width that it takes, and itself on a painter."""

    def __init__(self, text: str, font: QFont, width: float, *, mirrored: bool = False) -> None:
        """`mirrored`: it begins at the right edge."""
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        if mirrored:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._layout.setTextOption(option)
        self._step = line_height(font)
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
        self._layout.endLayout()
        self.lines = self._layout.lineCount()
        self.height = self.lines * self._step
        self.width = max(
            (self._layout.lineAt(n).naturalTextWidth() for n in range(self.lines)), default=0.0
        )

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw with the upper left corner at this point, in the painter's pen."""
        for number in range(self.lines):
            line = self._layout.lineAt(number)
            spare = (self._step - line.height()) / 2
            line.setPosition(QPointF(0, 0))
            line.draw(painter, QPointF(left, top + number * self._step + spare))
