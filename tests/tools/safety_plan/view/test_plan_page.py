"""The plan's page as a whole: its parts, its order, its names and its looks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from copingkit.core.links import Link
from copingkit.tools.safety_plan.model import Sort, Step
from copingkit.tools.safety_plan.service import SafetyPlanService
from copingkit.tools.safety_plan.view.plan_page import PlanPage
from copingkit.ui.tool import Surroundings
from tests.support.full_disk import FillableRecords
from tests.support.looks import dress
from tests.support.plan_page import (
    focus_widget,
    on_disk,
    open_by_keyboard,
    press,
    press_button,
    row_of,
    texts,
    write,
)
from tests.support.plans import sample_plan
from tests.support.said import Said

pytestmark = pytest.mark.usefixtures("dressed")


def test_the_whole_plan_is_shown_in_its_order(page: PlanPage) -> None:
    assert list(page.column.cards) == list(Step)
    for step in Step:
        assert texts(page, step) == [item.text for item in sample_plan().items(step)]


def test_the_first_painting_shows_the_first_steps_and_then_the_rest_comes(
    qtbot: QtBot, filled: SafetyPlanService, surroundings: Surroundings
) -> None:
    page = PlanPage(filled, surroundings)
    qtbot.addWidget(page)
    assert list(page.column.cards) == list(Step)[:3]
    page.show_target("")
    assert len(page.column.cards) == 3
    page.show()
    qtbot.waitUntil(lambda: list(page.column.cards) == list(Step))
    assert texts(page, Step.CONTACTS) == ["Mira"]


def test_print_and_going_through_it_are_left_to_the_window(
    page: PlanPage, records: FillableRecords, said: Said
) -> None:
    open_by_keyboard(page, "w1")
    write("!")
    press_button(page, "Print")
    assert on_disk(records).warning_signs[0].text.endswith("!")
    press_button(page, "Go through it")
    assert said.links == [Link("safety_plan", "print"), Link("crisis")]


def test_a_link_to_an_entry_brings_it_into_view(page: PlanPage) -> None:
    page.show_target("r1")
    row = row_of(page, "r1")
    assert row.hasFocus()
    assert row.visibleRegion().boundingRect().height() == row.height()
    page.show_target("")
    assert page.column.verticalScrollBar().value() == 0
    page.show_target("gone")
    assert page.currentWidget() is page.column


def test_a_link_to_a_step_is_ready_to_type_an_entry_of_it(
    page: PlanPage, records: FillableRecords
) -> None:
    page.show_target("warning_signs")
    write("I skip breakfast")
    page.flush()
    assert on_disk(records).warning_signs[-1].text == "I skip breakfast"


def test_tab_goes_through_the_page_in_reading_order(page: PlanPage) -> None:
    page.column.cards[Step.WARNING_SIGNS].ideas_button.setFocus()
    seen: list[str] = []
    for _ in range(4):
        press(Qt.Key.Key_Tab)
        seen.append(focus_widget().accessibleName())
    assert [name.split(":")[0] for name in seen] == ["1 of 3", "More about", "2 of 3", "More about"]
    card = page.column.cards[Step.WARNING_SIGNS]
    card.add(Sort.ENTRY)
    write("x")
    press(Qt.Key.Key_Escape)
    for _ in range(2):
        press(Qt.Key.Key_Tab)
    assert focus_widget() is card.add_buttons[Sort.ENTRY]


def test_tab_follows_a_row_that_was_moved(page: PlanPage) -> None:
    row_of(page, "w1").setFocus()
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert focus_widget() is row_of(page, "w3")


def test_a_page_that_was_closed_no_longer_listens(
    qtbot: QtBot, filled: SafetyPlanService, surroundings: Surroundings
) -> None:
    page = PlanPage(filled, surroundings)
    page.show()
    gone: list[bool] = []
    page.destroyed.connect(lambda: gone.append(True))
    page.deleteLater()
    qtbot.waitUntil(lambda: gone == [True])
    filled.remove("w1")


@pytest.mark.parametrize(("look", "size"), [("dark", 200), ("contrast", 80), ("light", 200)])
def test_nothing_is_cut_off_at_any_text_size(
    qtbot: QtBot, filled: SafetyPlanService, surroundings: Surroundings, look: str, size: int
) -> None:
    dress(look, size)
    page = PlanPage(filled, surroundings)
    qtbot.addWidget(page)
    page.resize(840, 700)
    page.show()
    page.column.build_rest()
    inside = page.column.widget()
    assert inside is not None
    for card in page.column.cards.values():
        card.ideas_button.click()
        for row in card.rows:
            card.open(row)
            qtbot.wait(1)
            assert inside.width() <= page.column.viewport().width(), card.step


def test_a_plan_to_begin_goes_into_the_smallest_window(
    qtbot: QtBot, service: SafetyPlanService, surroundings: Surroundings
) -> None:
    dress("light", 200)
    page = PlanPage(service, surroundings)
    qtbot.addWidget(page)
    page.resize(500, 600)
    page.show()
    page.column.build_rest()
    bar = page.column.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
