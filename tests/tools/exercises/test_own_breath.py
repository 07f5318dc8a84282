"""Following someone's breath: what was pressed is measured, and led on from gently."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copingkit.tools.exercises.model import Pattern
from copingkit.tools.exercises.own_breath import OwnBreath, Press, leading, measure, slower


def presses(breathe_in: float, breathe_out: float, count: int) -> list[Press]:
    whole = breathe_in + breathe_out
    return [Press(5 + n * whole, 5 + n * whole + breathe_in) for n in range(count)]


lengths = st.floats(0.5, 10)


@given(lengths, lengths, st.integers(5, 40))
def test_an_even_breath_is_measured_as_it_is(inward: float, out: float, count: int) -> None:
    own = measure(presses(inward, out, count))
    assert own is not None
    assert own.breathe_in == pytest.approx(inward)
    assert own.breathe_out == pytest.approx(out)
    assert own.per_minute == pytest.approx(60 / (inward + out))
    assert (own.breaths, own.left_out) == (count - 1, 0)


@pytest.mark.parametrize("count", [0, 1, 4])
def test_a_few_breaths_are_too_few_to_tell(count: int) -> None:
    assert measure(presses(2, 3, count)) is None


def test_slips_and_long_silences_are_left_out_and_counted() -> None:
    slip = Press(6.5, 6.6)
    even = presses(1, 3, 6)
    late = [Press(press.down + 100, press.up + 100) for press in presses(1, 3, 3)]
    own = measure([even[0], slip, *even[1:], *late])
    assert own == OwnBreath(1, 3, breaths=7, left_out=2)


@given(lengths, lengths)
def test_leading_keeps_the_shape_and_stays_between_4_and_12_a_minute(
    inward: float, out: float
) -> None:
    pattern = leading(OwnBreath(inward, out, 9, 0))
    assert 4.95 <= pattern.seconds <= 15.05
    assert pattern.breathe_in / pattern.seconds == pytest.approx(inward / (inward + out), abs=0.01)
    if 5 <= inward + out <= 15:
        assert pattern.breathe_in == pytest.approx(inward, abs=0.01)


def test_each_step_is_a_tenth_longer_mostly_out_and_ends_at_4_a_minute() -> None:
    now: Pattern | None = Pattern(2.5, 2.5)
    seen = []
    while now is not None:
        seen.append(now)
        now = slower(now)
    for before, after in pairwise(seen):
        assert before.seconds < after.seconds <= before.seconds * 1.1 + 0.02
        assert after.breathe_out - before.breathe_out > after.breathe_in - before.breathe_in
    assert seen[-1].seconds == pytest.approx(15, abs=0.1)
    assert not any(pattern.hold or pattern.rest for pattern in seen)


def test_a_key_that_repeats_while_it_is_held_is_one_press() -> None:
    held: list[Press] = []
    for number in range(6):
        at = number * 5.0
        held += [Press(at, at + 0.66), Press(at + 0.66, at + 1.2), Press(at + 1.21, at + 2)]
    own = measure(held)
    assert own is not None
    assert (own.breathe_in, own.breathe_out, own.breaths) == pytest.approx((2, 3, 5))
    assert own.left_out == 0
