"""What each shape of a chart stands for: a sample and its words, wrapped like text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter

from copingkit.ui.charts.figure import Bars, Figure, Fill, Mark, Plot, Stroke
from copingkit.ui.charts.ink import Ink
from copingkit.ui.charts.lettering import Lettering, em, line_height
from copingkit.ui.charts.pencil import Pencil

_SAMPLE = 2.4  # font sizes for a sample with its gap
_GAP = 1.4  # font sizes between entries


@dataclass(frozen=True, slots=True)
class Entry:
    """A sample (a line, a mark on it, or a fill) in the colour of a series, and its words."""

    name: str
    series: int
    stroke: Stroke = Stroke.NONE
    mark: Mark | None = None
    fill: Fill | None = None


def entries(figure: Figure) -> tuple[Entry, ...]:
    """What has to be explained; nothing where there is only one kind."""
    found = _of_bars(figure) if isinstance(figure, Bars) else _of_plot(figure)
    return found if len(found) > 1 else ()


def _of_bars(bars: Bars) -> tuple[Entry, ...]:
    return tuple(Entry(key.name, 0, fill=key.fill) for key in bars.keys)


def _of_plot(plot: Plot) -> tuple[Entry, ...]:
    found: list[Entry] = []
    for number, series in enumerate(plot.series):
        mark = None if series.keys else series.mark
        found.append(Entry(series.name, number, series.stroke, mark))
        found += [Entry(words, number, mark=shape) for shape, words in series.keys]
    found += [Entry(guide.name, len(plot.series), guide.stroke) for guide in plot.guides]
    return tuple(found)


class Legend:
    """Entries placed in a width."""

    def __init__(self, figure: Figure, width: float, font: QFont, *, mirrored: bool) -> None:
        self._em, self._width, self._mirrored = em(font), width, mirrored
        self._placed: list[tuple[Entry, Lettering, float, float]] = []
        sample, x, y, tall = _SAMPLE * self._em, 0.0, 0.0, 0.0
        for entry in entries(figure):
            words = Lettering(entry.name, font, width - sample)
            if x > 0 and x + sample + words.width > width:
                x, y, tall = 0.0, y + tall, 0.0
            self._placed.append((entry, words, x, y))
            x += sample + words.width + _GAP * self._em
            tall = max(tall, words.height)
        self._line = line_height(font)
        self.height = y + tall + (0.4 * self._em if self._placed else 0.0)

    def draw(self, painter: QPainter, left: float, top: float, ink: Ink) -> None:
        """Draw with the upper left corner at this point."""
        pencil = Pencil(painter, self._em, ink.ground)
        for entry, words, x, y in self._placed:
            room = 1.8 * self._em
            sample, text = x, x + _SAMPLE * self._em
            if self._mirrored:
                sample, text = self._width - x - room, self._width - text - words.width
            box = QRectF(left + sample, top + y, room, self._line)
            _draw_sample(pencil, entry, box, ink)
            painter.setPen(ink.text)
            words.draw(painter, left + text, top + y)


def _draw_sample(pencil: Pencil, entry: Entry, box: QRectF, ink: Ink) -> None:
    colour, middle = ink.of(entry.series), box.center()
    if entry.stroke is not Stroke.NONE:
        pencil.use(colour, entry.stroke)
        left, right = QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y())
        pencil.painter.drawLine(left, right)
    if entry.mark is not None:
        pencil.mark(entry.mark, middle, colour)
    if entry.fill is not None:
        tall = 0.36 * pencil.em
        pencil.part(entry.fill, box.adjusted(0, tall, 0, -tall), colour)
