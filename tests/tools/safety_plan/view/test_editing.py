"""Typing into the plan: what is saved when, and what an empty or failing entry does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from copingkit.core.errors import DiskFull
from copingkit.tools.safety_plan.model import Sort, Step, find
from copingkit.tools.safety_plan.records import PLAN
from copingkit.tools.safety_plan.service import SafetyPlanService
from copingkit.tools.safety_plan.view.plan_page import PlanPage
from tests.support.accessible import spoken
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


def test_typing_into_a_new_row_saves_after_a_pause(
    qtbot: QtBot, empty_page: PlanPage, records: FillableRecords
) -> None:
    empty_page.column.cards[Step.WARNING_SIGNS].add_buttons[Sort.ENTRY].setFocus()
    press(Qt.Key.Key_Return)
    write("I hide my phone")
    assert records.count(PLAN) == 0
    qtbot.waitUntil(lambda: records.count(PLAN) == 1)
    assert on_disk(records).warning_signs[0].text == "I hide my phone"
    write(" in a drawer")
    press(Qt.Key.Key_Return)
    assert on_disk(records).warning_signs[0].text == "I hide my phone in a drawer"


def test_enter_goes_on_to_the_next_new_entry_until_one_is_left_empty(
    empty_page: PlanPage, records: FillableRecords
) -> None:
    card = empty_page.column.cards[Step.WARNING_SIGNS]
    card.add_buttons[Sort.ENTRY].setFocus()
    press(Qt.Key.Key_Return)
    for text in ("I hide my phone", "I stop eating"):
        write(text)
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert [item.text for item in on_disk(records).warning_signs] == [
        "I hide my phone",
        "I stop eating",
    ]
    assert len(card.rows) == 2
    assert focus_widget() is card.add_buttons[Sort.ENTRY]


def test_enter_ends_a_new_entry_that_has_more_to_say(
    empty_page: PlanPage, records: FillableRecords
) -> None:
    card = empty_page.column.cards[Step.CONTACTS]
    card.add(Sort.PERSON)
    write("Mira")
    press(Qt.Key.Key_Return)
    assert [item.text for item in on_disk(records).contacts] == ["Mira"]
    assert focus_widget() is card.rows[0]


def test_enter_in_an_entry_that_was_there_adds_none(page: PlanPage) -> None:
    card = page.column.cards[Step.WARNING_SIGNS]
    before = len(card.rows)
    row = open_by_keyboard(page, "w1")
    press(Qt.Key.Key_Return)
    assert len(card.rows) == before
    assert focus_widget() is row


def test_steady_typing_is_saved_within_a_second(
    qtbot: QtBot, empty_page: PlanPage, records: FillableRecords
) -> None:
    empty_page.column.cards[Step.WARNING_SIGNS].add(Sort.ENTRY)
    for _ in range(12):
        write("x")
        qtbot.wait(100)
    assert on_disk(records).warning_signs[0].text.startswith("xxxxxxx")


def test_leaving_a_field_saves_it(page: PlanPage, records: FillableRecords) -> None:
    open_by_keyboard(page, "k1")
    write("m")
    press(Qt.Key.Key_Tab)
    assert on_disk(records).contacts[0].text == "Miram"
    assert isinstance(focus_widget(), QLineEdit)


def test_every_field_of_an_entry_can_be_edited(page: PlanPage, records: FillableRecords) -> None:
    for step in Step:
        for row in page.column.cards[step].rows:
            page.column.cards[step].open(row)
            assert row.editor is not None
            assert row.editor.item == row.item
            for box in row.editor.findChildren(QLineEdit):
                if box.parent() is row.editor:
                    box.setFocus()
                    box.selectAll()
                    write("123")
            for area in row.editor.findChildren(QPlainTextEdit):
                area.setFocus()
                area.selectAll()
                write("456")
            row.close_editor()
    phone = on_disk(records).contacts[0]
    assert (phone.text, phone.phone, phone.say) == ("123", "123", "456")
    assert on_disk(records).coping_strategies[1].obstacle == "123"
    assert not on_disk(records).coping_strategies[2].as_suggested


def test_only_one_entry_is_open_and_a_click_opens_it(page: PlanPage) -> None:
    first, second = row_of(page, "w1"), row_of(page, "w2")
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert first.editor is not None
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert second.editor is not None
    assert row_of(page, "w1").editor is None


def test_escape_closes_and_loses_nothing(page: PlanPage, records: FillableRecords) -> None:
    row = open_by_keyboard(page, "w1")
    write(".")
    press(Qt.Key.Key_Escape)
    assert row.editor is None
    assert on_disk(records).warning_signs[0].text.endswith("day.")
    assert focus_widget() is row


def test_shift_enter_makes_a_new_line_and_enter_ends(
    page: PlanPage, records: FillableRecords
) -> None:
    row = open_by_keyboard(page, "w1")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    write("or two")
    press(Qt.Key.Key_Return)
    assert row.editor is None
    assert on_disk(records).warning_signs[0].text.endswith("a day\nor two")


def test_a_new_row_left_empty_is_gone(empty_page: PlanPage) -> None:
    card = empty_page.column.cards[Step.CONTACTS]
    card.add(Sort.PERSON)
    assert len(card.rows) == 1
    write("  ")
    press(Qt.Key.Key_Escape)
    assert card.rows == []
    assert focus_widget() is card.add_buttons[Sort.PERSON]
    card.add(Sort.PERSON)
    card.rows[0].setFocus()
    press(Qt.Key.Key_Delete)
    assert card.rows == []


def test_adding_twice_makes_one_new_row_and_keeps_what_was_typed(empty_page: PlanPage) -> None:
    card = empty_page.column.cards[Step.WARNING_SIGNS]
    card.add(Sort.ENTRY)
    card.add(Sort.ENTRY)
    assert texts(empty_page, Step.WARNING_SIGNS) == [""]
    write("I hide my phone")
    card.add(Sort.ENTRY)
    assert texts(empty_page, Step.WARNING_SIGNS) == ["I hide my phone", ""]
    press(Qt.Key.Key_Escape)
    assert texts(empty_page, Step.WARNING_SIGNS) == ["I hide my phone"]


def test_a_new_row_does_not_move_before_it_is_an_entry(
    page: PlanPage, records: FillableRecords
) -> None:
    page.column.cards[Step.WARNING_SIGNS].add(Sort.ENTRY)
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert len(page.column.cards[Step.WARNING_SIGNS].rows) == 4
    assert on_disk(records) == sample_plan()


def test_a_number_without_a_name_is_kept(empty_page: PlanPage, records: FillableRecords) -> None:
    card = empty_page.column.cards[Step.CONTACTS]
    card.add(Sort.PERSON)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    write("0170 555 0161")
    press(Qt.Key.Key_Return)
    assert on_disk(records).contacts[0].phone == "0170 555 0161"
    assert "0170 555 0161" in card.rows[0].accessibleName()


def test_an_entry_that_was_wiped_goes_to_recently_removed_as_it_was(
    page: PlanPage, records: FillableRecords, said: Said
) -> None:
    open_by_keyboard(page, "w1")
    for _ in range(3):
        press(Qt.Key.Key_Backspace)
    page.flush()
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Backspace)
    page.flush()
    assert find(on_disk(records), "w1").item.text.endswith("than a ")
    press(Qt.Key.Key_Escape)
    assert [item.id for item in on_disk(records).warning_signs] == ["w2", "w3"]
    assert records.removed()[0].text == sample_plan().warning_signs[0].text
    assert focus_widget() is row_of(page, "w2")
    said.undo()
    assert on_disk(records) == sample_plan()


def test_typing_stays_and_is_saved_later_when_the_disk_was_full(
    page: PlanPage, records: FillableRecords, said: Said
) -> None:
    row = open_by_keyboard(page, "w1")
    write("!")
    records.full = True
    with pytest.raises(DiskFull):
        page.flush()
    assert isinstance(said.problems[0], DiskFull)
    assert row.editor is not None
    assert row.editor.item.text.endswith("!")
    assert on_disk(records) == sample_plan()
    assert "What you typed last is not saved yet." in spoken(page.column.version_line)
    press_button(page.column.version_line, "Save again")
    assert len(said.problems) == 2
    records.full = False
    press_button(page.column.version_line, "Save again")
    assert on_disk(records).warning_signs[0].text.endswith("!")
    assert "Version 2" in spoken(page.column.version_line)


def test_a_new_entry_survives_a_full_disk(empty_page: PlanPage, records: FillableRecords) -> None:
    records.full = True
    empty_page.column.cards[Step.WARNING_SIGNS].add(Sort.ENTRY)
    write("I hide")
    press(Qt.Key.Key_Escape)
    assert texts(empty_page, Step.WARNING_SIGNS) == ["I hide"]
    records.full = False
    open_by_keyboard(empty_page, empty_page.column.cards[Step.WARNING_SIGNS].rows[0].item.id)
    write(" my phone")
    press(Qt.Key.Key_Return)
    assert [item.text for item in on_disk(records).warning_signs] == ["I hide my phone"]


def test_what_is_typed_into_a_new_row_is_saved_when_the_window_locks(
    empty_page: PlanPage, records: FillableRecords
) -> None:
    empty_page.column.cards[Step.WARNING_SIGNS].add(Sort.ENTRY)
    write("I hide")
    empty_page.flush()
    assert on_disk(records).warning_signs[0].text == "I hide"


def test_a_new_row_stays_while_the_plan_changes_around_it(
    page: PlanPage, filled: SafetyPlanService, records: FillableRecords
) -> None:
    removed_id = filled.remove("w2")
    card = page.column.cards[Step.WARNING_SIGNS]
    card.add(Sort.ENTRY)
    write("I hide")
    filled.restore_removed(removed_id)
    assert [row.item.id for row in card.rows][:3] == ["w1", "w2", "w3"]
    press(Qt.Key.Key_Return)
    assert on_disk(records).warning_signs[3].text == "I hide"
