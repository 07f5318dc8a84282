"""Two clicks of a shaking hand in the player are one, also where the first one changed the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from copingkit.tools.exercises.view.player import Player
from copingkit.ui.hearing import SoundChoices
from tests.support.accessible import spoken
from tests.support.clock import HandClock
from tests.support.controls import buttons
from tests.support.hands import click_twice, middle
from tests.support.pages import Around
from tests.support.playing import Opener, figure_of, go_on, is_playing, key

pytestmark = pytest.mark.usefixtures("dressed")


def on(player: Player, name: str) -> QPoint:
    """Where that button is."""
    (found,) = buttons(player, name)
    return middle(player, found)


def test_start_does_not_pause_at_once(opened: Opener) -> None:
    player = opened("extended-exhale")
    click_twice(player, on(player, "Start: Full, 5 minutes"))
    assert is_playing(player)
    assert not player._playing.playback.paused


def test_the_button_and_the_large_area_pause(opened: Opener, clock: HandClock) -> None:
    player = opened("extended-exhale")
    key(player, Qt.Key.Key_Return)
    click_twice(player, on(player, "Pause"))
    assert buttons(player, "Go on")
    click_twice(player, middle(player, player._playing._cue))
    assert buttons(player, "Pause")
    go_on(player, clock, 10)
    click_twice(player, middle(player, figure_of(player)))
    assert buttons(player, "Go on")
    QTest.mouseClick(figure_of(player), Qt.MouseButton.LeftButton)
    assert buttons(player, "Pause")


def test_next_is_one_step_and_a_way_leads_to_the_next_choice_only(opened: Opener) -> None:
    player = opened("stop")
    key(player, Qt.Key.Key_Return)
    click_twice(player, on(player, "Next"))
    assert "Take a step back." in spoken(player)
    for _ in range(12):
        if player._playing.playback.cue is not None and player._playing.playback.cue.choices:
            break
        click_twice(player, on(player, "Next"))
    before = len(player._playing.playback.trail)
    (first, *_others) = player._playing.playback.cue.choices if player._playing.playback.cue else ()
    click_twice(player, on(player, first.text))
    assert len(player._playing.playback.trail) == before + 1


def test_end_stays_at_the_end(opened: Opener, around: Around) -> None:
    player = opened("extended-exhale")
    key(player, Qt.Key.Key_Return)
    click_twice(player, on(player, "End"))
    assert buttons(player, "Done")
    assert around.links == []


def test_i_feel_worse_does_not_open_what_comes_in_its_place(opened: Opener, around: Around) -> None:
    player = opened("extended-exhale")
    key(player, Qt.Key.Key_Return)
    click_twice(player, on(player, "I feel worse"))
    assert buttons(player, "Done")
    assert around.links == []


def test_silent_is_silent(opened: Opener, around: Around) -> None:
    around.sound = SoundChoices(tones=True)
    player = opened("extended-exhale")
    key(player, Qt.Key.Key_Return)
    click_twice(player, on(player, "Silent"))
    assert buttons(player, "Sound on")
