"""What a chart shows, as frozen values in words and numbers; how it is drawn is said elsewhere.

A figure is honest by its shape: None is a gap that no line bridges, `note` says how many there are,
and nothing is smoothed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Mark(Enum):
    """The shape of a point; shapes differ, so that colour says nothing alone."""

    DOT = auto()
    RING = auto()
    HALF = auto()
    SQUARE = auto()
    DIAMOND = auto()
    TRIANGLE = auto()


class Stroke(Enum):
    """A line between neighbours, or none."""

    NONE = auto()
    SOLID = auto()
    DASHED = auto()
    DOTTED = auto()


class Fill(Enum):
    """How a part of a bar is filled."""

    SOLID = auto()
    HATCHED = auto()
    OPEN = auto()


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on an axis."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Axis:
    """What is measured, in words, from `least` to `most`."""

    title: str
    least: float
    most: float
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """A place across the chart where there is something to read: a time, a trial, a day."""

    at: float
    name: str


@dataclass(frozen=True, slots=True)
class Point:
    """A number at a stop, or None for a gap; `said` is it in words ("70 %", "not said").

    `mark` is a shape of its own in place of that of its series.
    """

    value: float | None
    said: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of one kind, one point for each stop.

    `keys` explain the shapes that single points have.
    """

    name: str
    points: tuple[Point, ...]
    mark: Mark = Mark.DOT
    stroke: Stroke = Stroke.SOLID
    keys: tuple[tuple[Mark, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Guide:
    """A straight line with a name: a level that was expected, or a trend. In axis numbers."""

    name: str
    start: tuple[float, float]
    end: tuple[float, float]
    stroke: Stroke = Stroke.DASHED


@dataclass(frozen=True, slots=True)
class Plot:
    """Points over an axis.

    `summary` says in words what the chart shows, `note` how many there are, `each` what one stop is
    ("Trial"). `stems` joins the points of a stop by a thin upright line. Raises ValueError when a
    series does not have a point for each stop.
    """

    title: str
    summary: str
    note: str
    each: str
    across: Axis
    up: Axis
    stops: tuple[Stop, ...]
    series: tuple[Series, ...]
    guides: tuple[Guide, ...] = ()
    stems: bool = False

    def __post_init__(self) -> None:
        if any(len(series.points) != len(self.stops) for series in self.series):
            raise ValueError("a series has a point for each stop")


@dataclass(frozen=True, slots=True)
class Key:
    """What a part of each bar stands for."""

    fill: Fill
    name: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A name and a number for each key; `said` are they in words, `total` stands at its end."""

    name: str
    parts: tuple[float, ...]
    said: tuple[str, ...]
    total: str


@dataclass(frozen=True, slots=True)
class BarGroup:
    """Bars under a title (which may be empty); `more` tells of those that are not drawn."""

    title: str
    bars: tuple[Bar, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Counts as lying bars, all to one scale. See `Plot` for the words.

    Raises ValueError when a bar does not have a part for each key.
    """

    title: str
    summary: str
    note: str
    each: str
    keys: tuple[Key, ...]
    groups: tuple[BarGroup, ...]

    def __post_init__(self) -> None:
        n = len(self.keys)
        if any(len(bar.parts) != n or len(bar.said) != n for bar in self.bars):
            raise ValueError("a bar has a part for each key")

    @property
    def bars(self) -> tuple[Bar, ...]:
        """All bars from top to bottom."""
        return tuple(bar for group in self.groups for bar in group.bars)


Figure = Plot | Bars
