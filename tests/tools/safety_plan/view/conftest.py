"""The plan's page under a real encrypted store, with what it says kept for the test to read."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from copingkit.tools.safety_plan.service import SafetyPlanService
from copingkit.tools.safety_plan.view.plan_page import PlanPage
from copingkit.ui.hearing import SoundChoices
from copingkit.ui.tasks import Tasks
from copingkit.ui.tool import Surroundings
from tests.support.clock import HandClock
from tests.support.ears import Ears, ScreenSwitch
from tests.support.said import Said


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def surroundings(clock: HandClock, said: Said) -> Surroundings:
    return Surroundings(
        clock=clock,
        tasks=Tasks(),
        notices=said,
        open_link=said.links.append,
        country="GB",
        choose_country=lambda _country: None,
        paper="A4",
        reduced_motion=False,
        sound=SoundChoices(),
        choose_sound=lambda _sound: None,
        hearing=Ears,
        awake=ScreenSwitch,
    )


def shown(qtbot: QtBot, service: SafetyPlanService, surroundings: Surroundings) -> PlanPage:
    """The whole page on the (offscreen) screen."""
    page = PlanPage(service, surroundings)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)
    page.column.build_rest()
    return page


@pytest.fixture
def page(qtbot: QtBot, filled: SafetyPlanService, surroundings: Surroundings) -> PlanPage:
    """The page of the sample plan."""
    return shown(qtbot, filled, surroundings)


@pytest.fixture
def empty_page(qtbot: QtBot, service: SafetyPlanService, surroundings: Surroundings) -> PlanPage:
    """The page of a plan with nothing in it."""
    return shown(qtbot, service, surroundings)
