"""A player on the screen, its clock moved by hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from copingkit.core.links import Link
from copingkit.tools.exercises.catalogue import shipped
from copingkit.tools.exercises.model import Form
from copingkit.tools.exercises.records import RUN, Run
from copingkit.tools.exercises.service import ExercisesService
from copingkit.tools.exercises.view.breathing_figure import BreathingFigure
from copingkit.tools.exercises.view.player import Player
from copingkit.tools.exercises.view.playing_view import PlayingView
from tests.support.clock import HandClock
from tests.support.controls import show, with_keyboard
from tests.support.full_disk import FillableRecords
from tests.support.journey import focused
from tests.support.pages import Around


class Opener:
    """Opens players in front of one service."""

    def __init__(self, qtbot: QtBot, service: ExercisesService, around: Around) -> None:
        self._qtbot, self._service, self._around = qtbot, service, around

    def __call__(
        self, exercise_id: str, form: Form = Form.FULL, of: ExercisesService | None = None
    ) -> Player:
        (exercise,) = (each for each in shipped() if each.id == exercise_id)
        around = self._around
        player = Player(exercise, form, of or self._service, around.surroundings())
        player.closed.connect(lambda: around.links.append(Link("closed")))
        player.link_requested.connect(around.links.append)
        show(self._qtbot, player, 1180, 820)
        with_keyboard(self._qtbot, player)
        player.setFocus()
        self._qtbot.waitUntil(lambda: has_keyboard(player))
        return player


def has_keyboard(player: Player) -> bool:
    """Whether keys go to it."""
    focus = QApplication.focusWidget()
    return focus is not None and player.isAncestorOf(focus)


def key(player: Player, which: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    assert has_keyboard(player)
    QTest.keyClick(focused(), which)


def go_on(player: Player, clock: HandClock, seconds: float) -> None:
    """Let time pass as the timer would see it."""
    for _ in range(round(seconds * 2)):
        clock.seconds += 0.5
        player._playing._look()


def figure_of(player: Player) -> BreathingFigure:
    """The figure that leads; another one shows a breath that is measured."""
    view = player.findChild(PlayingView)
    found = view.findChild(BreathingFigure) if view is not None else None
    assert found is not None
    return found


def is_playing(player: Player) -> bool:
    """Whether it is between Start and the end."""
    return player.playing


def run_of(records: FillableRecords) -> Run:
    """The one run that was kept."""
    (record,) = records.find(RUN)
    return record.value
