"""The player by keyboard alone: one exercise of each kind, and what may come between."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from copingkit.core.links import Link
from copingkit.tools.exercises.catalogue import shipped
from copingkit.tools.exercises.cues import Act
from copingkit.tools.exercises.model import Form, HealthQuestion
from copingkit.tools.exercises.records import RUN, Answer, Felt, Run
from copingkit.tools.exercises.service import ExercisesService
from copingkit.tools.exercises.view.breathing_figure import BreathingFigure, lungs
from copingkit.tools.exercises.view.player import Player
from tests.support.accessible import spoken, unnamed_controls
from tests.support.clock import HandClock
from tests.support.controls import buttons, press, show
from tests.support.full_disk import FillableRecords
from tests.support.journey import focused
from tests.support.pages import Around

BY_ID = {each.id: each for each in shipped()}
Open = Callable[..., Player]


@pytest.fixture
def opened(qtbot: QtBot, service: ExercisesService, around: Around) -> Open:
    def make(
        exercise_id: str, form: Form = Form.FULL, of: ExercisesService | None = None
    ) -> Player:
        player = Player(BY_ID[exercise_id], form, of or service, around.surroundings())
        player.closed.connect(lambda: around.links.append(Link("closed")))
        player.link_requested.connect(around.links.append)
        show(qtbot, player, 1180, 820)
        player.activateWindow()
        player.setFocus()
        qtbot.waitUntil(lambda: player.isAncestorOf(QApplication.focusWidget() or around.notices))
        return player

    return make


def key(player: Player, which: Qt.Key) -> None:
    QTest.keyClick(focused(), which)


def go_on(player: Player, clock: HandClock, seconds: float) -> None:
    """Let time pass as the timer would see it."""
    for _ in range(round(seconds * 2)):
        clock.seconds += 0.5
        player._playing._look()


def is_playing(player: Player) -> bool:
    return player.playing


def run_of(records: FillableRecords) -> Run:
    (record,) = records.find(RUN)
    return record.value


def test_nothing_begins_by_itself(opened: Open, records: FillableRecords) -> None:
    player = opened("extended-exhale")
    assert not is_playing(player)
    assert records.count(RUN) == 0
    said = spoken(player)
    for text in ("When not", "Stop if", "With open eyes", "Without the breath"):
        assert text in said
    key(player, Qt.Key.Key_Escape)
    assert records.count(RUN) == 0


def test_breathing_by_keyboard(
    opened: Open, clock: HandClock, records: FillableRecords, around: Around
) -> None:
    player = opened("extended-exhale", Form.SHORT)
    press(player, "5")  # before
    press(player, "Start: Short, 1 minute")
    assert is_playing(player)
    assert run_of(records).before == 5
    assert "Next: Breathe in" in spoken(player)
    go_on(player, clock, 11)
    figure = player.findChild(BreathingFigure)
    assert figure is not None
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


def test_muscles_by_keyboard(opened: Open, clock: HandClock, records: FillableRecords) -> None:
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
    opened: Open, records: FillableRecords, clock: HandClock
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


def test_guided_by_keyboard(opened: Open, clock: HandClock) -> None:
    player = opened("hand-tracing", Form.SHORT)
    press(player, "Start: Short, 1 minute")
    assert "Hold one hand open in front of you." in spoken(player)
    go_on(player, clock, 61)
    assert not is_playing(player)


def test_steps_by_keyboard(opened: Open, records: FillableRecords) -> None:
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


def test_a_timer_by_keyboard(opened: Open, clock: HandClock) -> None:
    player = opened("quiet-sitting", Form.SHORT)
    press(player, "Start: Short, 5 minutes")
    go_on(player, clock, 20)
    assert "Be here." in spoken(player)
    go_on(player, clock, 281)
    assert not is_playing(player)


def test_a_click_on_the_large_area_pauses_and_goes_on(
    qtbot: QtBot, opened: Open, clock: HandClock
) -> None:
    player = opened("extended-exhale")
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 11)
    figure = player.findChild(BreathingFigure)
    assert figure is not None
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton)
    assert "Paused." in spoken(player)
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton)
    assert "Paused." not in spoken(player)


def test_while_it_stands_still_nothing_ticks_or_paints(
    qtbot: QtBot, opened: Open, clock: HandClock, monkeypatch: pytest.MonkeyPatch
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
    opened: Open, clock: HandClock
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
    opened: Open, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: heard.append(_message(event))
    )
    player = opened("extended-exhale")
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 15)
    assert [text for text in heard if text][-2:] == ["Breathe in", "Breathe out"]


def _message(event: object) -> str:
    message = getattr(event, "message", None)
    return str(message()) if message is not None else ""


def test_worse_twice_offers_something_else_and_stops_suggesting_it(
    opened: Open, service: ExercisesService, clock: HandClock, around: Around
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
    opened: Open, clock: HandClock, around: Around, records: FillableRecords
) -> None:
    player = opened("sounds")
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 4)
    press(player, "Help me now")
    assert around.links == [Link("crisis")]
    assert run_of(records).played == pytest.approx(4)


@pytest.mark.parametrize(("answer", "may"), [("Yes", False), ("I don't know", False), ("No", True)])
def test_cold_asks_first_and_dont_know_counts_as_yes(
    opened: Open, service: ExercisesService, answer: str, may: bool
) -> None:
    player = opened("cold-water")
    assert not buttons(player, "Start: 2 minutes")
    press(player, answer)
    assert bool(buttons(player, "Start: 2 minutes")) is may
    assert ("Then leave the cold out." in spoken(player)) is not may
    given = service.health_answer(HealthQuestion.COLD)
    assert (given is Answer.NO) is may
    again = opened("cold-water")  # asked once
    assert not buttons(again, "I don't know")
    assert bool(buttons(again, "Start: 2 minutes")) is may


def test_a_full_disk_is_said_and_stops_nothing(
    opened: Open, clock: HandClock, records: FillableRecords
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
    opened: Open, locked: ExercisesService, clock: HandClock
) -> None:
    player = opened("sounds", of=locked)
    assert not buttons(player, "5")
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 2)
    press(player, "I feel worse")
    assert "That happens." in spoken(player)
    assert not buttons(player, "Better")


@pytest.mark.parametrize("exercise_id", ["extended-exhale", "five-senses", "stop", "cold-water"])
def test_every_control_has_a_name(opened: Open, clock: HandClock, exercise_id: str) -> None:
    player = opened(exercise_id)
    assert not unnamed_controls(player)
    player.start(Form.FULL)
    assert not unnamed_controls(player)
    go_on(player, clock, 11)
    assert not unnamed_controls(player)
    player.leave()
    assert not unnamed_controls(player)


def test_the_disc_is_empty_and_full_where_the_lungs_are() -> None:
    assert lungs(Act.BREATHE_IN, 0, tops_up=False) == 0
    assert lungs(Act.BREATHE_IN, 1, tops_up=False) == 1
    assert lungs(Act.BREATHE_IN, 1, tops_up=True) == lungs(Act.TOP_UP, 0, tops_up=True) < 1
    assert lungs(Act.TOP_UP, 1, tops_up=True) == lungs(Act.HOLD, 0.5, tops_up=True) == 1
    assert lungs(Act.BREATHE_OUT, 0, tops_up=True) == 1
    assert lungs(Act.BREATHE_OUT, 1, tops_up=True) == pytest.approx(0)
    assert lungs(Act.REST, 0.5, tops_up=False) == 0
    half = lungs(Act.BREATHE_IN, 0.25, tops_up=False)
    assert 0 < half < 0.25, "it begins slowly"


def test_with_less_motion_a_bar_fills_and_no_disc_moves(qtbot: QtBot, qapp: QApplication) -> None:
    still, moving = (BreathingFigure(still=which, tops_up=False) for which in (True, False))
    for figure in (still, moving):
        show(qtbot, figure, 400, 400)

    def middle_row(figure: BreathingFigure, fraction: float) -> bytes:
        figure.show_phase(Act.BREATHE_IN, fraction, 2.0)
        image = figure.grab().toImage()
        return bytes(image.copy(0, 60, 400, 20).constBits())

    assert middle_row(still, 0.2) == middle_row(still, 0.9)
    assert middle_row(moving, 0.2) != middle_row(moving, 0.9)
