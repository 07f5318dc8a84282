"""Columns fill the room, are cut where they have to be, and scroll where that is not enough."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copingkit.ui.charts.column_widths import fitted

widths = st.lists(st.floats(20, 600), min_size=1, max_size=9)


@given(widths, st.floats(50, 1500), st.floats(20, 200))
def test_they_fill_the_room_and_no_column_is_cut_more_than_needed(
    natural: list[float], room: float, narrowest: float
) -> None:
    found = fitted(natural, room, narrowest)
    assert len(found) == len(natural)
    for width, wanted in zip(found, natural, strict=True):
        assert width >= min(wanted, narrowest) - 1e-6
    if sum(natural) <= room:
        assert sum(found) == pytest.approx(room)
        assert all(width >= wanted for width, wanted in zip(found, natural, strict=True))
    else:
        assert all(width <= wanted + 1e-6 for width, wanted in zip(found, natural, strict=True))
        fits = sum(min(wanted, narrowest) for wanted in natural) <= room
        assert (sum(found) <= room + 1e-6) == fits


def test_what_one_would_expect() -> None:
    assert fitted([100, 300, 100], 600, 150) == [100, 400, 100]
    assert fitted([100, 300, 100], 400, 150) == [100, 200, 100]
    assert fitted([100, 300, 100], 200, 150) == [100, 150, 100]
    assert fitted([], 200, 150) == []
