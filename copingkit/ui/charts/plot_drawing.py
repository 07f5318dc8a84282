"""Draws a plot: quiet grid, guides, lines that end at gaps, points in their shapes."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QFont, QPainter

from copingkit.ui.charts.figure import Plot, Series, Stroke
from copingkit.ui.charts.ink import Ink
from copingkit.ui.charts.lettering import Lettering, width_of
from copingkit.ui.charts.pencil import Pencil
from copingkit.ui.charts.plot_frame import PlotFrame


class PlotDrawing:
    """One plot on one painter whose origin is the chart's upper left corner."""

    def __init__(
        self, painter: QPainter, plot: Plot, frame: PlotFrame, ink: Ink, font: QFont
    ) -> None:
        self._painter, self._plot, self._frame = painter, plot, frame
        self._ink, self._font = ink, font
        self._pencil = Pencil(painter, frame.em, ink.ground)

    def draw(self, chosen: int | None) -> None:
        """Everything, with the chosen stop brought out."""
        frame, ink = self._frame, self._ink
        frame.legend.draw(self._painter, 0, 0, ink)
        self._painter.setPen(ink.muted)
        frame.up_title.draw(self._painter, 0, frame.legend.height)
        frame.foot.draw(self._painter, 0, frame.foot_top)
        for text, left in frame.labels:
            self._write(text, left, frame.area.bottom() + 0.35 * frame.em)
        self._draw_grid()
        self._draw_guides()
        if chosen is not None:
            self._draw_chosen(chosen)
        if self._plot.stems:
            self._draw_stems()
        for number, series in enumerate(self._plot.series):
            self._draw_line(number, series)
        for number, series in enumerate(self._plot.series):
            self._draw_points(number, series, chosen)

    def _draw_grid(self) -> None:
        area, frame = self._frame.area, self._frame
        gap = 0.7 * frame.em
        for tick in self._plot.up.ticks:
            y = frame.up.at(tick.at)
            self._pencil.use(self._ink.grid, weight=0.6)
            self._painter.drawLine(QLineF(area.left(), y, area.right(), y))
            self._painter.setPen(self._ink.muted)
            before = area.left() - gap - width_of(tick.text, self._font)
            left = area.right() + gap if frame.mirrored else before
            self._write(tick.text, left, y - frame.line / 2)
        self._pencil.use(self._ink.edge, weight=0.6)
        self._painter.drawLine(area.bottomLeft(), area.bottomRight())

    def _write(self, text: str, left: float, top: float) -> None:
        Lettering(text, self._font, width_of(text, self._font) + 1).draw(self._painter, left, top)

    def _draw_guides(self) -> None:
        colour = self._ink.of(len(self._plot.series))
        for guide in self._plot.guides:
            self._pencil.use(colour, guide.stroke)
            start, end = self._frame.place(*guide.start), self._frame.place(*guide.end)
            self._painter.drawLine(start, end)

    def _draw_chosen(self, chosen: int) -> None:
        area, x = self._frame.area, self._frame.across.at(self._plot.stops[chosen].at)
        self._pencil.use(self._ink.edge, weight=0.8)
        self._painter.drawLine(QLineF(x, area.top(), x, area.bottom()))

    def _draw_stems(self) -> None:
        self._pencil.use(self._ink.muted, weight=0.8)
        for number, stop in enumerate(self._plot.stops):
            said = [series.points[number].value for series in self._plot.series]
            values = [value for value in said if value is not None]
            if values:
                low, high = min(values), max(values)
                start, end = self._frame.place(stop.at, low), self._frame.place(stop.at, high)
                self._painter.drawLine(start, end)

    def _draw_line(self, number: int, series: Series) -> None:
        """From each point to the next; a gap is left as it is."""
        if series.stroke is Stroke.NONE:
            return
        self._pencil.use(self._ink.of(number), series.stroke)
        for start, end in pairwise(self._places(series)):
            if start is not None and end is not None:
                self._painter.drawLine(start, end)

    def _draw_points(self, number: int, series: Series, chosen: int | None) -> None:
        around = 0.68 * self._frame.em
        for at, place in enumerate(self._places(series)):
            if place is None:
                continue
            if at == chosen:
                self._pencil.use(self._ink.text)
                self._painter.drawEllipse(place, around, around)
            own = series.points[at].mark
            self._pencil.mark(own if own is not None else series.mark, place, self._ink.of(number))

    def _places(self, series: Series) -> list[QPointF | None]:
        return [
            None if point.value is None else self._frame.place(stop.at, point.value)
            for stop, point in zip(self._plot.stops, series.points, strict=True)
        ]
