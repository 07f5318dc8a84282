"""Saying how strong something is, by mouse and by number keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from copingkit.ui.widgets.scale import Scale
from tests.support.controls import press, show


@pytest.fixture
def scale(qtbot: QtBot) -> Scale:
    made = show(qtbot, Scale("How strong is it?", None))
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    made.setFocus()
    return made


def said(scale: Scale, keys: str) -> list[int]:
    """What is said while these keys are typed."""
    chosen: list[int] = []
    scale.chosen.connect(chosen.append)
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, key)
    return chosen


@pytest.mark.parametrize(
    ("keys", "heard"),
    [("7", [7]), ("0", [0]), ("10", [1, 10]), ("110", [1, 1, 10]), ("20", [2, 0]), ("1x0", [1, 0])],
)
def test_a_number_is_typed(scale: Scale, keys: str, heard: list[int]) -> None:
    assert said(scale, keys) == heard


def test_a_number_with_control_is_not_ours(scale: Scale) -> None:
    chosen: list[int] = []
    scale.chosen.connect(chosen.append)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    assert chosen == []


def test_a_number_is_pressed(scale: Scale) -> None:
    chosen: list[int] = []
    scale.chosen.connect(chosen.append)
    press(scale, "4 of 10")
    assert chosen == [4]
