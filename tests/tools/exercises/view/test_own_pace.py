"""Following one's own breath: measured by the space bar, led from there, slower when agreed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from copingkit.tools.exercises.service import ExercisesService
from copingkit.tools.exercises.view.measure_view import MeasureView
from copingkit.tools.exercises.view.player import Player
from tests.support.accessible import spoken, unnamed_controls
from tests.support.clock import HandClock
from tests.support.controls import buttons, press
from tests.support.full_disk import FillableRecords
from tests.support.journey import focused
from tests.support.playing import Opener, go_on, is_playing

pytestmark = pytest.mark.usefixtures("dressed")


def measuring(player: Player) -> MeasureView:
    press(player, "Follow my own breath first")
    view = player.findChild(MeasureView)
    assert view is not None
    return view


def breathe(clock: HandClock, breaths: int, breathe_in: float, breathe_out: float) -> None:
    """Hold the space bar while breathing in."""
    for _ in range(breaths):
        QTest.keyPress(focused(), Qt.Key.Key_Space)
        clock.seconds += breathe_in
        QTest.keyRelease(focused(), Qt.Key.Key_Space)
        clock.seconds += breathe_out


def led_by_own_pace(
    opened: Opener, clock: HandClock, breaths: int, breathe_in: float, breathe_out: float
) -> Player:
    """A player that leads from a pace that was measured."""
    player = opened("extended-exhale")
    view = measuring(player)
    breathe(clock, breaths, breathe_in, breathe_out)
    view._look()
    press(player, "Lead me from there")
    return player


def test_a_minute_tells_the_pace_and_leads_from_there(
    opened: Opener, clock: HandClock, records: FillableRecords, service: ExercisesService
) -> None:
    player = opened("extended-exhale")
    view = measuring(player)
    assert not buttons(player, "Lead me from there")
    breathe(clock, 13, 2.5, 2.5)
    view._look()
    assert "About 12 breaths a minute." in spoken(player)
    assert "In 2.5 s, out 2.5 s, the middle of 12 breaths." in spoken(player)
    assert "Leading begins" not in spoken(player)
    assert not unnamed_controls(player)
    press(player, "Lead me from there")
    go_on(player, clock, 61)
    assert not is_playing(player)
    press(player, "Go on a little slower")
    cue = player._playing.playback.cue
    assert cue is not None
    assert cue.seconds == pytest.approx(2.7)
    go_on(player, clock, 61)
    press(player, "Keep this pattern")
    (mine,) = (each for each in service.all() if service.is_own(each.id))
    assert mine.title == "My own breath, 10.9 a minute"
    assert mine.title in spoken(player)
    press(player, "Go on like this")
    again = player._playing.playback.cue
    assert again is not None
    assert again.seconds == pytest.approx(2.7)


def test_the_same_pattern_is_kept_once(
    opened: Opener, clock: HandClock, service: ExercisesService
) -> None:
    player = led_by_own_pace(opened, clock, 13, 2.5, 2.5)
    for after in ("Go on like this", "Go on a little slower", ""):
        go_on(player, clock, 61)
        press(player, "Keep this pattern")
        press(player, "Keep this pattern")
        if after:
            press(player, after)
    mine = [each.title for each in service.all() if service.is_own(each.id)]
    assert mine == ["My own breath, 10.9 a minute", "My own breath, 12 a minute"]
    assert "Kept among your exercises: My own breath, 10.9 a minute" in spoken(player)


def test_who_goes_on_breathing_starts_nothing_by_it(opened: Opener, clock: HandClock) -> None:
    player = opened("extended-exhale")
    view = measuring(player)
    breathe(clock, 13, 2.5, 2.5)
    view._look()
    breathe(clock, 2, 2.5, 2.5)
    assert "About 12 breaths a minute." in spoken(player)
    assert not is_playing(player)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert is_playing(player)


def test_enter_leads_nowhere_before_there_is_a_pace(opened: Opener) -> None:
    player = opened("extended-exhale")
    measuring(player)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert not is_playing(player)


def test_the_last_second_is_one(opened: Opener, clock: HandClock) -> None:
    player = opened("extended-exhale")
    view = measuring(player)
    view.press()
    clock.seconds += 59
    view._look()
    assert "Hold while you breathe in. 1 second more" in spoken(player)


def test_too_few_breaths_are_said_and_can_be_measured_again(
    opened: Opener, clock: HandClock
) -> None:
    player = opened("extended-exhale")
    view = measuring(player)
    breathe(clock, 3, 10, 12)
    view._look()
    assert "Those were too few breaths to tell." in spoken(player)
    press(player, "Measure again")
    breathe(clock, 3, 5, 5)
    view._look()
    assert "30 seconds more" in spoken(player)
    press(player, "Back")
    assert buttons(player, "Follow my own breath first")
    assert focused() is buttons(player, "Start: Full, 5 minutes")[0]


def test_the_figure_follows_the_key_and_leads_nobody(opened: Opener, clock: HandClock) -> None:
    player = opened("extended-exhale")
    view = measuring(player)
    assert not view._figure.isVisible()
    QTest.keyPress(focused(), Qt.Key.Key_Space)
    assert view._figure.isVisible()
    assert view._figure.accessibleName() == "In"
    clock.seconds += 1
    view._look()
    grown = view._full
    assert 0.5 < grown < 1
    QTest.keyRelease(focused(), Qt.Key.Key_Space)
    assert view._figure.accessibleName() == "Out"
    clock.seconds += 1
    view._look()
    assert 0 < view._full < grown


def test_what_is_faster_than_can_be_led_is_said(opened: Opener, clock: HandClock) -> None:
    player = opened("extended-exhale")
    view = measuring(player)
    breathe(clock, 16, 2, 2)
    view._look()
    assert "About 15 breaths a minute." in spoken(player)
    assert "Leading begins at 12 a minute." in spoken(player)


def test_covered_in_the_middle_it_begins_anew(opened: Opener, clock: HandClock) -> None:
    player = opened("extended-exhale")
    view = measuring(player)
    breathe(clock, 3, 2, 2)
    player.hide()
    player.show()
    assert "Hold the space bar" in spoken(player)
    view.press()
    view.release()
    assert "60 seconds more" in spoken(player)


def test_the_mouse_does_it_as_well(opened: Opener, clock: HandClock) -> None:
    player = opened("extended-exhale")
    view = measuring(player)
    for _ in range(8):
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton)
        clock.seconds += 4
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton)
        clock.seconds += 4
    view._look()
    assert "About 8 breaths a minute." in spoken(player)
    view.press()  # after the minute nothing is measured any more
    assert "About 8 breaths a minute." in spoken(player)


def test_at_four_a_minute_slower_is_not_offered(opened: Opener, clock: HandClock) -> None:
    player = led_by_own_pace(opened, clock, 6, 6, 9)
    go_on(player, clock, 70)
    assert buttons(player, "Go on like this")
    assert not buttons(player, "Go on a little slower")


def test_without_a_vault_there_is_nothing_to_keep_it_in(
    opened: Opener, clock: HandClock, locked: ExercisesService
) -> None:
    player = opened("extended-exhale", of=locked)
    view = measuring(player)
    breathe(clock, 8, 4, 5)
    view._look()
    press(player, "Lead me from there")
    go_on(player, clock, 70)
    assert buttons(player, "Go on like this")
    assert not buttons(player, "Keep this pattern")


def test_what_cannot_be_kept_is_said(
    opened: Opener, clock: HandClock, records: FillableRecords
) -> None:
    player = led_by_own_pace(opened, clock, 8, 4, 5)
    go_on(player, clock, 70)
    records.full = True
    press(player, "Keep this pattern")
    assert "The disk is full" in spoken(player)
