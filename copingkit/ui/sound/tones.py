"""How each tone sounds, as arithmetic: every sample from the moment alone, no recording."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from copingkit.ui.hearing import Tone

RATE: Final = 22_050  # samples a second: ten times the highest partial
_EDGE_S: Final = 0.25  # a breath's tone swells and fades in this time, so that nothing clicks
_LONGEST_S: Final = 60.0

# Each partial: (times the lowest pitch, loudness, seconds until it is at a third).
# A bowl rings in tones that do not fit each other, the higher the sooner gone.
_BOWL: Final = ((1.0, 0.50, 1.3), (2.71, 0.24, 0.8), (5.15, 0.10, 0.4), (8.43, 0.04, 0.2))
_TAP: Final = ((1.0, 0.45, 0.09), (2.0, 0.15, 0.05))
_BELL_HZ: Final = 264.0
_TAP_HZ: Final = 528.0

# What a breath's tone glides between: up while breathing in, down while breathing out.
_LOW_HZ: Final = 196.0
_HIGH_HZ: Final = 294.0
_LOUD: Final = 0.34
_HOLD_LOUD: Final = 0.14


@dataclass(frozen=True, slots=True)
class Sound:
    """A tone with its length; samples are floats within -1 to 1, silence outside of it."""

    tone: Tone
    seconds: float

    @classmethod
    def of(cls, tone: Tone, seconds: float) -> Sound:
        """A tone; a bell and a tap have a length of their own, the others last for `seconds`."""
        own = {Tone.BELL: 5.0, Tone.CUE: 0.5}.get(tone)
        return cls(tone, own if own is not None else min(max(seconds, 0.0), _LONGEST_S))

    @property
    def length(self) -> int:
        """How many samples it has."""
        return round(self.seconds * RATE)

    def samples(self, start: int, count: int) -> list[float]:
        """`count` samples from number `start` on, fewer where it ends before."""
        numbers = range(start, min(start + count, self.length))
        if self.tone is Tone.BELL:
            return [self._struck(number, _BOWL, _BELL_HZ) for number in numbers]
        if self.tone is Tone.CUE:
            return [self._struck(number, _TAP, _TAP_HZ) for number in numbers]
        return [self._breathed(number) for number in numbers]

    def _struck(
        self, number: int, partials: tuple[tuple[float, float, float], ...], pitch: float
    ) -> float:
        at = number / RATE
        begin = min(1.0, at / 0.006)
        end = min(1.0, (self.seconds - at) / 0.1)
        turns = math.tau * pitch * at
        rung = sum(
            loud * math.exp(-at / fades) * math.sin(times * turns)
            for times, loud, fades in partials
        )
        return begin * end * rung

    def _breathed(self, number: int) -> float:
        at = number / RATE
        edge = min(_EDGE_S, self.seconds / 2)
        swell = min(1.0, at / edge, (self.seconds - at) / edge)
        turns = math.tau * self._cycles(at)
        loud = _HOLD_LOUD if self.tone is Tone.HOLD else _LOUD
        voice = math.sin(turns) + 0.22 * math.sin(2 * turns)
        return loud * math.sin(math.pi / 2 * swell) ** 2 * voice

    def _cycles(self, at: float) -> float:
        """Turns of the wave since its start: the pitch, which glides evenly, summed up."""
        if self.tone is Tone.HOLD:
            return _HIGH_HZ * at
        first, last = (_LOW_HZ, _HIGH_HZ) if self.tone is Tone.BREATHE_IN else (_HIGH_HZ, _LOW_HZ)
        return first * at + (last - first) * at * at / (2 * self.seconds)
