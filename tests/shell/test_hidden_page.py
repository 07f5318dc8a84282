from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from copingkit.shell.hidden_page import HiddenPage
from tests.support.accessible import spoken, unnamed_controls
from tests.support.controls import show


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_brings_the_rest_back(qtbot: QtBot, key: Qt.Key) -> None:
    page = show(qtbot, HiddenPage())
    with qtbot.waitSignal(page.back_requested):
        QTest.keyClick(page, key)


def test_a_double_click_brings_the_rest_back(qtbot: QtBot) -> None:
    page = show(qtbot, HiddenPage())
    with qtbot.waitSignal(page.back_requested):
        QTest.mouseDClick(page, Qt.MouseButton.LeftButton)


def test_typing_on_uncovers_nothing(qtbot: QtBot) -> None:
    page = show(qtbot, HiddenPage())
    with qtbot.assertNotEmitted(page.back_requested):
        QTest.keyClicks(page, "what I was writing ")
        QTest.mouseClick(page, Qt.MouseButton.LeftButton)


def test_it_says_nothing_of_what_the_program_is_for(qtbot: QtBot) -> None:
    page = show(qtbot, HiddenPage())
    assert unnamed_controls(page) == []
    said = spoken(page, hidden=True).casefold()
    for word in ("plan", "safe", "crisis", "help", "cope", "coping", "lock", "private"):
        assert word not in said
