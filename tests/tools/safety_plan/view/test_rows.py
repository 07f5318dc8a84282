"""Moving, removing and suggesting entries by keyboard, menu and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from copingkit.core.errors import DiskFull
from copingkit.tools.safety_plan.model import Sort, Step
from copingkit.tools.safety_plan.view.ideas import Ideas
from copingkit.tools.safety_plan.view.plan_page import PlanPage
from tests.support.accessible import spoken, unnamed_controls
from tests.support.full_disk import FillableRecords
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


@pytest.mark.parametrize("open_first", [False, True])
def test_alt_and_arrows_move_a_row_and_it_keeps_the_focus(
    page: PlanPage, records: FillableRecords, open_first: bool
) -> None:
    row = row_of(page, "w1")
    row.setFocus()
    if open_first:
        press(Qt.Key.Key_Return)
    focus = focus_widget()
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [item.id for item in on_disk(records).warning_signs] == ["w2", "w1", "w3"]
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [item.id for item in on_disk(records).warning_signs] == ["w2", "w3", "w1"]
    assert focus_widget() is focus
    assert row.accessibleName().startswith("3 of 3: I stop answering")
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [item.id for item in on_disk(records).warning_signs] == ["w2", "w1", "w3"]


def test_delete_removes_with_undo_and_the_focus_stays_near(
    page: PlanPage, records: FillableRecords, said: Said
) -> None:
    row_of(page, "w2").setFocus()
    press(Qt.Key.Key_Delete)
    assert [item.id for item in on_disk(records).warning_signs] == ["w1", "w3"]
    assert focus_widget() is row_of(page, "w3")
    assert said.texts == ["Removed. It stays in Recently removed for 30 days."]
    said.undo()
    assert on_disk(records) == sample_plan()
    assert texts(page, Step.WARNING_SIGNS) == [i.text for i in sample_plan().warning_signs]


def test_removing_the_last_entry_of_a_step_leads_to_its_add_button(
    page: PlanPage, records: FillableRecords
) -> None:
    row_of(page, "r1").setFocus()
    press(Qt.Key.Key_Delete)
    assert focus_widget() is page.column.cards[Step.REASONS_FOR_LIVING].add_buttons[Sort.ENTRY]
    assert on_disk(records).reasons_for_living == ()


def test_the_menu_removes_an_open_entry_with_what_was_typed_last(
    page: PlanPage, records: FillableRecords, said: Said
) -> None:
    row = open_by_keyboard(page, "w1")
    write("!")
    menu = row.menu()
    (remove,) = [action for action in menu.actions() if action.text() == "Remove"]
    remove.trigger()
    menu.close()
    assert records.removed()[0].text.endswith("a day!")
    said.undo()
    assert on_disk(records).warning_signs[0].text.endswith("a day!")


def test_the_menu_edits_and_moves(page: PlanPage, records: FillableRecords) -> None:
    row = row_of(page, "w1")
    menu = row.menu()
    actions = {action.text(): action for action in menu.actions()}
    actions["Move down"].trigger()
    assert [item.id for item in on_disk(records).warning_signs] == ["w2", "w1", "w3"]
    actions["Move up"].trigger()
    assert on_disk(records) == sample_plan()
    actions["Edit"].trigger()
    assert row.editor is not None


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_the_button_in_a_row_opens_its_menu(page: PlanPage) -> None:
    QTest.mouseClick(row_of(page, "w1").more, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def test_removing_a_row_that_is_being_written_can_be_undone(
    empty_page: PlanPage, records: FillableRecords, said: Said
) -> None:
    card = empty_page.column.cards[Step.WARNING_SIGNS]
    card.add(Sort.ENTRY)
    write("I hide")
    card.rows[0].remove_requested.emit()
    assert card.rows == []
    assert records.removed()[0].text == "I hide"
    said.undo()
    assert texts(empty_page, Step.WARNING_SIGNS) == ["I hide"]


def test_removing_from_afar_leaves_the_keyboard_where_it_is(page: PlanPage) -> None:
    row_of(page, "k1").setFocus()
    row_of(page, "w3").remove_requested.emit()
    assert focus_widget() is row_of(page, "k1")


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_the_menu_key_opens_the_menu(page: PlanPage) -> None:
    row = row_of(page, "w1")
    middle = row.rect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(row, QContextMenuEvent(reason, middle, row.mapToGlobal(middle)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def test_dropping_a_row_elsewhere_moves_it(page: PlanPage, records: FillableRecords) -> None:
    page.column.cards[Step.WARNING_SIGNS].drop(0, 2)
    assert [item.id for item in on_disk(records).warning_signs] == ["w2", "w3", "w1"]
    assert [row.item.id for row in page.column.cards[Step.WARNING_SIGNS].rows] == ["w2", "w3", "w1"]


def test_ideas_are_shown_on_demand_and_flagged_until_reworded(
    empty_page: PlanPage, records: FillableRecords
) -> None:
    card = empty_page.column.cards[Step.COPING_STRATEGIES]
    assert "crossword" not in spoken(card)
    QTest.mouseClick(card.ideas_button, Qt.MouseButton.LeftButton)
    assert "Which song, which route, which game exactly?" in spoken(card)
    press_button(card, "Start from: Do a crossword or a puzzle")
    item = on_disk(records).coping_strategies[0]
    assert (item.text, item.as_suggested) == ("Do a crossword or a puzzle", True)
    write(", in pencil")
    press(Qt.Key.Key_Return)
    assert not on_disk(records).coping_strategies[0].as_suggested
    assert "as suggested" not in card.rows[0].accessibleName()
    press_button(card, "Start from: Do a crossword or a puzzle")
    press(Qt.Key.Key_Escape)
    assert card.rows[1].accessibleName().endswith("as suggested")
    QTest.mouseClick(card.ideas_button, Qt.MouseButton.LeftButton)
    assert not card.findChildren(Ideas)[0].isVisible()


def test_a_removal_that_fails_is_said_and_changes_nothing(
    page: PlanPage, records: FillableRecords, said: Said
) -> None:
    records.full = True
    row_of(page, "w1").setFocus()
    press(Qt.Key.Key_Delete)
    assert isinstance(said.problems[0], DiskFull)
    assert said.texts == []
    assert len(page.column.cards[Step.WARNING_SIGNS].rows) == 3


def test_every_control_has_a_name_also_in_open_editors_and_ideas(page: PlanPage) -> None:
    for card in page.column.cards.values():
        card.ideas_button.click()
        for row in card.rows:
            card.open(row)
            assert unnamed_controls(page) == []
    for step, sort in ((Step.MEANS_SAFETY, Sort.ACTION), (Step.DISTRACTIONS, Sort.PLACE)):
        page.column.cards[step].add(sort)
        assert unnamed_controls(page) == []
