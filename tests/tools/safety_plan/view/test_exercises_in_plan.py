"""An entry of step 2 may stand for an exercise: taken into the plan, started from it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from copingkit.core.links import Link
from copingkit.tools.safety_plan.model import Item, Plan, Sort, Step, edit, find
from copingkit.tools.safety_plan.service import SafetyPlanService
from copingkit.tools.safety_plan.view.crisis_route import Offer
from copingkit.tools.safety_plan.view.plan_page import PlanPage
from tests.support.controls import buttons, press
from tests.support.crisis import Host, key, says, shown
from tests.support.plan_page import press_button, texts
from tests.support.plans import sample_plan
from tests.support.said import Said

OFFER = Offer("extended-exhale", "Longer out than in")
SUGGESTED = "suggest/extended-exhale/Longer out/than in"


def with_exercise(plan: Plan) -> Plan:
    item = find(plan, "c1").item
    return edit(plan, replace(item, exercise="box-breathing"))


def test_a_click_in_the_library_puts_it_into_step_2_and_undo_takes_it_out(
    page: PlanPage, filled: SafetyPlanService, said: Said
) -> None:
    before = filled.plan
    page.show_target(SUGGESTED)
    taken = filled.plan.coping_strategies[-1]
    assert (taken.text, taken.exercise) == ("Longer out/than in", "extended-exhale")
    assert taken.as_suggested
    assert taken.text in texts(page, Step.COPING_STRATEGIES)
    said.undo()
    assert filled.plan == before
    said.undo()  # once more changes nothing
    assert filled.plan == before


def test_the_same_exercise_is_taken_once(page: PlanPage, filled: SafetyPlanService) -> None:
    page.show_target(SUGGESTED)
    once = filled.plan
    page.show_target(SUGGESTED)
    assert filled.plan == once


def test_the_exercise_starts_from_its_row(
    page: PlanPage, filled: SafetyPlanService, said: Said
) -> None:
    page.show_target(SUGGESTED)
    press_button(page, "Start the exercise: Longer out/than in")
    assert said.links == [Link("exercises", "play/extended-exhale")]


def test_in_a_hard_hour_an_entry_starts_its_exercise(qtbot: QtBot) -> None:
    plan = with_exercise(sample_plan())
    run = shown(qtbot, Host().run(plan, offer=lambda: OFFER))
    key(run, Qt.Key.Key_2)
    started: list[str] = []
    run.exercise_requested.connect(started.append)
    text = find(plan, "c1").item.text
    assert says(run, text)
    (start,) = buttons(run, f"Start this exercise: {text}")
    assert start.text().strip() == "Start this exercise (E)", "E stands where E leads"
    start.click()
    press(run, "Do an exercise with me: Longer out than in")
    key(run, Qt.Key.Key_E)
    assert started == ["box-breathing", "extended-exhale", "box-breathing"]


def test_an_exercise_that_is_gone_is_only_words(qtbot: QtBot) -> None:
    plan = with_exercise(sample_plan())
    run = shown(qtbot, Host().run(plan, offer=lambda: OFFER, has_exercise=lambda _id: False))
    key(run, Qt.Key.Key_2)
    started: list[str] = []
    run.exercise_requested.connect(started.append)
    text = find(plan, "c1").item.text
    assert says(run, text)
    assert not buttons(run, f"Start this exercise: {text}")
    assert buttons(run, "Do an exercise with me: Longer out than in (E)")
    key(run, Qt.Key.Key_E)
    assert started == ["extended-exhale"]


def test_e_starts_what_is_offered_where_the_plan_names_no_exercise(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(sample_plan(), offer=lambda: OFFER))
    started: list[str] = []
    run.exercise_requested.connect(started.append)
    key(run, Qt.Key.Key_E)  # step 1: nothing to start
    assert not buttons(run, "Do an exercise with me: Longer out than in (E)")
    key(run, Qt.Key.Key_2)
    key(run, Qt.Key.Key_E)
    assert started == ["extended-exhale"]


def test_nothing_is_looked_for_before_a_step_where_an_exercise_fits(qtbot: QtBot) -> None:
    asked: list[bool] = []
    run = shown(qtbot, Host().run(sample_plan(), offer=lambda: _noted(asked)))
    assert not asked
    key(run, Qt.Key.Key_2)
    assert asked


def test_without_a_plan_the_offer_stands_beside_the_first_exercise(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(None, offer=lambda: OFFER))
    started: list[str] = []
    run.exercise_requested.connect(started.append)
    key(run, Qt.Key.Key_2)
    press(run, "Do an exercise with me: Longer out than in (E)")
    assert started == ["extended-exhale"]


def test_without_an_offer_e_does_nothing(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(Plan(coping_strategies=(Item("x", Sort.ENTRY, "tea"),))))
    started: list[str] = []
    run.exercise_requested.connect(started.append)
    key(run, Qt.Key.Key_2)
    key(run, Qt.Key.Key_E)
    assert started == []


def _noted(asked: list[bool]) -> Offer:
    asked.append(True)
    return OFFER
