"""The colours of a chart: those of the theme, or black on white."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor

from copingkit.ui import theme


@dataclass(frozen=True)
class Ink:
    """`series` in the order of the series; `grid` is faint, since it says nothing by itself."""

    ground: QColor
    text: QColor
    muted: QColor
    edge: QColor
    grid: QColor
    series: tuple[QColor, ...]

    def of(self, number: int) -> QColor:
        """The colour of a series; those beyond the last begin again, in shapes of their own."""
        return self.series[number % len(self.series)]


SERIES: Final = ("accent", "text", "muted")  # tokens; each can be read on every ground


def screen() -> Ink:
    """The present theme's colours, on a card."""
    colour = theme.colour
    grid = colour("line")
    if theme.now().theme == "contrast":  # there it is as bright as the points
        grid.setAlphaF(0.4)
    return Ink(
        ground=colour("surface"),
        text=colour("text"),
        muted=colour("muted"),
        edge=colour("border"),
        grid=grid,
        series=tuple(colour(name) for name in SERIES),
    )


def paper() -> Ink:
    """Black and greys that a plain printer can do."""
    return Ink(
        ground=QColor("#FFFFFF"),
        text=QColor("#000000"),
        muted=QColor("#333333"),
        edge=QColor("#555555"),
        grid=QColor("#CCCCCC"),
        series=(QColor("#000000"), QColor("#333333"), QColor("#555555")),
    )
