"""Where everything of lying bars is, in a width."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from copingkit.ui.charts.figure import Bars
from copingkit.ui.charts.legend import Legend
from copingkit.ui.charts.lettering import Lettering, bold, em, line_height, width_of
from copingkit.ui.charts.scale import Scale

_NAMES = 0.42  # the most of the width that names may take


@dataclass(frozen=True, slots=True)
class PlacedText:
    """Words and their upper left corner."""

    words: Lettering
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class PlacedBar:
    """A bar's whole line, its name, the boxes of its parts, where its total stands."""

    line: QRectF
    name: PlacedText
    parts: tuple[QRectF, ...]
    total: PlacedText


class BarsFrame:
    """All places count from the upper left corner of the chart, in the painter's units."""

    def __init__(self, bars: Bars, width: float, font: QFont, *, mirrored: bool) -> None:
        self.em, self.width, self.mirrored = em(font), width, mirrored
        self._font, self._line = font, line_height(font)
        self.legend = Legend(bars, width, font, mirrored=mirrored)
        self._names = self._room_for_names(bars)
        totals = max((width_of(bar.total, font) for bar in bars.bars), default=0) + 0.6 * self.em
        start = self._names + 0.8 * self.em
        longest = max((sum(bar.parts) for bar in bars.bars), default=0)
        self._scale = Scale(0, longest or 1, start, max(start + 1, width - totals))
        self.titles: list[PlacedText] = []
        self.bars: list[PlacedBar] = []
        self.notes: list[PlacedText] = []
        self.height = self._lay(bars)

    def _room_for_names(self, bars: Bars) -> float:
        widest = max((width_of(bar.name, self._font) for bar in bars.bars), default=0)
        return min(widest + 1, self.width * _NAMES)

    def _lay(self, bars: Bars) -> float:
        top = self.legend.height
        for number, group in enumerate(bars.groups):
            top += 0.7 * self.em if number else 0
            if group.title:
                top += self._text(self.titles, group.title, bold(self._font), top)
            for bar in group.bars:
                top += self._bar(bar.name, bar.parts, bar.total, top)
            if group.more:
                top += self._text(self.notes, group.more, self._font, top)
        if bars.note:
            top += 0.4 * self.em
            top += self._text(self.notes, bars.note, self._font, top)
        return top

    def _text(self, into: list[PlacedText], text: str, font: QFont, top: float) -> float:
        words = Lettering(text, font, self.width, mirrored=self.mirrored)
        into.append(PlacedText(words, 0, top))
        return words.height + 0.15 * self.em

    def _bar(self, name: str, parts: tuple[float, ...], total: str, top: float) -> float:
        words = Lettering(name, self._font, self._names, mirrored=self.mirrored)
        tall = max(words.height, self._line) + 0.35 * self.em
        thick, done = 0.95 * self.em, 0.0
        boxes = []
        for part in parts:
            start, end = self._scale.at(done), self._scale.at(done + part)
            boxes.append(self._box(start, top + (tall - thick) / 2, end - start, thick))
            done += part
        at = self._box(self._scale.at(done) + 0.5 * self.em, top, width_of(total, self._font), tall)
        number = Lettering(total, self._font, at.width() + 1)
        place = self._box(0, top + (tall - words.height) / 2, self._names, words.height)
        self.bars.append(
            PlacedBar(
                QRectF(0, top, self.width, tall),
                PlacedText(words, place.left(), place.top()),
                tuple(boxes),
                PlacedText(number, at.left(), top + (tall - number.height) / 2),
            )
        )
        return tall

    def _box(self, left: float, top: float, width: float, height: float) -> QRectF:
        if self.mirrored:
            left = self.width - left - width
        return QRectF(left, top, width, height)

    def stop_near(self, point: QPointF) -> int | None:
        """Which bar is nearest from top to bottom; None without any."""
        distances = [abs(bar.line.center().y() - point.y()) for bar in self.bars]
        return distances.index(min(distances)) if distances else None
