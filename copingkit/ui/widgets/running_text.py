"""Text in lines with room between them; Qt's own label sets them as close as the font allows."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel
from typing_extensions import override

_LINE: Final = 1.5  # from line to line, in sizes of the font
_LARGE: Final = 1.3
_LARGE_FROM: Final = 1.1  # times the size that running text has


class RunningText(QLabel):
    """A label that wraps plain text; one line is drawn as Qt draws it.

    A page asks again and again how high its texts are: each answer is kept while text and font
    stay.
    """

    def __init__(self, text: str, size: int) -> None:
        """`size`: of usual text in pixels; what is clearly larger has its lines closer."""
        super().__init__(text)
        self._usual = size
        self._heights: dict[int, int] = {}  # by width
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    @override
    def setText(self, text: str) -> None:
        self._heights.clear()
        super().setText(text)

    @override
    def changeEvent(self, event: QEvent) -> None:
        self._heights.clear()
        super().changeEvent(event)

    @override
    def heightForWidth(self, width: int) -> int:
        kept = self._heights.get(width)
        if kept is None:
            height = super().heightForWidth(width)
            kept = self._heights[width] = height + (self._lines(height) - 1) * self._more
        return kept

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._more or self._lines(super().heightForWidth(self.width())) == 1:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        self._laid_out().draw(painter, QPointF(self.contentsRect().topLeft()))
        painter.end()

    def _lines(self, height: int) -> int:
        return max(1, round(height / self.fontMetrics().lineSpacing()))

    @property
    def _more(self) -> int:
        """Pixels between two lines beside what the font itself leaves."""
        size = self.fontInfo().pixelSize()
        wanted = size * (_LARGE if size > self._usual * _LARGE_FROM else _LINE)
        return max(0, round(wanted) - self.fontMetrics().lineSpacing())

    def _laid_out(self) -> QTextLayout:
        made = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        option = QTextOption(self.alignment())
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        option.setTextDirection(self.layoutDirection())
        made.setTextOption(option)
        made.beginLayout()
        below = 0
        step = self.fontMetrics().lineSpacing() + self._more
        while (line := made.createLine()).isValid():
            line.setLineWidth(self.contentsRect().width())
            line.setPosition(QPointF(0, below))
            below += step
        made.endLayout()
        return made
