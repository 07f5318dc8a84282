"""Draws lying bars with their names before and their numbers behind them."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from copingkit.ui.charts.bars_frame import BarsFrame, PlacedText
from copingkit.ui.charts.figure import Bars
from copingkit.ui.charts.ink import Ink
from copingkit.ui.charts.pencil import Pencil


def draw_bars(
    painter: QPainter, bars: Bars, frame: BarsFrame, ink: Ink, chosen: int | None
) -> None:
    """Everything, with the chosen bar brought out; the painter's origin is the chart's corner."""
    pencil = Pencil(painter, frame.em, ink.ground)
    frame.legend.draw(painter, 0, 0, ink)
    painter.setPen(ink.text)
    for title in frame.titles:
        _write(painter, title)
    if chosen is not None:
        pencil.use(ink.edge, weight=0.8)
        aside = 0.4 * frame.em
        painter.drawRect(frame.bars[chosen].line.adjusted(-aside, 0, aside, 0))
    for placed in frame.bars:
        painter.setPen(ink.text)
        _write(painter, placed.name)
        _write(painter, placed.total)
        for key, box in zip(bars.keys, placed.parts, strict=True):
            if box.width() > 0:
                pencil.part(key.fill, box, ink.of(0))
    painter.setPen(ink.muted)
    for note in frame.notes:
        _write(painter, note)


def _write(painter: QPainter, text: PlacedText) -> None:
    text.words.draw(painter, text.left, text.top)
