"""What is heard while an exercise plays: the cues that are seen, and only what was agreed to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox

from copingkit.tools.exercises.model import Form
from copingkit.ui.hearing import Lack, SoundChoices, Tone
from tests.support.accessible import spoken
from tests.support.clock import HandClock
from tests.support.controls import buttons, press
from tests.support.ears import Ears
from tests.support.pages import Around
from tests.support.playing import Opener, go_on, is_playing, key

TONES = SoundChoices(tones=True)
VOICE = SoundChoices(voice=True)
BOTH = SoundChoices(tones=True, voice=True)


def tones(ears: Ears) -> list[tuple[Tone, float]]:
    return [each for each in ears.heard if isinstance(each, tuple)]


def words(ears: Ears) -> list[str]:
    return [each for each in ears.heard if isinstance(each, str) and each != "hush"]


def last(ears: Ears) -> tuple[Tone, float] | str:
    return ears.heard[-1]


def test_nothing_is_opened_that_nobody_agreed_to(
    opened: Opener, clock: HandClock, around: Around
) -> None:
    player = opened("extended-exhale", Form.SHORT)
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 75)
    assert not is_playing(player)
    assert not around.ears.opened()
    assert not around.ears.heard


def test_each_phase_of_a_breath_has_its_own_tone_and_length(
    opened: Opener, clock: HandClock, around: Around
) -> None:
    around.sound = TONES
    player = opened("extended-exhale", Form.SHORT)
    assert not around.ears.heard
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 29.5)
    first, *breaths = tones(around.ears)
    assert first[0] is Tone.CUE
    assert [tone for tone, _ in breaths[:4]] == [Tone.BREATHE_IN, Tone.BREATHE_OUT] * 2
    assert [round(seconds) for _, seconds in breaths[:4]] == [4, 6, 4, 6]


def test_a_hold_is_heard_and_a_rest_is_quiet(
    opened: Opener, clock: HandClock, around: Around
) -> None:
    around.sound = TONES
    player = opened("box-breathing")
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 42)
    kinds = [tone for tone, _ in tones(around.ears)]
    assert kinds[1:5] == [Tone.BREATHE_IN, Tone.HOLD, Tone.BREATHE_OUT, Tone.BREATHE_IN]


def test_with_tones_the_voice_says_the_first_two_breaths(
    opened: Opener, clock: HandClock, around: Around
) -> None:
    around.sound = BOTH
    player = opened("extended-exhale", Form.SHORT)
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 49)
    assert words(around.ears)[1:] == ["Breathe in", "Breathe out"] * 2
    assert len(tones(around.ears)) > 6


def test_without_tones_the_voice_says_each(
    opened: Opener, clock: HandClock, around: Around
) -> None:
    around.sound = VOICE
    player = opened("extended-exhale", Form.SHORT)
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 49)
    assert len(words(around.ears)) >= 8
    assert not tones(around.ears)


def test_pause_is_silent_at_once_and_going_on_sounds_for_what_is_left(
    opened: Opener, clock: HandClock, around: Around
) -> None:
    around.sound = TONES
    player = opened("extended-exhale", Form.SHORT)
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 12)
    key(player, Qt.Key.Key_Space)
    assert last(around.ears) == "hush"
    key(player, Qt.Key.Key_Left)  # back, while it is paused: still silent
    assert last(around.ears) == "hush"
    key(player, Qt.Key.Key_Space)
    assert last(around.ears) == (Tone.BREATHE_IN, 4.0)
    go_on(player, clock, 1)
    key(player, Qt.Key.Key_Space)
    key(player, Qt.Key.Key_Space)
    assert last(around.ears) == (Tone.BREATHE_IN, 3.0)


def test_choices_are_spoken_with_their_numbers(
    opened: Opener, clock: HandClock, around: Around
) -> None:
    around.sound = VOICE
    player = opened("stop")
    key(player, Qt.Key.Key_Return)
    for _ in range(12):
        if " 1: " in words(around.ears)[-1]:
            break
        press(player, "Next")
    said = words(around.ears)[-1]
    assert " 1: " in said
    assert " 2: " in said


@pytest.mark.parametrize("which", [Qt.Key.Key_Right, Qt.Key.Key_Left])
def test_what_is_skipped_does_not_sound_on(
    opened: Opener, clock: HandClock, around: Around, which: Qt.Key
) -> None:
    around.sound = SoundChoices(tones=True, voice=True)
    player = opened("extended-exhale", Form.SHORT)
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 8)
    before = len(around.ears.heard)
    key(player, which)
    assert around.ears.heard[before] == "hush"
    assert around.ears.heard[-1] != "hush"


def test_the_end_is_heard(opened: Opener, clock: HandClock, around: Around) -> None:
    around.sound = BOTH
    player = opened("extended-exhale", Form.SHORT)
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 75)
    assert around.ears.heard[-2:] == [(Tone.BELL, 0.0), "The end. How is it now?"]


def test_to_leave_early_is_silent(opened: Opener, clock: HandClock, around: Around) -> None:
    around.sound = BOTH
    player = opened("extended-exhale", Form.SHORT)
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 12)
    key(player, Qt.Key.Key_Escape)
    assert last(around.ears) == "hush"


def test_silence_for_now_is_one_key_or_button(
    opened: Opener, clock: HandClock, around: Around
) -> None:
    around.sound = BOTH
    player = opened("extended-exhale", Form.SHORT)
    key(player, Qt.Key.Key_Return)
    key(player, Qt.Key.Key_M)
    so_far = len(around.ears.heard)
    go_on(player, clock, 20)
    assert len(around.ears.heard) == so_far
    press(player, "Sound on")
    go_on(player, clock, 10)
    assert len(around.ears.heard) > so_far + 1
    assert around.sounds == []  # the choice itself stays as it was


def test_there_is_no_such_button_where_nothing_was_agreed_to(
    opened: Opener, clock: HandClock
) -> None:
    player = opened("extended-exhale", Form.SHORT)
    key(player, Qt.Key.Key_Return)
    assert not buttons(player, "Silent")


def test_sound_is_chosen_before_the_start_and_kept(
    opened: Opener, clock: HandClock, around: Around
) -> None:
    player = opened("extended-exhale", Form.SHORT)
    opener: QAbstractButton = next(
        one
        for one in player.findChildren(QAbstractButton)
        if one.accessibleName().startswith("Sound and voice") and one.isVisible()
    )
    opener.click()
    field_of_tones = next(one for one in player.findChildren(QCheckBox) if "tones" in one.text())
    field_of_tones.click()
    assert around.sounds == [TONES]
    press(player, "Start: Short, 1 minute")
    assert around.ears.opened()
    assert tones(around.ears)
    field_of_tones.click()
    assert not around.ears.opened()


def test_what_is_missing_is_one_line_and_the_exercise_goes_on(
    opened: Opener, clock: HandClock, around: Around
) -> None:
    around.sound = BOTH
    around.ears.missing = (Lack.NO_DEVICE,)
    player = opened("extended-exhale", Form.SHORT)
    key(player, Qt.Key.Key_Return)
    assert "No sound device was found" in spoken(player)
    go_on(player, clock, 75)
    assert not is_playing(player)


def test_the_device_is_let_go_with_the_player(opened: Opener, around: Around) -> None:
    around.sound = TONES
    player = opened("extended-exhale", Form.SHORT)
    assert around.ears.opened()
    player.hide()
    assert not around.ears.opened()
    player.show()
    assert around.ears.opened()


@pytest.mark.parametrize("way_out", [Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_the_screen_stays_on_while_it_plays(
    opened: Opener, clock: HandClock, around: Around, way_out: Qt.Key
) -> None:
    player = opened("extended-exhale", Form.SHORT)
    assert not around.awake.is_held()
    key(player, Qt.Key.Key_Return)
    assert around.awake.is_held()
    key(player, way_out)
    assert not around.awake.is_held()


def test_the_screen_may_go_dark_after_the_end_or_behind_something(
    opened: Opener, clock: HandClock, around: Around
) -> None:
    player = opened("extended-exhale", Form.SHORT)
    key(player, Qt.Key.Key_Return)
    player.hide()
    assert not around.awake.is_held()
    player.show()
    player.setFocus()
    press(player, "Go on")
    assert around.awake.is_held()
    go_on(player, clock, 75)
    assert not around.awake.is_held()


def test_the_screen_stays_on_while_a_step_waits_for_the_person(
    opened: Opener, around: Around
) -> None:
    player = opened("five-senses")
    key(player, Qt.Key.Key_Return)
    assert around.awake.is_held()


def test_the_key_for_silence_does_nothing_where_nothing_may_be_heard(
    opened: Opener, around: Around
) -> None:
    player = opened("extended-exhale", Form.SHORT)
    key(player, Qt.Key.Key_Return)
    key(player, Qt.Key.Key_M)
    player._sounding.take(TONES)
    player._playing.press()
    player._playing.press()
    assert tones(around.ears)
