"""A ladder as hands meet it: typing stays in sight, clicks open, the keyboard gets lost nowhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QSlider, QWidget
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure.ladder import Item, ItemKind, Ladder
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.tools.exposure.view.item_row import ItemRow
from copingkit.tools.exposure.view.ladder_page import LadderPage
from tests.support.controls import buttons, field

pytestmark = pytest.mark.usefixtures("dressed")

SITUATION = "A situation, as exactly as you can"
SUDS = "How strong would the distress be? 0 to 100, or leave it open"
LEFT = Qt.MouseButton.LeftButton


def opened(page: ExposurePage, ladder: Ladder) -> LadderPage:
    page.show_target(f"ladder/{ladder.id}")
    assert isinstance(page.shown, LadderPage)
    return page.shown


def in_sight(page: LadderPage, part: QWidget) -> bool:
    """Whether all of it is between the upper and the lower edge of the window."""
    view = page.viewport()
    top = part.mapTo(view, QPoint(0, 0)).y()
    return top >= 0 and top + part.height() <= view.height()


def test_what_is_typed_stays_in_sight_while_the_ladder_grows(
    qtbot: QtBot, whole: ExposurePage, ladder: Ladder
) -> None:
    shown = opened(whole, ladder)
    situation, suds = field(whole, QLineEdit, SITUATION), field(whole, QSlider, SUDS)
    situation.setFocus()
    for number in range(16):
        QTest.keyClicks(situation, f"Situation {number}")
        QTest.keyClick(situation, Qt.Key.Key_Return)
        assert suds.hasFocus()
        assert in_sight(shown, suds)
        QTest.keyClicks(suds, str(5 * number))
        QTest.keyClick(suds, Qt.Key.Key_Return)
        assert situation.hasFocus()
        assert in_sight(shown, situation)
        qtbot.wait(1)
        assert in_sight(shown, situation)


def clicked(row: ItemRow, button: Qt.MouseButton) -> QWidget | None:
    """Its editor after a click."""
    at = QPointF(row.rect().center())
    kind, none = QEvent.Type.MouseButtonRelease, Qt.KeyboardModifier.NoModifier
    row.mouseReleaseEvent(QMouseEvent(kind, at, at, button, button, none))
    return row._editor


def test_a_click_on_a_situation_opens_it_and_the_other_button_its_menu(
    whole: ExposurePage, ladder: Ladder
) -> None:
    row = opened(whole, ladder)._shown[ladder.items[0].id]
    assert clicked(row, Qt.MouseButton.RightButton) is None
    at = row.mapToGlobal(QPoint(1, 1))
    row.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(1, 1), at))
    assert row.findChildren(QMenu)[0].actions()[0].text() == "Edit"
    editor = clicked(row, LEFT)
    assert editor is not None
    assert clicked(row, LEFT) is editor


def test_after_a_removal_the_keyboard_is_on_the_next_situation(
    whole: ExposurePage, ladder: Ladder
) -> None:
    shown = opened(whole, ladder)
    first, second = (shown._shown[item.id] for item in ladder.items)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Delete)
    assert second.hasFocus()


def test_a_variation_is_ready_to_be_reworded(whole: ExposurePage, ladder: Ladder) -> None:
    shown = opened(whole, ladder)
    shown._shown[ladder.items[0].id].vary_requested.emit()
    assert field(whole, QLineEdit, "Situation").hasFocus()


def test_a_row_says_where_it_stands_its_kind_and_that_nothing_was_said(
    whole: ExposurePage, service: ExposureService, ladder: Ladder
) -> None:
    service.add_item(ladder.id, Item("", "A dog in a story", kind=ItemKind.IMAGINED))
    names = [row.accessibleName() for row in opened(whole, ladder)._rows.rows]
    assert names[0] == "Look at pictures of dogs. distress 20. 1 of 3"
    assert names[2] == "A dog in a story. distress not said. imagined. 3 of 3"
    assert all(row.accessibleDescription() for row in opened(whole, ladder)._rows.rows)


def test_one_situation_has_no_order_to_choose(
    whole: ExposurePage, service: ExposureService, ladder: Ladder
) -> None:
    opened(whole, ladder)
    assert len(buttons(whole, "My own order")) == 1
    service.remove_item(ladder.id, ladder.items[0].id)
    assert not buttons(whole, "My own order")
