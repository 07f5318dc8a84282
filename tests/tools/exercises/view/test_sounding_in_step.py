"""The voice in step with what is shown, in every kind of exercise."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from copingkit.tools.exercises.catalogue import shipped
from copingkit.tools.exercises.cues import Act
from copingkit.tools.exercises.kinds.scripts import script
from copingkit.tools.exercises.model import Form
from copingkit.tools.exercises.view.player_words import said
from copingkit.tools.exercises.view.sounding import LONGEST_TENSION_S, Sounding
from copingkit.ui.hearing import SoundChoices
from tests.support.clock import HandClock
from tests.support.ears import Ears
from tests.support.pages import Around
from tests.support.playing import Opener, go_on, key

VOICE = SoundChoices(voice=True)


def words(ears: Ears) -> list[str]:
    return [each for each in ears.heard if isinstance(each, str) and each != "hush"]


@pytest.mark.parametrize(
    "name", ["muscles-four-groups", "safe-place", "five-senses", "stop", "quiet-sitting"]
)
def test_the_voice_says_what_is_shown_and_nothing_else(
    opened: Opener, clock: HandClock, around: Around, name: str
) -> None:
    around.sound = VOICE
    player = opened(name)
    key(player, Qt.Key.Key_Return)

    def shown() -> str:
        cue = player._playing.playback.cue
        assert cue is not None
        return cue.text

    def go_further() -> None:
        (player._playing.press if player._playing.playback.waits else player.skip)()

    assert shown() in words(around.ears)[-1]
    for _ in range(2):  # quickly, one after the other: each silences the one before
        so_far = len(around.ears.heard)
        go_further()
        silence, spoken_now = around.ears.heard[so_far:]
        assert silence == "hush"
        assert shown() in str(spoken_now)
    so_far = len(around.ears.heard)
    player._playing.pause("Paused.")
    clock.seconds += 60
    player._playing.back()
    assert set(around.ears.heard[so_far:]) == {"hush"}
    player._playing.press()
    assert shown() in str(around.ears.heard[-1])
    key(player, Qt.Key.Key_Escape)
    assert around.ears.heard[-1] == "hush"


@pytest.mark.parametrize(("rate", "words_a_minute"), [(0, 175), (-50, 87.5), (50, 262.5)])
def test_everything_can_be_said_before_the_next_cue(rate: int, words_a_minute: float) -> None:
    sounding = Sounding(Ears(), SoundChoices(voice=True, rate=rate))
    for exercise in shipped():
        for form in exercise.forms:
            plain = script(exercise, form)
            spoken = sounding.in_time(plain)
            for before, after in zip(plain, spoken, strict=True):
                assert (after.text, after.breath) == (before.text, before.breath)
                if before.seconds is None or before.breath:
                    assert after.seconds == before.seconds
                    continue
                assert after.seconds is not None
                assert after.seconds >= before.seconds
                if after.act is Act.TENSE:
                    assert after.seconds <= LONGEST_TENSION_S
                    if rate < 0 and after.seconds == LONGEST_TENSION_S:
                        continue  # muscles come before words
                assert len(said(after).split()) * 60 / words_a_minute < after.seconds - 1


def test_who_reads_has_the_time_that_is_written() -> None:
    for exercise in shipped():
        plain = script(exercise, exercise.forms[0])
        assert Sounding(Ears(), SoundChoices(tones=True)).in_time(plain) is plain


def test_a_short_form_does_not_talk_over_itself(
    opened: Opener, clock: HandClock, around: Around
) -> None:
    around.sound = VOICE
    player = opened("muscles-seven-groups", Form.SHORT)
    player.start(Form.SHORT)
    while "Neck." not in words(around.ears)[-1]:
        key(player, Qt.Key.Key_Right)
    so_far = len(around.ears.heard)
    go_on(player, clock, 6.5)  # 17 words, where 5 seconds are written
    assert len(around.ears.heard) == so_far
    go_on(player, clock, 1.5)
    assert len(around.ears.heard) == so_far + 1
