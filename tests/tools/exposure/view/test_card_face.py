"""One card in the window: turned by keys and clicks, and seen to have the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import Trial
from copingkit.tools.exposure.view.card_face import CardFace
from tests.support.controls import show, with_keyboard

pytestmark = pytest.mark.usefixtures("dressed")


def test_the_card_shows_that_it_has_the_keyboard(
    qtbot: QtBot, done: Trial, service: ExposureService
) -> None:
    shown = show(qtbot, CardFace())
    shown.turn()
    assert not shown.is_turned
    shown.show_card(service.deck.card(done.id))
    shown.clearFocus()
    without = shown.grab().toImage()
    with_keyboard(qtbot, shown)
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(shown.hasFocus)
    assert shown.grab().toImage() != without
    QTest.keyClick(shown, Qt.Key.Key_A)
    assert not shown.is_turned
    QTest.mouseClick(shown, Qt.MouseButton.RightButton)
    assert not shown.is_turned
