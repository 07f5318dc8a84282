"""From numbers to places on a line, and which labels fit there: pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers from `least` to `most` laid from `start` to `end`; one number alone in the middle."""

    least: float
    most: float
    start: float
    end: float

    def at(self, number: float) -> float:
        """Where a number is."""
        if self.most == self.least:
            return (self.start + self.end) / 2
        share = (number - self.least) / (self.most - self.least)
        return self.start + share * (self.end - self.start)


def round_step(span: float, most: int) -> float:
    """The smallest of 1, 2, 5, 10, 20, ... (or 0.1, 0.2, ...) that goes into `span` `most` times.

    Raises ValueError unless both are above zero.
    """
    if span <= 0 or most <= 0:
        raise ValueError("a span and a count above zero")
    power = floor(log10(span / most))
    steps = (
        factor * 10.0**exponent for exponent in range(power, power + 3) for factor in (1, 2, 5)
    )
    return next(step for step in steps if span / step <= most + 1e-9)


def ticks(least: float, most: float, count: int) -> tuple[float, ...]:
    """Round numbers from `least` to `most`, at most `count` + 1 of them."""
    if most <= least:
        return (least,)
    step = round_step(most - least, count)
    first, last = ceil(least / step - 1e-9), floor(most / step + 1e-9)
    return tuple(round(number * step, 10) for number in range(first, last + 1))


def thinned(centres: Sequence[float], widths: Sequence[float], gap: float) -> range:
    """Every how many labels can be written: from the first on, so that none touches the next."""
    count = len(centres)
    for step in range(1, count):
        shown = range(0, count, step)
        if all(_apart(centres, widths, here, here + step, gap) for here in shown[:-1]):
            return shown
    return range(0, count, max(count, 1))


def _apart(
    centres: Sequence[float], widths: Sequence[float], one: int, other: int, gap: float
) -> bool:
    room = abs(centres[other] - centres[one])
    return room >= (widths[one] + widths[other]) / 2 + gap
