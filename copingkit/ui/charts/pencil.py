"""Points, lines and filled parts: the strokes that a chart is made of."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from copingkit.ui.charts.figure import Fill, Mark, Stroke

_RADIUS = {Mark.DOT: 0.26, Mark.DIAMOND: 0.2}  # in font sizes: two on one spot can both be seen
_USUAL_RADIUS = 0.4
_WIDTH = 0.12  # of a line, in font sizes
_HALO = 0.08  # of ground around a point, in font sizes
_DASHES = {Stroke.DASHED: [5.0, 3.5], Stroke.DOTTED: [1.2, 2.6]}
_ANGLES = {
    Mark.SQUARE: ((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)),
    Mark.DIAMOND: ((0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)),
    Mark.TRIANGLE: ((0.0, -1.1), (1.1, 0.9), (-1.1, 0.9)),
}
_HOLLOW = {Mark.RING, Mark.HALF, Mark.TRIANGLE}


@dataclass(frozen=True)
class Pencil:
    """Draws on `painter`; `em` is the font size, `ground` the colour of what is hollow."""

    painter: QPainter
    em: float
    ground: QColor

    def use(self, colour: QColor, stroke: Stroke = Stroke.SOLID, weight: float = 1.0) -> None:
        """Take a pen of the chart's usual width times `weight`, and no brush."""
        made = QPen(colour, self.em * _WIDTH * weight)
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
        made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if stroke in _DASHES:
            made.setDashPattern(_DASHES[stroke])
        self.painter.setPen(made)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def mark(self, mark: Mark, at: QPointF, colour: QColor) -> None:
        """A point in its shape; what is hollow shows the ground, not the line behind it."""
        radius = self.em * _RADIUS.get(mark, _USUAL_RADIUS)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.ground)
        self._shape(mark, at, radius + self.em * _HALO)
        self.use(colour)
        self.painter.setBrush(self.ground if mark in _HOLLOW else colour)
        self._shape(mark, at, radius)
        if mark is Mark.HALF:
            self.painter.setBrush(colour)
            box = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
            self.painter.drawChord(box, 180 * 16, 180 * 16)

    def _shape(self, mark: Mark, at: QPointF, radius: float) -> None:
        if mark not in _ANGLES:
            self.painter.drawEllipse(at, radius, radius)
            return
        corners = [QPointF(at.x() + x * radius, at.y() + y * radius) for x, y in _ANGLES[mark]]
        self.painter.drawPolygon(QPolygonF(corners))

    def part(self, fill: Fill, box: QRectF, colour: QColor) -> None:
        """A part of a bar, filled in its way."""
        self.use(colour, weight=0.8)
        self.painter.setBrush(colour if fill is Fill.SOLID else self.ground)
        self.painter.drawRect(box)
        if fill is Fill.HATCHED:
            self._hatch(box)

    def _hatch(self, box: QRectF) -> None:
        self.painter.save()
        self.painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        step, height = self.em * 0.42, box.height()
        for number in range(int((box.width() + height) / step) + 1):
            x = box.left() - height + number * step
            self.painter.drawLine(QPointF(x, box.bottom()), QPointF(x + height, box.top()))
        self.painter.restore()
