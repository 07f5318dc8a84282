"""The tones as numbers: never too loud, never a click, and told apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copingkit.ui.hearing import Tone
from copingkit.ui.sound.tones import RATE, Sound

LENGTHS = st.floats(0.3, 12.0)


def crossings(samples: list[float]) -> int:
    """How often the wave goes up through zero: its pitch, counted."""
    return sum(1 for before, after in pairwise(samples) if before < 0 <= after)


@given(st.sampled_from(list(Tone)), LENGTHS)
def test_a_tone_begins_and_ends_in_silence_and_never_clips(tone: Tone, seconds: float) -> None:
    sound = Sound.of(tone, seconds)
    first = sound.samples(0, 400)
    last = sound.samples(sound.length - 400, 400)
    assert abs(first[0]) < 0.01
    assert abs(last[-1]) < 0.01
    assert max(abs(value) for value in [*first, *last]) <= 1.0


@pytest.mark.parametrize("tone", list(Tone))
def test_a_tone_has_no_jumps(tone: Tone) -> None:
    samples = Sound.of(tone, 2.0).samples(0, 10 * RATE)
    assert max(abs(value) for value in samples) > 0.1
    assert max(abs(value) for value in samples) <= 1.0
    assert max(abs(after - before) for before, after in pairwise(samples)) < 0.25


@given(st.sampled_from(list(Tone)), LENGTHS, st.integers(0, 40_000), st.integers(1, 900))
def test_a_tone_is_the_same_in_one_piece_or_in_many(
    tone: Tone, seconds: float, start: int, count: int
) -> None:
    sound = Sound.of(tone, seconds)
    whole = sound.samples(start, count)
    half = count // 2
    assert whole == sound.samples(start, half) + sound.samples(start + half, count - half)
    assert len(whole) == max(0, min(count, sound.length - start))


def test_breathing_in_rises_breathing_out_falls_and_a_hold_stays() -> None:
    def pitches(tone: Tone) -> tuple[int, int]:
        sound = Sound.of(tone, 4.0)
        return crossings(sound.samples(RATE // 2, RATE)), crossings(
            sound.samples(5 * RATE // 2, RATE)
        )

    rising, falling, still = (
        pitches(tone) for tone in (Tone.BREATHE_IN, Tone.BREATHE_OUT, Tone.HOLD)
    )
    assert rising[1] > rising[0] + 30
    assert falling[0] > falling[1] + 30
    assert abs(still[0] - still[1]) <= 1


@pytest.mark.parametrize(("asked", "lasts"), [(4.0, 4.0), (-1.0, 0.0), (900.0, 60.0)])
def test_a_breath_lasts_as_long_as_it_is_told(asked: float, lasts: float) -> None:
    assert Sound.of(Tone.BREATHE_IN, asked).seconds == lasts
    assert Sound.of(Tone.BELL, asked).seconds == 5.0


def test_no_length_is_silence() -> None:
    assert Sound.of(Tone.BREATHE_OUT, 0.0).samples(0, 100) == []
