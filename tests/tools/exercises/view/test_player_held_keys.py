"""Shaking hands on the player's keys: what is held, or touched twice, counts once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from copingkit.core.links import Link
from copingkit.tools.exercises.model import Form
from copingkit.tools.exercises.view.measure_view import MeasureView
from copingkit.ui.hearing import SoundChoices
from tests.support.accessible import spoken
from tests.support.controls import buttons, press
from tests.support.hands import Hands
from tests.support.journey import CTRL, focused
from tests.support.pages import Around
from tests.support.playing import Opener, is_playing, key

pytestmark = pytest.mark.usefixtures("dressed")

MARKED = pytest.mark.parametrize("marked", [False, True])
REPEATS = pytest.mark.parametrize("repeats", [20, 21])  # an even and an odd number of presses
SPACE, ENTER, ESCAPE = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape


@MARKED
@REPEATS
@pytest.mark.parametrize("which", [SPACE, ENTER])
def test_a_held_key_pauses_once(opened: Opener, which: Qt.Key, repeats: int, marked: bool) -> None:
    player = opened("extended-exhale")
    key(player, ENTER)
    hands = Hands()
    hands.hold(which, repeats, marked=marked)
    assert player._playing.playback.paused
    hands.tap(which)
    assert not player._playing.playback.paused


def test_a_key_that_is_touched_twice_pauses_once(opened: Opener) -> None:
    player = opened("extended-exhale")
    key(player, ENTER)
    hands = Hands()
    hands.tap(SPACE)
    hands.tap(SPACE, after_ms=90, held_ms=40)
    assert player._playing.playback.paused


@MARKED
@REPEATS
@pytest.mark.parametrize("which", [SPACE, ENTER])
def test_a_key_that_is_held_on_start_starts_and_leaves_it_at_that(
    opened: Opener, which: Qt.Key, repeats: int, marked: bool
) -> None:
    player = opened("extended-exhale")
    Hands().hold(which, repeats, marked=marked)
    assert is_playing(player)
    assert not player._playing.playback.paused


@MARKED
@REPEATS
@pytest.mark.parametrize("which", [SPACE, ENTER])
def test_a_button_that_has_the_keyboard_is_pressed_once(
    opened: Opener, which: Qt.Key, repeats: int, marked: bool
) -> None:
    player = opened("extended-exhale")
    key(player, ENTER)
    player._playing._foot.pause.setFocus()
    Hands().hold(which, repeats, marked=marked)
    assert player._playing.playback.paused


@MARKED
def test_a_key_that_is_held_where_the_player_comes_up_starts_nothing(
    opened: Opener, marked: bool
) -> None:
    player = opened("extended-exhale")
    hands = Hands()
    for _ in range(20):  # it went down on the page below
        hands.up(ENTER, marked=marked)
        hands.down(ENTER, marked=marked)
        hands.now += 30
    hands.up(ENTER)
    assert not is_playing(player)
    hands.tap(ENTER)
    assert is_playing(player)


@MARKED
def test_a_held_key_goes_on_by_one_step_and_back_by_one(opened: Opener, marked: bool) -> None:
    player = opened("hand-tracing", Form.SHORT)
    press(player, "Start: Short, 1 minute")
    hands = Hands()
    hands.hold(Qt.Key.Key_Right, marked=marked)
    assert player._playing.playback.index == 1
    hands.tap(Qt.Key.Key_Right)
    hands.hold(Qt.Key.Key_Left, marked=marked)
    assert player._playing.playback.index == 1


def test_quick_presses_go_on_by_as_many_steps(opened: Opener) -> None:
    player = opened("hand-tracing", Form.SHORT)
    press(player, "Start: Short, 1 minute")
    hands = Hands()
    for _ in range(4):
        hands.tap(Qt.Key.Key_Right, after_ms=80)
    assert player._playing.playback.index == 4


@MARKED
def test_enter_that_is_held_goes_on_by_one_step(opened: Opener, marked: bool) -> None:
    player = opened("stop")
    key(player, ENTER)
    Hands().hold(ENTER, marked=marked)
    assert "Take a step back." in spoken(player)


@MARKED
def test_escape_that_is_held_stays_at_the_end(opened: Opener, around: Around, marked: bool) -> None:
    player = opened("extended-exhale")
    key(player, ENTER)
    hands = Hands()
    hands.hold(ESCAPE, marked=marked)
    assert buttons(player, "Done")
    assert around.links == []
    hands.tap(ESCAPE)
    assert around.links == [Link("closed")]


@MARKED
@pytest.mark.parametrize("repeats", [20, 21])
def test_the_key_for_silence_that_is_held_silences(
    opened: Opener, around: Around, repeats: int, marked: bool
) -> None:
    around.sound = SoundChoices(tones=True)
    player = opened("extended-exhale")
    key(player, ENTER)
    Hands().hold(Qt.Key.Key_M, repeats, marked=marked)
    assert buttons(player, "Sound on")


@MARKED
def test_what_is_typed_repeats_as_ever(opened: Opener, marked: bool) -> None:
    player = opened("five-senses")
    key(player, ENTER)
    field = focused()
    assert isinstance(field, QLineEdit)
    hands = Hands()
    hands.hold(SPACE, 5, marked=marked)
    assert field.text() == " " * 6
    hands.hold(ENTER, marked=marked)
    assert focused().accessibleName().startswith("Answer 2 of 5")


@MARKED
def test_a_long_answer_takes_lines_and_goes_on_once(opened: Opener, marked: bool) -> None:
    player = opened("problem-solving")
    key(player, ENTER)
    field = focused()
    assert isinstance(field, QPlainTextEdit)
    hands = Hands()
    hands.hold(ENTER, 3, marked=marked)
    assert field.toPlainText() == "\n" * 4
    hands.hold(ENTER, modifiers=CTRL, marked=marked)
    assert "Can you change it, or a part of it?" in spoken(player)


@MARKED
def test_a_breath_is_measured_as_long_as_the_key_is_held(opened: Opener, marked: bool) -> None:
    player = opened("extended-exhale")
    press(player, "Follow my own breath first")
    view = player.findChild(MeasureView)
    assert view is not None
    Hands().hold(SPACE, 3, marked=marked)
    assert len(view._presses) == (1 if marked else 4)  # which are joined when they are measured
