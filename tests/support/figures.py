"""Small figures for tests of the charts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter

from copingkit.ui.charts import drawing
from copingkit.ui.charts.figure import (
    Axis,
    Bar,
    BarGroup,
    Bars,
    Figure,
    Fill,
    Guide,
    Key,
    Mark,
    Plot,
    Point,
    Series,
    Stop,
    Stroke,
    Tick,
)
from copingkit.ui.charts.ink import Ink

HUNDRED = tuple(Tick(value, str(value)) for value in (0, 25, 50, 75, 100))


def series(name: str, values: Sequence[float | None], mark: Mark = Mark.DOT) -> Series:
    """Percentages; None is a gap."""
    points = (Point(value, "not said" if value is None else f"{value} %") for value in values)
    return Series(name, tuple(points), mark)


def plot(*rows: Series, guides: tuple[Guide, ...] = (), stems: bool = False) -> Plot:
    """Series over as many trials as they have points."""
    count = len(rows[0].points) if rows else 0
    return Plot(
        "What I expected",
        "Beforehand it seemed likely.",
        f"{count} trials",
        "Trial",
        Axis(
            "In their order", 0.5, count + 0.5, tuple(Tick(n, f"{n}") for n in range(1, count + 1))
        ),
        Axis("How likely, in percent", 0, 100, HUNDRED),
        tuple(Stop(n, f"Trial {n}") for n in range(1, count + 1)),
        rows,
        guides,
        stems,
    )


def bars(*parts: tuple[float, ...], names: Sequence[str] = ()) -> Bars:
    """A bar for each, in two groups where there are more than one; one part or three."""
    fills = (Fill.SOLID, Fill.HATCHED, Fill.OPEN)[: len(parts[0])]
    keys = tuple(Key(fill, fill.name.title()) for fill in fills)
    made = tuple(
        Bar(
            names[number] if names else f"bar {number}",
            part,
            tuple(f"{value:g} trials" for value in part),
            f"{sum(part):g}",
        )
        for number, part in enumerate(parts)
    )
    groups = (BarGroup("Place", made[:1]), BarGroup("People", made[1:], "and 3 more"))
    return Bars("Where and with whom", "Two places.", "6 trials", "Circumstance", keys, groups)


def no_line(one: Series) -> Series:
    """The same points, not joined."""
    return Series(one.name, one.points, one.mark, Stroke.NONE, one.keys)


def font(pixels: int = 13) -> QFont:
    """The program's font at a size."""
    made = QFont(QGuiApplication.font())
    made.setPixelSize(pixels)
    return made


def painted(
    figure: Figure,
    ink: Ink,
    *,
    width: int = 600,
    pixels: int = 13,
    chosen: int | None = None,
    mirrored: bool = False,
) -> QImage:
    """The figure on its ground, its corner at 0, 0."""
    what = drawing.measured(figure, width, font(pixels), mirrored=mirrored)
    image = QImage(width, int(what.height) + 1, QImage.Format.Format_RGB32)
    image.fill(ink.ground)
    painter = QPainter(image)
    drawing.draw(painter, what, QPointF(0, 0), ink, chosen)
    painter.end()
    return image
