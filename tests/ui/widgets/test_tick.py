from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from copingkit.ui.widgets.tick import Tick
from tests.support.controls import field, show

pytestmark = pytest.mark.usefixtures("dressed")

WORDS = "many words that have to go on in a second line " * 4


def test_long_words_wrap_and_a_click_on_them_ticks(qtbot: QtBot) -> None:
    tick = show(qtbot, Tick(WORDS), width=300, height=200)
    assert field(tick, QCheckBox, WORDS) is tick.box
    assert tick.minimumSizeHint().width() < 300
    with qtbot.waitSignal(tick.edited):
        QTest.mouseClick(tick, Qt.MouseButton.LeftButton)
    assert tick.on


def test_it_may_begin_ticked_and_says_nothing_of_it(qtbot: QtBot) -> None:
    tick = Tick("Words", on=True)
    qtbot.addWidget(tick)
    with qtbot.assertNotEmitted(tick.edited):
        tick.box.setChecked(False)
    assert not tick.on
