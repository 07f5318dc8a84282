"""What is drawn is what is there: points where the numbers are, and gaps where there are none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from copingkit.ui import theme
from copingkit.ui.charts import drawing, ink, legend
from copingkit.ui.charts.bars_frame import BarsFrame
from copingkit.ui.charts.figure import Figure, Fill, Guide, Mark, Plot
from copingkit.ui.charts.ink import Ink
from copingkit.ui.charts.plot_frame import PlotFrame
from tests.support.figures import bars, font, no_line, painted, plot, series
from tests.support.looks import dress
from tests.ui.test_theme import contrast

pytestmark = pytest.mark.usefixtures("dressed")

BEFORE = series("before", [80, 60, 40])


def frame(figure: Plot, *, width: int = 600, mirrored: bool = False) -> PlotFrame:
    return PlotFrame(figure, width, font(), mirrored=mirrored)


def near(image: QImage, place: QPointF, colour: QColor, radius: int = 3) -> bool:
    """Whether a pixel close by is about of that colour."""
    x, y = round(place.x()), round(place.y())
    around = range(-radius, radius + 1)
    spots = [(x + across, y + down) for across in around for down in around]
    return any(alike(image.pixelColor(*spot), colour) for spot in spots)


def alike(one: QColor, other: QColor) -> bool:
    apart = (
        one.red() - other.red(),
        one.green() - other.green(),
        one.blue() - other.blue(),
    )
    return all(abs(step) < 40 for step in apart)


def between(figure: Plot, one: int, number: int = 0) -> QPointF:
    """The middle between two neighbours of the first series, on the way of a line."""
    placed, points = frame(figure), figure.series[number].points
    low, high = points[one].value or 0, points[one + 1].value or 0
    return placed.place(figure.stops[one].at + 0.5, (low + high) / 2)


def test_points_are_where_their_numbers_are() -> None:
    figure = plot(no_line(BEFORE))
    image, placed = painted(figure, ink.paper()), frame(figure)
    for stop, value in zip(figure.stops, (80, 60, 40), strict=True):
        assert near(image, placed.place(stop.at, value), QColor("black"), 1)
        assert not near(image, placed.place(stop.at, value - 12), QColor("black"))


def test_a_line_joins_neighbours_and_stops_at_a_gap() -> None:
    whole, gap = plot(BEFORE), plot(series("before", [80, None, 40]))
    middle = between(whole, 0)
    assert near(painted(whole, ink.paper()), middle, QColor("black"))
    assert not near(painted(gap, ink.paper()), middle, QColor("black"))
    straight = frame(gap).place(2, 60)  # where a line over the gap would go through
    assert not near(painted(gap, ink.paper()), straight, QColor("black"))
    assert not near(painted(plot(no_line(BEFORE)), ink.paper()), middle, QColor("black"))


def test_nothing_is_smoothed() -> None:
    """A line through 0, 100, 0 is as straight as its numbers."""
    figure = plot(series("before", [0, 100, 0]))
    image, placed = painted(figure, ink.paper()), frame(figure)
    for share in (0.2, 0.4, 0.6, 0.8):
        assert near(image, placed.place(1 + share, 100 * share), QColor("black"), 2)


def test_a_guide_and_stems_are_drawn() -> None:
    level = Guide("expected", (0.5, 90), (3.5, 90))
    bare, led = plot(no_line(BEFORE)), plot(no_line(BEFORE), guides=(level,))
    spots = [frame(led).place(at / 50, 90) for at in range(60, 140)]
    assert any(near(painted(led, ink.paper()), spot, QColor("#333333"), 1) for spot in spots)
    assert painted(bare, ink.paper()) != painted(led, ink.paper())
    after = no_line(series("after", [20, None, 40]))
    two = plot(no_line(BEFORE), after, stems=True)
    image, placed = painted(two, ink.paper()), frame(two)
    assert near(image, placed.place(1, 50), QColor("#333333"), 1)
    assert not near(image, placed.place(2, 50), QColor("#333333"), 1)
    nothing = plot(no_line(series("before", [None])), stems=True)
    assert not near(painted(nothing, ink.paper()), frame(nothing).place(1, 30), QColor("#333333"))


@pytest.mark.parametrize("mark", Mark)
def test_every_shape_is_another_picture(mark: Mark) -> None:
    """In one colour the shapes still differ: colour says nothing alone."""
    others = [painted(plot(series("x", [50], other)), ink.paper()) for other in Mark]
    mine = painted(plot(series("x", [50], mark)), ink.paper())
    assert sum(mine == other for other in others) == 1


def test_a_point_may_have_a_shape_of_its_own() -> None:
    one = series("x", [50])
    own = replace(one, points=(replace(one.points[0], mark=Mark.SQUARE),))
    assert painted(plot(own), ink.paper()) != painted(plot(one), ink.paper())


def test_every_fill_is_another_picture() -> None:
    figure = bars((1.0, 1.0, 1.0))
    boxes = drawing.measured(figure, 600, font())
    assert isinstance(boxes, drawing.MeasuredBars)
    image, parts = painted(figure, ink.paper()), boxes.frame.bars[0].parts
    dark = [share_dark(image.copy(box.adjusted(4, 4, -4, -4).toRect())) for box in parts]
    assert dark[0] > 0.95
    assert 0.1 < dark[1] < 0.9
    assert dark[2] < 0.05


def share_dark(image: QImage) -> float:
    shades = grey(image)
    return sum(shade < 128 for shade in shades) / len(shades)


def grey(image: QImage) -> bytes:
    """A byte for each pixel, 255 is white."""
    made = image.convertToFormat(QImage.Format.Format_Grayscale8)  # held: its bytes are its own
    rows = bytes(made.constBits())
    step = made.bytesPerLine()
    return b"".join(rows[at : at + made.width()] for at in range(0, len(rows), step))


def test_the_chosen_stop_is_brought_out() -> None:
    for figure in (plot(BEFORE), bars((4,), (2,))):
        pictures = [painted(figure, ink.paper(), chosen=chosen) for chosen in (None, 0, 1)]
        assert pictures[0] != pictures[1] != pictures[2] != pictures[0]
    figure, aside = plot(no_line(BEFORE)), QPointF(0.68 * 13, 0)
    place = frame(figure).place(2, 60) + aside  # on the ring around the chosen point
    assert near(painted(figure, ink.paper(), chosen=1), place, QColor("black"), 1)
    assert not near(painted(figure, ink.paper(), chosen=0), place, QColor("black"), 1)


def test_pointing_finds_the_nearest_stop() -> None:
    what = drawing.measured(plot(BEFORE), 600, font())
    assert what.stop_near(frame(plot(BEFORE)).place(2.2, 10)) == 1
    assert what.stop_near(QPointF(-50, 0)) == 0
    assert what.stop_near(QPointF(5000, 0)) == 2
    lying = drawing.measured(bars((4,), (2,)), 600, font())
    assert lying.stop_near(QPointF(10, 0)) == 0
    assert lying.stop_near(QPointF(10, 1000)) == 1
    assert drawing.measured(plot(), 600, font()).stop_near(QPointF(0, 0)) is None


def test_from_right_to_left_the_first_is_at_the_right() -> None:
    figure = plot(BEFORE)
    ltr, rtl = frame(figure), frame(figure, mirrored=True)
    assert ltr.across.at(1) < ltr.across.at(3)
    assert rtl.across.at(1) > rtl.across.at(3)
    assert painted(figure, ink.paper()) != painted(figure, ink.paper(), mirrored=True)
    boxes = [
        BarsFrame(bars((4,), (2,)), 600, font(), mirrored=mirrored).bars[0].parts[0]
        for mirrored in (False, True)
    ]
    assert boxes[0].left() > 0
    assert 600 - boxes[1].right() == pytest.approx(boxes[0].left())


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_every_theme_has_its_colours_and_each_can_be_seen(name: str) -> None:
    dress(name, 100)
    colours = ink.screen()
    ground = colours.ground.name()
    assert ground == theme.colour("surface").name()
    assert min(contrast(one.name().upper(), ground.upper()) for one in colours.series) >= 4.5
    assert contrast(colours.edge.name(), ground) >= 3
    image = painted(plot(BEFORE), colours)
    assert near(image, frame(plot(BEFORE)).place(1, 80), colours.series[0], 1)
    assert image.pixelColor(image.width() - 1, 0).name() == ground


def test_a_fourth_series_begins_the_colours_again() -> None:
    colours = ink.paper()
    assert colours.of(3) == colours.of(0)
    assert colours.of(1) != colours.of(0)


@pytest.mark.parametrize("figure", [plot(BEFORE), bars((4, 1, 0), (2, 0, 1))])
@pytest.mark.parametrize("width", [180, 320, 900])
@pytest.mark.parametrize("pixels", [10, 13, 26])
def test_it_grows_with_the_text_and_nothing_is_cut(figure: Figure, width: int, pixels: int) -> None:
    what = drawing.measured(figure, width, font(pixels))
    assert what.height >= 5 * pixels
    assert what.height <= drawing.measured(figure, width, font(2 * pixels)).height
    assert outside(figure, width, pixels) == 0


def outside(figure: Figure, width: int, pixels: int) -> int:
    """Pixels that are drawn more than a hair beyond the chart's own box."""
    what, room, slack = drawing.measured(figure, width, font(pixels)), 60, 2
    image = QImage(width + 2 * room, int(what.height) + 2 * room, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    drawing.draw(painter, what, QPointF(room, room), ink.paper())
    box = QRectF(room, room, width, what.height).adjusted(-slack, -slack, slack, slack)
    painter.fillRect(box, QColor("white"))
    painter.end()
    shades = grey(image)
    return len(shades) - shades.count(255)


def test_the_legend_explains_what_there_is_more_than_one_of() -> None:
    assert legend.entries(plot(BEFORE)) == ()
    keyed = replace(BEFORE, keys=((Mark.RING, "no"), (Mark.SQUARE, "yes")))
    guide = Guide("expected", (0, 0), (1, 1))
    said = legend.entries(plot(keyed, guides=(guide,)))
    assert [entry.name for entry in said] == ["before", "no", "yes", "expected"]
    assert [entry.mark for entry in said] == [None, Mark.RING, Mark.SQUARE, None]
    assert len({entry.series for entry in said}) == 2
    assert [entry.fill for entry in legend.entries(bars((1, 2, 3)))] == list(Fill)


@settings(deadline=None)
@given(st.lists(st.none() | st.floats(0, 100), min_size=1, max_size=12))
def test_any_numbers_can_be_drawn_inside_the_room(numbers: list[float | None]) -> None:
    figure = plot(series("x", numbers))
    placed = frame(figure)
    for stop, value in zip(figure.stops, numbers, strict=True):
        if value is not None:
            assert placed.area.adjusted(-1, -1, 1, 1).contains(placed.place(stop.at, value))


def small(colours: Ink) -> QImage:
    return painted(plot(BEFORE), colours, width=240)


def test_light_and_dark_differ() -> None:
    dress("light", 100)
    light = small(ink.screen())
    dress("dark", 100)
    assert small(ink.screen()) != light
