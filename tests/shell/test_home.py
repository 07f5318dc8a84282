from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from copingkit.core.links import Link
from copingkit.shell.home import HomePage, HomeState
from tests.support.accessible import spoken, unnamed_controls
from tests.support.controls import buttons, press, show


def test_an_empty_plan_offers_one_action(qtbot: QtBot) -> None:
    page = show(qtbot, HomePage(HomeState(plan_is_empty=True)))
    assert not buttons(page, "Open my plan")
    with qtbot.waitSignal(page.link_requested) as caught:
        press(page, "Write the first warning sign")
    assert caught.args == [Link("safety_plan", "warning_signs")]


@pytest.mark.parametrize(("days", "said"), [(0, "today"), (1, "yesterday"), (12, "12 days ago")])
def test_the_plan_tells_when_it_was_changed_and_looked_at(
    qtbot: QtBot, days: int, said: str
) -> None:
    state = HomeState(plan_is_empty=False, changed_days_ago=days, looked_at_days_ago=days)
    page = show(qtbot, HomePage(state))
    assert f"Last looked at {said}. Last changed {said}." in spoken(page)
    for name, link in (
        ("Open my plan", Link("safety_plan")),
        ("Go through it step by step", Link("crisis")),
    ):
        with qtbot.waitSignal(page.link_requested) as caught:
            press(page, name)
        assert caught.args == [link]


def test_an_unknown_past_is_not_told(qtbot: QtBot) -> None:
    page = show(qtbot, HomePage(HomeState(plan_is_empty=False)))
    assert "It is here when you need it." in spoken(page)


def test_reminders_show_only_while_they_are_due(qtbot: QtBot) -> None:
    calm = show(qtbot, HomePage(HomeState(plan_is_empty=True)))
    assert not buttons(calm, "Go to the recovery words")
    assert not buttons(calm, "Choose a country")
    due = HomeState(plan_is_empty=True, words_confirmed=False, has_country=False)
    page = show(qtbot, HomePage(due))
    assert unnamed_controls(page) == []
    for name, link in (
        ("Go to the recovery words", Link("recovery")),
        ("Choose a country", Link("preferences", "country")),
    ):
        with qtbot.waitSignal(page.link_requested) as caught:
            press(page, name)
        assert caught.args == [link]
