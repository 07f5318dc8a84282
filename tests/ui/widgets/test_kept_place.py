"""What one is at stays where it stands on the screen while a page changes above it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.kept_place import SETTLED_MS, KeptPlace
from copingkit.ui.widgets.layout import PageColumn
from tests.support.controls import show

pytestmark = pytest.mark.usefixtures("dressed")

OVER_MS = round(SETTLED_MS * 1.3)  # such a timer may be late by a twentieth


class Page(PageColumn):
    """Thirty buttons, and a tall thing above them that comes and goes."""

    def __init__(self) -> None:
        super().__init__("A page")
        self.place = KeptPlace(self)
        self.above = QWidget()
        self.above.setFixedHeight(150)
        self.buttons = [button(f"Number {number}", lambda: None) for number in range(30)]
        for each in (self.above, *self.buttons):
            self.body.addWidget(each)
        self.above.hide()

    def at(self, made: QPushButton) -> int:
        return made.mapTo(self, QPoint(0, 0)).y()

    def change(self) -> None:
        self.place.remember()
        self.above.setVisible(self.above.isHidden())
        self.place.return_to()


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    show(qtbot, made)
    made.resize(700, 500)
    qtbot.wait(OVER_MS)
    return made


def test_it_stays_when_something_comes_above_it_and_goes_again(qtbot: QtBot, page: Page) -> None:
    made = page.buttons[20]
    made.setFocus()
    page.ensureWidgetVisible(made)
    before, line = page.at(made), page.verticalScrollBar()
    for _ in range(2):
        scrolled = line.value()
        page.change()
        qtbot.wait(OVER_MS)
        assert abs(line.value() - scrolled) > 100
        assert page.at(made) == before


def test_it_stays_while_something_else_lies_over_the_page(qtbot: QtBot, page: Page) -> None:
    made = page.buttons[20]
    made.setFocus()
    page.ensureWidgetVisible(made)
    before = page.at(made)
    page.hide()
    page.change()
    qtbot.wait(OVER_MS)
    page.show()
    qtbot.waitUntil(lambda: page.at(made) == before and page.above.isVisible())


def test_what_was_out_of_sight_or_is_gone_moves_nothing(qtbot: QtBot, page: Page) -> None:
    page.change()  # nothing had the keyboard yet
    qtbot.wait(OVER_MS)
    made = page.buttons[1]
    made.setFocus()
    line = page.verticalScrollBar()
    line.setValue(line.maximum())
    scrolled = line.value()
    page.change()
    qtbot.wait(OVER_MS)
    assert line.value() == min(scrolled, line.maximum())
    page.ensureWidgetVisible(made)
    page.place.remember()
    made.deleteLater()
    page.place.return_to()
    qtbot.wait(OVER_MS)
    page.change()
    qtbot.wait(OVER_MS)
