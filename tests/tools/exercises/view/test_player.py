"""The player by keyboard alone: one exercise of each kind, and what may come between."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from copingkit.core.links import Link
from copingkit.tools.exercises.model import Form, HealthQuestion
from copingkit.tools.exercises.records import RUN, Answer, Felt
from copingkit.tools.exercises.service import ExercisesService
from copingkit.tools.exercises.view.breathing_figure import BreathingFigure
from tests.support.accessible import spoken, unnamed_controls
from tests.support.clock import HandClock
from tests.support.controls import buttons, press
from tests.support.full_disk import FillableRecords
from tests.support.journey import focused
from tests.support.pages import Around
from tests.support.playing import Opener, figure_of, go_on, is_playing, key, run_of


def test_nothing_begins_by_itself(opened: Opener, records: FillableRecords) -> None:
    player = opened("extended-exhale")
    assert not is_playing(player)
    assert records.count(RUN) == 0
    said = spoken(player)
    for text in ("When not", "Stop if", "With open eyes", "Without the breath"):
        assert text in said
    key(player, Qt.Key.Key_Escape)
    assert records.count(RUN) == 0


def test_breathing_by_keyboard(
    opened: Opener, clock: HandClock, records: FillableRecords, around: Around
) -> None:
    player = opened("extended-exhale", Form.SHORT)
    press(player, "5")  # before
    press(player, "Start: Short, 1 minute")
    assert is_playing(player)
    assert run_of(records).before == 5
    assert "Next: Breathe in" in spoken(player)
    go_on(player, clock, 11)
    figure = figure_of(player)
    assert figure.isVisible()
    assert figure.accessibleName() == "Breathe in"
    go_on(player, clock, 4)
    assert figure.accessibleName() == "Breathe out"
    key(player, Qt.Key.Key_Space)
    assert buttons(player, "Go on")
    assert run_of(records).played == pytest.approx(15, abs=0.6)
    key(player, Qt.Key.Key_Space)
    go_on(player, clock, 60)
    assert not is_playing(player)
    key(player, Qt.Key.Key_1)
    press(player, "2")
    run = run_of(records)
    assert (run.finished, run.felt, run.after, run.form) == (True, Felt.BETTER, 2, Form.SHORT)
    key(player, Qt.Key.Key_Escape)
    assert around.links == [Link("closed")]


def test_muscles_by_keyboard(opened: Opener, clock: HandClock, records: FillableRecords) -> None:
    player = opened("muscles-four-groups")
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 16)
    assert "Both arms" in spoken(player)
    key(player, Qt.Key.Key_Right)
    assert "Let them fall and go soft. Notice the difference." in spoken(player)
    key(player, Qt.Key.Key_Left)
    assert "Make fists" in spoken(player)
    key(player, Qt.Key.Key_Escape)
    assert not is_playing(player)
    assert not run_of(records).finished


def test_grounding_by_keyboard_and_nothing_typed_is_kept(
    opened: Opener, records: FillableRecords, clock: HandClock
) -> None:
    player = opened("five-senses", Form.SHORT)
    press(player, "Start: Short, 1.5 minutes")
    for count in (5, 4, 3):
        assert buttons(player, "Next")
        for number in range(count):
            QTest.keyClicks(focused(), "marmalade")
            assert is_playing(player), number
            key(player, Qt.Key.Key_Return)
    assert not is_playing(player)
    assert run_of(records).finished
    assert "marmalade" not in repr(records.find(RUN))
    assert not records.search("marmalade")


def test_guided_by_keyboard(opened: Opener, clock: HandClock) -> None:
    player = opened("hand-tracing", Form.SHORT)
    press(player, "Start: Short, 1 minute")
    assert "Hold one hand open in front of you." in spoken(player)
    go_on(player, clock, 61)
    assert not is_playing(player)


def test_steps_by_keyboard(opened: Opener, records: FillableRecords) -> None:
    player = opened("stop")
    key(player, Qt.Key.Key_Return)
    key(player, Qt.Key.Key_Return)
    key(player, Qt.Key.Key_Return)
    assert isinstance(focused(), QPlainTextEdit)
    press(player, "Next")
    assert buttons(player, "Talk to someone")
    key(player, Qt.Key.Key_9)  # no such way
    assert is_playing(player)
    key(player, Qt.Key.Key_1)
    key(player, Qt.Key.Key_2)
    assert not is_playing(player)
    assert run_of(records).finished


def test_a_timer_by_keyboard(opened: Opener, clock: HandClock) -> None:
    player = opened("quiet-sitting", Form.SHORT)
    press(player, "Start: Short, 5 minutes")
    go_on(player, clock, 20)
    assert "Be here." in spoken(player)
    go_on(player, clock, 281)
    assert not is_playing(player)


def test_a_click_on_the_large_area_pauses_and_goes_on(
    qtbot: QtBot, opened: Opener, clock: HandClock
) -> None:
    player = opened("extended-exhale")
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 11)
    figure = figure_of(player)
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton)
    assert "Paused." in spoken(player)
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton)
    assert "Paused." not in spoken(player)


def test_while_it_stands_still_nothing_ticks_or_paints(
    qtbot: QtBot, opened: Opener, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = opened("extended-exhale")
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 11)
    assert player._playing._timer.isActive()
    key(player, Qt.Key.Key_Space)
    qtbot.wait(50)
    painted: list[None] = []
    monkeypatch.setattr(BreathingFigure, "paintEvent", lambda self, event: painted.append(None))
    qtbot.wait(100)
    assert not painted
    assert not player._playing._timer.isActive()


def test_hidden_it_pauses_and_a_sleeping_computer_does_not_jump_to_the_end(
    opened: Opener, clock: HandClock
) -> None:
    player = opened("extended-exhale")
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 3)
    clock.seconds += 3600
    player._playing._look()
    assert is_playing(player)
    assert "Paused, since the computer was asleep." in spoken(player)
    key(player, Qt.Key.Key_Space)
    player.hide()
    assert player._playing.playback.paused


def test_phases_are_announced(
    opened: Opener, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str | None] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: heard.append(_message(event))
    )
    player = opened("extended-exhale")
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 15)
    assert [text for text in heard if text][-2:] == ["Breathe in", "Breathe out"]
    heard.clear()
    player.leave()
    assert [text for text in heard if text is not None] == ["The end. How is it now?"]


def _message(event: object) -> str | None:
    message = getattr(event, "message", None)
    return str(message()) if message is not None else None


def test_worse_twice_offers_something_else_and_stops_suggesting_it(
    opened: Opener, service: ExercisesService, clock: HandClock, around: Around
) -> None:
    players = []
    for said in ("That happens.", "It was worse twice now"):
        player = opened("extended-exhale")
        key(player, Qt.Key.Key_Return)
        go_on(player, clock, 2)
        press(player, "I feel worse")
        assert said in spoken(player)
        clock.go_on(minutes=5)
        player.close_player()
        players.append(player)
    assert service.works()["extended-exhale"].worse_twice
    press(players[-1], "Feet on the floor")
    assert around.links[-1] == Link("exercises", "play/feet-on-the-floor")


def test_help_is_one_press_away_and_the_run_is_kept(
    opened: Opener, clock: HandClock, around: Around, records: FillableRecords
) -> None:
    player = opened("sounds")
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 4)
    press(player, "Help me now")
    assert around.links == [Link("crisis")]
    assert run_of(records).played == pytest.approx(4)


@pytest.mark.parametrize(("answer", "may"), [("Yes", False), ("I don't know", False), ("No", True)])
def test_cold_asks_first_and_dont_know_counts_as_yes(
    opened: Opener, service: ExercisesService, answer: str, may: bool
) -> None:
    player = opened("cold-water")
    assert not buttons(player, "Start: 2 minutes")
    press(player, answer)
    assert bool(buttons(player, "Start: 2 minutes")) is may
    assert ("Then leave the cold water out." in spoken(player)) is not may
    given = service.health_answer(HealthQuestion.COLD)
    assert (given is Answer.NO) is may
    again = opened("cold-water")  # asked once
    assert not buttons(again, "I don't know")
    assert bool(buttons(again, "Start: 2 minutes")) is may


def test_a_full_disk_is_said_and_stops_nothing(
    opened: Opener, clock: HandClock, records: FillableRecords
) -> None:
    records.full = True
    player = opened("sounds")
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 12)
    assert "This run could not be saved. Everything else works." in spoken(player)
    records.full = False
    go_on(player, clock, 12)
    assert run_of(records).exercise == "sounds"
    assert "could not be saved" not in spoken(player)


def test_with_a_locked_vault_it_plays_and_asks_nothing(
    opened: Opener, locked: ExercisesService, clock: HandClock
) -> None:
    player = opened("sounds", of=locked)
    assert not buttons(player, "5")
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 2)
    press(player, "I feel worse")
    assert "That happens." in spoken(player)
    assert not buttons(player, "Better")


@pytest.mark.parametrize("exercise_id", ["extended-exhale", "five-senses", "stop", "cold-water"])
def test_every_control_has_a_name(opened: Opener, clock: HandClock, exercise_id: str) -> None:
    player = opened(exercise_id)
    assert not unnamed_controls(player)
    player.start(Form.FULL)
    assert not unnamed_controls(player)
    go_on(player, clock, 11)
    assert not unnamed_controls(player)
    player.leave()
    assert not unnamed_controls(player)


def test_after_a_click_the_keys_are_still_the_players(opened: Opener, clock: HandClock) -> None:
    player = opened("muscles-four-groups")
    key(player, Qt.Key.Key_Return)
    (skip,) = buttons(player, "Skip")
    QTest.mouseClick(skip, Qt.MouseButton.LeftButton)
    before = player._playing.playback.index
    key(player, Qt.Key.Key_Right)
    assert player._playing.playback.index == before + 1
