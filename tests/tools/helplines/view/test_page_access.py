from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from copingkit.tools.helplines.model import OwnLine
from copingkit.tools.helplines.service import HelplinesService
from copingkit.tools.helplines.view.helplines_page import HelplinesPage
from copingkit.ui import theme
from tests.support.accessible import unnamed_controls
from tests.support.controls import tops_by_tab
from tests.support.helplines_page import press
from tests.support.looks import dress
from tests.tools.helplines.view.conftest import ShowPage

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.mark.parametrize("country", ["", "GB", "FR"])
def test_every_control_has_a_name(
    qtbot: QtBot, show_page: ShowPage, service: HelplinesService, country: str
) -> None:
    service.add(OwnLine("Night nurse", "0170 555 0142"))
    page = show_page(service, country)
    for button in page.findChildren(QPushButton):
        if button.accessibleName().startswith(("Where", "Code", "Change")):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    page.own.add_line()

    assert unnamed_controls(page) == []


@pytest.mark.parametrize(("size", "width"), [(100, 480), (200, 900), (200, 680)])
def test_nothing_is_cut_off_at_the_side(
    show_page: ShowPage, service: HelplinesService, size: int, width: int
) -> None:
    dress("light", size)
    service.add(OwnLine("Crisis team of the Riverside clinic", "0170 555 0142", "8:00 to 22:00"))
    page = show_page(service, "US", width)

    assert page.viewport().childrenRect().width() <= page.viewport().width()
    assert fits(page)


def fits(page: HelplinesPage) -> bool:
    right = page.viewport().width()
    return all(
        each.mapTo(page, each.rect().topRight()).x() <= right
        for each in page.findChildren(QWidget)
        if each.isVisibleTo(page) and isinstance(each, QLabel | QPushButton)
    )


def test_tab_goes_from_top_to_bottom(
    qtbot: QtBot, show_page: ShowPage, service: HelplinesService
) -> None:
    page = show_page(service, "GB")
    press(qtbot, page, "Change country: United Kingdom")
    press(qtbot, page, "Where this is from: Samaritans")
    page.own.add_line()
    tops = tops_by_tab(page)
    steps_back = [after - before for before, after in pairwise(tops) if after < before]
    assert len(tops) > 20
    # the buttons of one line stand beside each other above what they open
    assert all(step > -theme.px(40) for step in steps_back), tops
