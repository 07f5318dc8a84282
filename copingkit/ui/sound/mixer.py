"""What is sounding now, mixed into the numbers that a sound device takes."""

from __future__ import annotations

import threading
from array import array
from dataclasses import dataclass
from typing import Final

from copingkit.ui.hearing import Tone
from copingkit.ui.sound.tones import RATE, Sound

FADE: Final = round(0.03 * RATE)  # samples in which what is stopped dies away
_FULL: Final = 32_000  # of 32,767: a little below what a device can take


@dataclass
class _Playing:
    """A sound on its way: how many samples are out, and how many its fading has left."""

    sound: Sound
    at: int = 0
    fading: int | None = None


class Mixer:
    """Sounds that are playing, for the thread of the device; may be called from any thread.

    A new phase of a breath fades the one before, so that the two never run into each other; a
    bell rings on.
    """

    def __init__(self, volume: int) -> None:
        """`volume` 0-100."""
        self._lock = threading.Lock()
        self._playing: list[_Playing] = []
        self._gain = 0.0
        self.set_volume(volume)

    def set_volume(self, volume: int) -> None:
        """Take a volume, 0-100; its square is the loudness, which is nearer to how we hear."""
        self._gain = (min(max(volume, 0), 100) / 100) ** 2

    def play(self, tone: Tone, seconds: float) -> None:
        """Begin a sound with the next samples that are asked for."""
        sound = Sound.of(tone, seconds)
        with self._lock:
            if tone is not Tone.BELL:
                self._fade(also_bells=False)
            self._playing.append(_Playing(sound))

    def hush(self) -> None:
        """Let everything die away within some hundredths of a second."""
        with self._lock:
            self._fade(also_bells=True)

    def _fade(self, *, also_bells: bool) -> None:
        for each in self._playing:
            if each.fading is None and (also_bells or each.sound.tone is not Tone.BELL):
                each.fading = FADE

    def render(self, count: int) -> array[int]:
        """The next `count` samples as signed 16-bit numbers."""
        with self._lock:
            if not self._playing:
                return array("h", bytes(2 * count))
            mixed = [0.0] * count
            for each in self._playing:
                _add(mixed, each)
            self._playing = [each for each in self._playing if not _over(each)]
        gain = self._gain * _FULL
        return array("h", [round(gain * min(1.0, max(-1.0, value))) for value in mixed])


def _add(mixed: list[float], each: _Playing) -> None:
    samples = each.sound.samples(each.at, len(mixed))
    each.at += len(samples)
    if each.fading is None:
        for number, value in enumerate(samples):
            mixed[number] += value
        return
    left = each.fading
    for number, value in enumerate(samples[:left]):
        mixed[number] += value * (left - number) / FADE
    each.fading = max(0, left - len(samples))


def _over(each: _Playing) -> bool:
    return each.at >= each.sound.length or each.fading == 0
