"""A figure in words says the same as the figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copingkit.ui.charts.figure import Bar, BarGroup, Bars, Fill, Key
from copingkit.ui.charts.reading import readings, table
from tests.support.figures import bars, plot, series

values = st.lists(st.none() | st.integers(0, 100), min_size=1, max_size=8)


@given(values)
def test_a_row_for_each_stop_with_its_numbers(numbers: list[int | None]) -> None:
    figure = plot(series("before", numbers), series("after", list(reversed(numbers))))
    whole = table(figure)
    assert whole.columns == ("Trial", "before", "after")
    assert len(whole.rows) == len(readings(figure)) == len(numbers)
    for at, row in enumerate(whole.rows):
        assert row[0] == f"Trial {at + 1}"
        assert row[1] == ("not said" if numbers[at] is None else f"{numbers[at]} %")
        assert row[2] == figure.series[1].points[at].said


def test_a_stop_is_read_with_every_number_and_every_gap() -> None:
    figure = plot(series("before", [70, None]), series("after", [50, 20]))
    assert readings(figure)[0] == "Trial 1 · before: 70 % · after: 50 %"
    assert readings(figure)[1] == "Trial 2 · before: not said · after: 20 %"


def test_bars_are_read_with_the_title_of_their_group() -> None:
    figure = bars((4, 1, 0), (2, 0, 0))
    assert len(readings(figure)) == 2
    assert table(figure).columns == ("Circumstance", "Solid", "Hatched", "Open")
    said = "People: bar 1 · Solid: 2 trials · Hatched: 0 trials · Open: 0 trials"
    assert readings(figure)[1] == said
    bare = Bars("", "", "", "Day", (Key(Fill.SOLID, "n"),), (BarGroup("", (_one(),)),))
    assert table(bare).rows == (("Monday", "3 times"),)


def _one() -> Bar:
    return Bar("Monday", (3.0,), ("3 times",), "3")


def test_a_series_without_a_point_for_each_stop_is_refused() -> None:
    with pytest.raises(ValueError, match="a point for each stop"):
        plot(series("before", [70, 80]), series("after", [50]))


def test_a_bar_without_a_part_for_each_key_is_refused() -> None:
    with pytest.raises(ValueError, match="a part for each key"):
        bars((4, 1, 0), (2,))
