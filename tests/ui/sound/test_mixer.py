"""Several tones at once, and how they end."""

from __future__ import annotations

from itertools import pairwise

from copingkit.ui.hearing import Tone
from copingkit.ui.sound.mixer import FADE, Mixer
from copingkit.ui.sound.tones import RATE


def loudest(mixer: Mixer, seconds: float) -> int:
    return max(abs(value) for value in mixer.render(round(seconds * RATE)))


def test_nothing_sounds_at_first() -> None:
    assert loudest(Mixer(100), 0.1) == 0


def test_a_tone_sounds_and_is_over_after_its_time() -> None:
    mixer = Mixer(100)
    mixer.play(Tone.BREATHE_IN, 1.0)
    assert loudest(mixer, 1.0) > 3000
    assert loudest(mixer, 0.5) == 0


def test_volume_is_taken_at_once_and_0_is_silence() -> None:
    mixer = Mixer(100)
    mixer.play(Tone.HOLD, 9.0)
    loud = loudest(mixer, 1.0)
    mixer.set_volume(50)
    assert 0.2 < loudest(mixer, 1.0) / loud < 0.3
    mixer.set_volume(0)
    assert loudest(mixer, 1.0) == 0


def test_hush_ends_everything_within_hundredths_of_a_second_and_without_a_click() -> None:
    mixer = Mixer(100)
    mixer.play(Tone.BELL, 0.0)
    mixer.play(Tone.BREATHE_IN, 5.0)
    before = mixer.render(RATE)
    mixer.hush()
    fading = mixer.render(FADE)
    whole = [*before[-10:], *fading]
    assert max(abs(after - one) for one, after in pairwise(whole)) < 8000
    assert max(abs(value) for value in fading[-20:]) < 1200
    assert loudest(mixer, 1.0) == 0


def test_a_new_phase_ends_the_one_before_and_leaves_a_bell_ringing() -> None:
    mixer = Mixer(100)
    mixer.play(Tone.BELL, 0.0)
    mixer.play(Tone.BREATHE_IN, 30.0)
    mixer.render(RATE // 2)
    mixer.play(Tone.BREATHE_OUT, 0.5)
    mixer.render(RATE)
    assert loudest(mixer, 0.5) > 300  # the bell
    mixer.render(5 * RATE)
    assert loudest(mixer, 1.0) == 0  # had the long breath gone on, it would still be here


def test_a_hush_that_comes_twice_does_not_bring_a_tone_back() -> None:
    mixer = Mixer(100)
    mixer.play(Tone.HOLD, 5.0)
    mixer.render(RATE)
    mixer.hush()
    mixer.render(FADE - 10)
    mixer.hush()
    mixer.render(10)
    assert loudest(mixer, 0.2) == 0


def test_many_tones_at_once_never_overflow() -> None:
    mixer = Mixer(100)
    for _ in range(12):
        mixer.play(Tone.BELL, 0.0)
    assert loudest(mixer, 1.0) <= 32_767
