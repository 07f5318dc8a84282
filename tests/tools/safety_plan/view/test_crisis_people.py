from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from copingkit.tools.safety_plan.model import Item, Plan, Sort
from copingkit.tools.safety_plan.view.crisis_run import CrisisRun
from tests.support.clock import HandClock
from tests.support.controls import buttons, press
from tests.support.crisis import Host, key, says, shown, texts, title
from tests.support.plans import sample_plan


def test_p_and_l_show_whom_to_call_and_enter_returns(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(sample_plan()))
    key(run, Qt.Key.Key_4)
    key(run, Qt.Key.Key_P)
    assert title(run) == "My people"
    assert says(run, "0170 555 0199")
    assert says(run, "030 555 0117")
    assert says(run, "0170 555 0142")
    key(run, Qt.Key.Key_L)
    assert title(run) == "Helplines"
    said = texts(run)
    assert said.index("112") < said.index("116 555") < said.index("0800 555 0100")
    assert says(run, "Please check this number first.")
    assert says(run, "20 to 6")
    key(run, Qt.Key.Key_Return)
    assert title(run) == "Someone I can ask for help"


@pytest.mark.parametrize("plan", [None, Plan()])
def test_without_entries_there_are_lines_and_a_first_exercise(
    qtbot: QtBot, plan: Plan | None
) -> None:
    run = shown(qtbot, Host().run(plan))
    assert says(run, "112")
    assert says(run, "116 555")
    key(run, Qt.Key.Key_2)
    assert title(run) == "Five, four, three, two, one"
    for _ in range(5):
        run.go_on()
    assert bool(buttons(run, "Open my plan")) == (plan is None)


def test_locked_it_asks_nothing_and_offers_the_plan(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(None, record=None, add_strategy=None))
    assert not buttons(run, "It helped")
    assert not says(run, "urge")
    with qtbot.waitSignal(run.unlock_requested):
        press(run, "Open my plan")
    key(run, Qt.Key.Key_P)
    assert says(run, "Your people are in your plan. Open it to see them.")
    press(run, "Show helplines")
    assert title(run) == "Helplines"
    run.show_summary()
    assert not run.findChildren(QPlainTextEdit)


def test_where_there_is_nothing_to_unlock_nothing_is_offered(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(None, can_unlock=False))
    assert not buttons(run, "Open my plan")


def test_without_a_country_it_says_what_to_do_and_opens_the_choice(qtbot: QtBot) -> None:
    run = CrisisRun(None, (), HandClock(), country_missing=True)
    shown(qtbot, run)
    assert says(run, "call the emergency number of the country you are in")
    assert not says(run, "Emergency:")
    with qtbot.waitSignal(run.helplines_requested):
        press(run, "Choose a country")
    run.show_helplines()
    with qtbot.waitSignal(run.helplines_requested):
        press(run, "Choose a country")


def test_a_plan_without_people_says_so_kindly(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(Plan(warning_signs=(Item("w", Sort.ENTRY, "Sign"),))))
    run.show_people()
    assert says(run, "Nobody is written here yet.")
    with qtbot.waitSignal(run.helplines_requested):
        run.show_helplines()
        press(run, "All helplines and countries")
