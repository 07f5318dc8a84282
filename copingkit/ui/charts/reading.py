"""A figure in words: what is read at each of its stops, and all of it as a table. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copingkit.ui.charts.figure import Bars, Figure


@dataclass(frozen=True, slots=True)
class Table:
    """Column titles, and rows of as many texts each."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


def table(figure: Figure) -> Table:
    """The numbers of a figure, a row for each stop or bar, in its order."""
    if isinstance(figure, Bars):
        names = tuple(key.name for key in figure.keys)
        named = zip(_bar_names(figure), figure.bars, strict=True)
        return Table((figure.each, *names), tuple((name, *bar.said) for name, bar in named))
    names = tuple(series.name for series in figure.series)
    rows = (
        (stop.name, *(series.points[number].said for series in figure.series))
        for number, stop in enumerate(figure.stops)
    )
    return Table((figure.each, *names), tuple(rows))


def readings(figure: Figure) -> tuple[str, ...]:
    """Each stop in a line: its name, then each number after what it is."""
    whole = table(figure)
    lines = []
    for name, *said in whole.rows:
        numbers = (f"{what}: {one}" for what, one in zip(whole.columns[1:], said, strict=True))
        lines.append(" · ".join((name, *numbers)))
    return tuple(lines)


def _bar_names(bars: Bars) -> list[str]:
    """The names of all bars, each with the title of its group."""
    return [
        f"{group.title}: {bar.name}" if group.title else bar.name
        for group in bars.groups
        for bar in group.bars
    ]
