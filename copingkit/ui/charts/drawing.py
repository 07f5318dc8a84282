"""The one way to draw a figure: on a screen, on paper, in a PDF.

    measured = drawing.measured(figure, width, font)      # measured.height is what it takes
    drawing.draw(painter, measured, corner, ink.screen())

Everything grows with the font, whose size is in the painter's units.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter

from copingkit.ui.charts.bars_drawing import draw_bars
from copingkit.ui.charts.bars_frame import BarsFrame
from copingkit.ui.charts.figure import Bars, Figure, Plot
from copingkit.ui.charts.ink import Ink
from copingkit.ui.charts.plot_drawing import PlotDrawing
from copingkit.ui.charts.plot_frame import PlotFrame


@dataclass(frozen=True)
class MeasuredPlot:
    """A plot in a width."""

    plot: Plot
    frame: PlotFrame
    font: QFont

    @property
    def height(self) -> float:
        """What it takes from top to bottom, in the painter's units."""
        return self.frame.height

    def paint(self, painter: QPainter, ink: Ink, chosen: int | None) -> None:
        """Draw at the painter's origin."""
        PlotDrawing(painter, self.plot, self.frame, ink, self.font).draw(chosen)

    def stop_near(self, point: QPointF) -> int | None:
        """The stop that is nearest to a point, counted from the upper left corner."""
        return self.frame.stop_near(self.plot, point)


@dataclass(frozen=True)
class MeasuredBars:
    """Bars in a width; the same as `MeasuredPlot` for the rest."""

    bars: Bars
    frame: BarsFrame
    font: QFont

    @property
    def height(self) -> float:
        """What they take from top to bottom, in the painter's units."""
        return self.frame.height

    def paint(self, painter: QPainter, ink: Ink, chosen: int | None) -> None:
        """Draw at the painter's origin."""
        draw_bars(painter, self.bars, self.frame, ink, chosen)

    def stop_near(self, point: QPointF) -> int | None:
        """The bar that is nearest to a point, counted from the upper left corner."""
        return self.frame.stop_near(point)


Measured = MeasuredPlot | MeasuredBars


def measured(figure: Figure, width: float, font: QFont, *, mirrored: bool = False) -> Measured:
    """A figure laid out in a width; `mirrored` is right to left."""
    if isinstance(figure, Bars):
        return MeasuredBars(figure, BarsFrame(figure, width, font, mirrored=mirrored), font)
    return MeasuredPlot(figure, PlotFrame(figure, width, font, mirrored=mirrored), font)


def draw(
    painter: QPainter, what: Measured, corner: QPointF, ink: Ink, chosen: int | None = None
) -> None:
    """Draw with the upper left corner at a point; `chosen` is a stop to bring out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(corner)
    what.paint(painter, ink, chosen)
    painter.restore()
