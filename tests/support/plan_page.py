"""The plan's page as a person uses it: rows by id, keys into whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from copingkit.tools.safety_plan.model import Plan, Step
from copingkit.tools.safety_plan.records import PLAN
from copingkit.tools.safety_plan.view.item_row import ItemRow
from copingkit.tools.safety_plan.view.plan_page import PlanPage
from tests.support.full_disk import FillableRecords


def on_disk(records: FillableRecords) -> Plan:
    return records.find(PLAN, limit=1)[0].value


def texts(page: PlanPage, step: Step) -> list[str]:
    return [row.item.text for row in page.column.cards[step].rows]


def row_of(page: PlanPage, item_id: str) -> ItemRow:
    for card in page.column.cards.values():
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
