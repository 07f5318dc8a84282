"""A player and a library in front of a real store, with a clock that a test moves."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from copingkit.tools.exercises.service import ExercisesService
from copingkit.tools.exercises.view.library_page import LibraryPage
from tests.support.clock import HandClock
from tests.support.controls import show
from tests.support.library import OpenLibrary
from tests.support.pages import Around
from tests.support.playing import Opener


@pytest.fixture
def around(clock: HandClock) -> Around:
    return Around(clock)


@pytest.fixture
def opened(qtbot: QtBot, service: ExercisesService, around: Around) -> Opener:
    """Opens a player by the exercise's id."""
    return Opener(qtbot, service, around)


@pytest.fixture
def open_library(qtbot: QtBot, service: ExercisesService, around: Around) -> OpenLibrary:
    """Opens the library; what the runs say is there."""

    def make() -> LibraryPage:
        page = show(qtbot, LibraryPage(service, around.surroundings()))
        qtbot.wait(20)  # what the runs say comes once the page is there
        return page

    return make
