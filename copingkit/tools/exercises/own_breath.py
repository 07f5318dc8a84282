"""Follow my breath: measures how someone breathes, leads from there, slower only by consent.

Slow breathing near 6 breaths a minute, for most people between 4.5 and 7, is where heart and
breath swing together (Lehrer & Gevirtz 2014, Frontiers in Psychology 5:756); nobody has to get
there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from copingkit.core.pressing import together
from copingkit.tools.exercises.model import Pattern

MEASURED_S = 60.0
FEWEST_BREATHS = 4
SHORTEST_PRESS_S = 0.3  # a shorter one is a slip of the finger
LONGEST_BREATH_S = 30.0
SLOWEST_PER_MINUTE, FASTEST_PER_MINUTE = 4.0, 12.0
LONGER_BY = 1.1
SHARE_OUT = 0.6  # of what a breath grows by, so much goes into breathing out


@dataclass(frozen=True, slots=True)
class Press:
    """One breath in: from when the key went down until it came up (steady seconds)."""

    down: float
    up: float


@dataclass(frozen=True, slots=True)
class OwnBreath:
    """How someone breathes: medians in seconds, over `breaths` whole breaths.

    `left_out` presses were too short, or too far apart to be one breath.
    """

    breathe_in: float
    breathe_out: float
    breaths: int
    left_out: int

    @property
    def per_minute(self) -> float:
        """The pace."""
        return 60 / (self.breathe_in + self.breathe_out)


def measure(presses: Sequence[Press]) -> OwnBreath | None:
    """The breath of someone who pressed while breathing in; None below four whole breaths.

    A whole breath goes from one press to the next.
    """
    held = _joined(presses)
    meant = [press for press in held if press.up - press.down >= SHORTEST_PRESS_S]
    pairs = list(pairwise(meant))
    whole = [(one, after) for one, after in pairs if 0 < after.down - one.down <= LONGEST_BREATH_S]
    if len(whole) < FEWEST_BREATHS:
        return None
    return OwnBreath(
        breathe_in=median(one.up - one.down for one, _after in whole),
        breathe_out=median(after.down - one.up for one, after in whole),
        breaths=len(whole),
        left_out=len(held) - len(meant) + len(pairs) - len(whole),
    )


def _joined(presses: Sequence[Press]) -> list[Press]:
    """X11 tells a held key as many presses, and Qt does not see through each of them."""
    joined: list[Press] = []
    for press in presses:
        if joined and together(joined[-1].up, press.down):  # no breath out
            joined[-1] = Press(joined[-1].down, press.up)
        else:
            joined.append(press)
    return joined


def leading(own: OwnBreath) -> Pattern:
    """The pattern to begin with: the person's own, held between 4 and 12 breaths a minute."""
    whole = own.breathe_in + own.breathe_out
    held = min(max(whole, 60 / FASTEST_PER_MINUTE), 60 / SLOWEST_PER_MINUTE)
    return _rounded(own.breathe_in * held / whole, own.breathe_out * held / whole)


def slower(pattern: Pattern) -> Pattern | None:
    """The next one, a tenth longer and most of that breathing out; None at 4 a minute."""
    whole = pattern.breathe_in + pattern.breathe_out
    longer = min(whole * LONGER_BY, 60 / SLOWEST_PER_MINUTE)
    more = longer - whole
    if more < 0.1:  # what nobody would notice
        return None
    return _rounded(
        pattern.breathe_in + more * (1 - SHARE_OUT), pattern.breathe_out + more * SHARE_OUT
    )


def _rounded(breathe_in: float, breathe_out: float) -> Pattern:
    return Pattern(round(breathe_in, 2), round(breathe_out, 2))
