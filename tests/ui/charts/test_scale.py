"""Round numbers on an axis, places on a line, and labels that do not touch."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copingkit.ui.charts.scale import Scale, round_step, thinned, ticks

numbers = st.floats(-1000, 1000, allow_subnormal=False)


@given(numbers, st.floats(0.01, 1000), numbers, numbers, st.floats(0, 1))
def test_a_scale_keeps_the_ends_and_shares(
    least: float, span: float, start: float, end: float, share: float
) -> None:
    scale = Scale(least, least + span, start, end)
    assert scale.at(least) == pytest.approx(start)
    assert scale.at(least + span) == pytest.approx(end)
    assert scale.at(least + share * span) == pytest.approx(start + share * (end - start), abs=1e-6)


def test_one_number_alone_is_in_the_middle() -> None:
    assert Scale(3, 3, 10, 30).at(3) == 20


@given(st.floats(1e-6, 1e6), st.integers(1, 20))
def test_a_step_is_round_and_the_smallest_that_does(span: float, most: int) -> None:
    step = round_step(span, most)
    digits = f"{step:.12e}".partition("e")[0]
    assert float(digits) in {1.0, 2.0, 5.0}
    assert span / step <= most + 1e-6
    assert span / (step / 2.5) > most  # the next smaller one would be too many


@pytest.mark.parametrize(("span", "most"), [(0, 5), (-1, 5), (5, 0)])
def test_there_is_no_step_for_nothing(span: float, most: int) -> None:
    with pytest.raises(ValueError, match="above zero"):
        round_step(span, most)


@given(numbers, st.floats(0.01, 1000), st.integers(1, 12))
def test_ticks_are_few_even_and_inside(least: float, span: float, count: int) -> None:
    found = ticks(least, least + span, count)
    assert len(found) <= count + 1
    assert all(least - 1e-6 <= tick <= least + span + 1e-6 for tick in found)
    steps = {round(after - before, 6) for before, after in pairwise(found)}
    assert len(steps) <= 1


def test_ticks_that_one_would_write() -> None:
    assert ticks(0, 15, 5) == (0, 5, 10, 15)
    assert ticks(0, 100, 4) == (0, 50, 100)
    assert ticks(0, 100, 5) == (0, 20, 40, 60, 80, 100)
    assert ticks(0, 1.5, 6) == (0, 0.5, 1, 1.5)
    assert ticks(7, 7, 5) == (7,)


@given(st.lists(st.floats(0, 60), max_size=40), st.floats(1, 80), st.floats(0, 9))
def test_labels_never_touch_and_the_first_is_there(
    widths: list[float], apart: float, gap: float
) -> None:
    centres = [apart * number for number in range(len(widths))]
    shown = thinned(centres, widths, gap)
    assert list(shown[:1]) == ([0] if widths else [])
    for one, other in pairwise(shown):
        edges = centres[one] + widths[one] / 2 + gap, centres[other] - widths[other] / 2
        assert edges[0] <= edges[1] + 1e-6


def test_all_labels_are_there_where_there_is_room_from_right_to_left_too() -> None:
    assert list(thinned([0, 50, 100], [40, 40, 40], 5)) == [0, 1, 2]
    assert list(thinned([100, 50, 0], [40, 40, 40], 5)) == [0, 1, 2]
    assert list(thinned([0, 20, 40], [30, 30, 30], 5)) == [0, 2]
