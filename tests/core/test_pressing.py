"""What is one press of a key."""

from __future__ import annotations

import pytest

from copingkit.core.pressing import REPEATS_S, together


@pytest.mark.parametrize(
    ("down", "is_one"), [(5.0, True), (5.14, True), (5.16, False), (6.0, False), (4.9, False)]
)
def test_what_follows_at_once_is_the_press_before(down: float, is_one: bool) -> None:
    assert together(5.0, down) is is_one


def test_a_quick_press_is_none_that_a_keyboard_repeats() -> None:
    assert together(5.0, 5.04, REPEATS_S)
    assert not together(5.0, 5.06, REPEATS_S)
