"""A player and a library in front of a real store, with a clock that a test moves."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from copingkit.tools.exercises.service import ExercisesService
from tests.support.clock import HandClock
from tests.support.pages import Around
from tests.support.playing import Opener


@pytest.fixture
def around(clock: HandClock) -> Around:
    return Around(clock)


@pytest.fixture
def opened(qtbot: QtBot, service: ExercisesService, around: Around) -> Opener:
    """Opens a player by the exercise's id."""
    return Opener(qtbot, service, around)
