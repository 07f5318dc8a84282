from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from copingkit.core.errors import DiskFull
from copingkit.core.links import Link
from copingkit.tools.safety_plan.model import Plan, Sort, Step, find
from copingkit.tools.safety_plan.records import PLAN
from copingkit.tools.safety_plan.service import SafetyPlanService
from copingkit.tools.safety_plan.view.ideas import Ideas
from copingkit.tools.safety_plan.view.item_row import ItemRow
from copingkit.tools.safety_plan.view.plan_page import PlanPage
from copingkit.ui import theme
from copingkit.ui.tool import Surroundings
from tests.support.accessible import spoken, unnamed_controls
from tests.support.full_disk import FillableRecords
from tests.support.plans import sample_plan
from tests.support.said import Said


def on_disk(records: FillableRecords) -> Plan:
    return records.find(PLAN, limit=1)[0].value


def texts(page: PlanPage, step: Step) -> list[str]:
    return [row.item.text for row in page.cards[step].rows]


def row_of(page: PlanPage, item_id: str) -> ItemRow:
    for card in page.cards.values():
        if (row := card.row(item_id)) is not None:
            return row
    raise LookupError(item_id)


def focus_widget() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(focus_widget(), key, modifier or Qt.KeyboardModifier.NoModifier)


def write(text: str) -> None:
    QTest.keyClicks(focus_widget(), text)


def open_by_keyboard(page: PlanPage, item_id: str) -> ItemRow:
    row = row_of(page, item_id)
    row.setFocus()
    press(Qt.Key.Key_Return)
    return row


def press_button(parent: QWidget, name: str) -> None:
    (button,) = [b for b in parent.findChildren(QPushButton) if b.accessibleName() == name]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_whole_plan_is_shown_in_its_order(page: PlanPage) -> None:
    assert list(page.cards) == list(Step)
    for step in Step:
        assert texts(page, step) == [item.text for item in sample_plan().items(step)]


def test_the_first_painting_shows_the_first_steps_and_then_the_rest_comes(
    qtbot: QtBot, filled: SafetyPlanService, surroundings: Surroundings
) -> None:
    page = PlanPage(filled, surroundings)
    qtbot.addWidget(page)
    assert list(page.cards) == list(Step)[:3]
    page.show_target("")
    assert len(page.cards) == 3
    page.show()
    qtbot.waitUntil(lambda: list(page.cards) == list(Step))
    assert texts(page, Step.CONTACTS) == ["Mira"]


def test_typing_into_a_new_row_saves_after_a_pause(
    qtbot: QtBot, empty_page: PlanPage, records: FillableRecords
) -> None:
    empty_page.cards[Step.WARNING_SIGNS].add_buttons[Sort.ENTRY].setFocus()
    press(Qt.Key.Key_Return)
    write("I hide my phone")
    assert records.count(PLAN) == 0
    qtbot.waitUntil(lambda: records.count(PLAN) == 1, timeout=900)
    assert on_disk(records).warning_signs[0].text == "I hide my phone"
    write(" in a drawer")
    press(Qt.Key.Key_Return)
    assert on_disk(records).warning_signs[0].text == "I hide my phone in a drawer"
    assert len(empty_page.cards[Step.WARNING_SIGNS].rows) == 1
    assert focus_widget() is empty_page.cards[Step.WARNING_SIGNS].rows[0]


def test_steady_typing_is_saved_within_a_second(
    qtbot: QtBot, empty_page: PlanPage, records: FillableRecords
) -> None:
    empty_page.cards[Step.WARNING_SIGNS].add(Sort.ENTRY)
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
        for row in page.cards[step].rows:
            page.cards[step].open(row)
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
    assert focus_widget() is page.cards[Step.REASONS_FOR_LIVING].add_buttons[Sort.ENTRY]
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


def test_dropping_a_row_elsewhere_moves_it(page: PlanPage, records: FillableRecords) -> None:
    page.cards[Step.WARNING_SIGNS].drop(0, 2)
    assert [item.id for item in on_disk(records).warning_signs] == ["w2", "w3", "w1"]
    assert [row.item.id for row in page.cards[Step.WARNING_SIGNS].rows] == ["w2", "w3", "w1"]


def test_a_new_row_left_empty_is_gone(empty_page: PlanPage) -> None:
    card = empty_page.cards[Step.CONTACTS]
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


def test_a_new_row_does_not_move_before_it_is_an_entry(
    page: PlanPage, records: FillableRecords
) -> None:
    page.cards[Step.WARNING_SIGNS].add(Sort.ENTRY)
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert len(page.cards[Step.WARNING_SIGNS].rows) == 4
    assert on_disk(records) == sample_plan()


def test_a_number_without_a_name_is_kept(empty_page: PlanPage, records: FillableRecords) -> None:
    card = empty_page.cards[Step.CONTACTS]
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
    said.undo()
    assert on_disk(records) == sample_plan()


def test_ideas_are_shown_on_demand_and_flagged_until_reworded(
    empty_page: PlanPage, records: FillableRecords
) -> None:
    card = empty_page.cards[Step.COPING_STRATEGIES]
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
    assert "What you typed last is not saved yet." in spoken(page.version_line)
    press_button(page.version_line, "Save again")
    assert len(said.problems) == 2
    records.full = False
    press_button(page.version_line, "Save again")
    assert on_disk(records).warning_signs[0].text.endswith("!")
    assert "Version 2" in spoken(page.version_line)


def test_a_new_entry_survives_a_full_disk(empty_page: PlanPage, records: FillableRecords) -> None:
    records.full = True
    empty_page.cards[Step.WARNING_SIGNS].add(Sort.ENTRY)
    write("I hide")
    press(Qt.Key.Key_Return)
    assert texts(empty_page, Step.WARNING_SIGNS) == ["I hide"]
    records.full = False
    open_by_keyboard(empty_page, empty_page.cards[Step.WARNING_SIGNS].rows[0].item.id)
    write(" my phone")
    press(Qt.Key.Key_Return)
    assert [item.text for item in on_disk(records).warning_signs] == ["I hide my phone"]


def test_a_removal_that_fails_is_said_and_changes_nothing(
    page: PlanPage, records: FillableRecords, said: Said
) -> None:
    records.full = True
    row_of(page, "w1").setFocus()
    press(Qt.Key.Key_Delete)
    assert isinstance(said.problems[0], DiskFull)
    assert said.texts == []
    assert len(page.cards[Step.WARNING_SIGNS].rows) == 3


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


def test_tab_goes_through_the_page_in_reading_order(page: PlanPage) -> None:
    page.cards[Step.WARNING_SIGNS].ideas_button.setFocus()
    seen: list[str] = []
    for _ in range(4):
        press(Qt.Key.Key_Tab)
        seen.append(focus_widget().accessibleName())
    assert [name.split(":")[0] for name in seen] == ["1 of 3", "More about", "2 of 3", "More about"]
    card = page.cards[Step.WARNING_SIGNS]
    card.add(Sort.ENTRY)
    write("x")
    press(Qt.Key.Key_Escape)
    for _ in range(2):
        press(Qt.Key.Key_Tab)
    assert focus_widget() is card.add_buttons[Sort.ENTRY]


def test_every_control_has_a_name_also_in_open_editors_and_ideas(page: PlanPage) -> None:
    for card in page.cards.values():
        card.ideas_button.click()
        for row in card.rows:
            card.open(row)
            assert unnamed_controls(page) == []
    for step, sort in ((Step.MEANS_SAFETY, Sort.ACTION), (Step.DISTRACTIONS, Sort.PLACE)):
        page.cards[step].add(sort)
        assert unnamed_controls(page) == []


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
    theme.apply(look, size)
    page = PlanPage(filled, surroundings)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    page.build_rest()
    for card in page.cards.values():
        card.ideas_button.click()
        card.open(card.rows[0])
    qtbot.wait(1)
    inside = page.column.widget()
    assert inside is not None
    assert inside.width() <= page.column.viewport().width()
