"""Where everything of a plot is, in a width: measured once, drawn and pointed at with the same."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from copingkit.ui.charts.figure import Plot
from copingkit.ui.charts.legend import Legend
from copingkit.ui.charts.lettering import Lettering, em, line_height, width_of
from copingkit.ui.charts.scale import Scale, thinned

_TALL = 14.0  # font sizes for the numbers' room
_SHORT = 10.0  # where the whole is narrow


class PlotFrame:
    """All places count from the upper left corner of the chart, in the painter's units.

    `area` is the room of the numbers, `across` and `up` lead from numbers to places, `height` is
    that of the whole.
    """

    def __init__(self, plot: Plot, width: float, font: QFont, *, mirrored: bool) -> None:
        size = em(font)
        self.em, self.width, self.mirrored = size, width, mirrored
        self.line = line_height(font)
        self.legend = Legend(plot, width, font, mirrored=mirrored)
        self.up_title = Lettering(plot.up.title, font, width, mirrored=mirrored)
        said = " · ".join(text for text in (plot.across.title, plot.note) if text)
        self.foot = Lettering(said, font, width, mirrored=mirrored)
        self.area = self._room(plot, font)
        left, right = self.area.left(), self.area.right()
        ends = (right, left) if mirrored else (left, right)
        self.across = Scale(plot.across.least, plot.across.most, *ends)
        self.up = Scale(plot.up.least, plot.up.most, self.area.bottom(), self.area.top())
        self.labels = self._labels(plot, font)
        self.foot_top = self.area.bottom() + 0.5 * size + (self.line if self.labels else 0)
        self.height = self.foot_top + self.foot.height

    def _room(self, plot: Plot, font: QFont) -> QRectF:
        size = self.em
        gutter = max((width_of(tick.text, font) for tick in plot.up.ticks), default=0) + 0.7 * size
        edge = 0.9 * size
        top = self.legend.height + self.up_title.height + 0.7 * self.line
        left = edge if self.mirrored else gutter
        tall = _TALL if self.width > 30 * size else _SHORT
        return QRectF(left, top, max(self.width - gutter - edge, size), tall * size)

    def _labels(self, plot: Plot, font: QFont) -> list[tuple[str, float]]:
        """The labels across that can be written, each with the place where it begins."""
        ticks = plot.across.ticks
        widths = [width_of(tick.text, font) for tick in ticks]
        centres = [
            min(max(self.across.at(tick.at), width / 2), self.width - width / 2)
            for tick, width in zip(ticks, widths, strict=True)
        ]
        shown = thinned(centres, widths, 0.8 * self.em)
        return [(ticks[n].text, centres[n] - widths[n] / 2) for n in shown]

    def place(self, at: float, value: float) -> QPointF:
        """Where two numbers meet."""
        return QPointF(self.across.at(at), self.up.at(value))

    def stop_near(self, plot: Plot, point: QPointF) -> int | None:
        """Which stop is nearest across; None without any."""
        distances = [abs(self.across.at(stop.at) - point.x()) for stop in plot.stops]
        return distances.index(min(distances)) if distances else None
