"""Saying how strong something is, by mouse and by number keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from copingkit.ui.widgets.scale import Scale
from tests.support.controls import press, show
from tests.support.hands import Hands, click_twice, middle
from tests.support.journey import focused


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


def shown(scale: Scale) -> list[str]:
    """What is chosen, as a screen reader tells it."""
    found = [QAccessible.queryAccessibleInterface(one) for one in scale.findChildren(QPushButton)]
    return [each.text(QAccessible.Text.Name) for each in found if each.state().checked]


def test_what_was_said_is_taken_back_by_the_same_press(scale: Scale) -> None:
    chosen: list[int | None] = []
    scale.chosen.connect(chosen.append)
    press(scale, "4 of 10")
    assert shown(scale) == ["4 of 10"]
    press(scale, "4 of 10")
    assert shown(scale) == []
    press(scale, "4 of 10")
    press(scale, "6 of 10")
    assert shown(scale) == ["6 of 10"]
    assert chosen == [4, None, 4, 6]


def test_what_was_said_before_is_taken_back(qtbot: QtBot) -> None:
    made = show(qtbot, Scale("How strong is it?", 3))
    chosen: list[int | None] = []
    made.chosen.connect(chosen.append)
    press(made, "3 of 10")
    assert shown(made) == []
    assert chosen == [None]


@pytest.mark.parametrize("which", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_keys_choose_and_take_back_and_a_held_one_does_so_once(scale: Scale, which: Qt.Key) -> None:
    chosen: list[int | None] = []
    scale.chosen.connect(chosen.append)
    hands = Hands()
    hands.hold(which, 20)
    assert chosen == [0]
    hands.hold(which, 21)
    assert chosen == [0, None]
    assert shown(scale) == []


@pytest.mark.parametrize("which", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_takes_back_and_a_digit_never_does(scale: Scale, which: Qt.Key) -> None:
    assert said(scale, "77") == [7, 7]
    assert shown(scale) == ["7 of 10"]
    chosen: list[int | None] = []
    scale.chosen.connect(chosen.append)
    QTest.keyClick(focused(), which)
    assert chosen == [None]
    assert shown(scale) == []
    assert focused().accessibleName() == "7 of 10"


def test_an_assistive_program_takes_back_too(scale: Scale) -> None:
    chosen: list[int | None] = []
    scale.chosen.connect(chosen.append)
    press(scale, "4 of 10")
    four = next(one for one in scale.findChildren(QPushButton) if one.isChecked())
    actions = QAccessible.queryAccessibleInterface(four).actionInterface()
    actions.doAction(actions.toggleAction())
    QApplication.processEvents()
    assert chosen == [4, None]
    assert shown(scale) == []


def test_arrows_go_along_and_choose_nothing(scale: Scale) -> None:
    chosen: list[int | None] = []
    scale.chosen.connect(chosen.append)
    press(scale, "9 of 10")
    ways = (
        (Qt.Key.Key_Right, "1"),
        (Qt.Key.Key_Down, "2"),
        (Qt.Key.Key_Left, "1"),
        (Qt.Key.Key_Up, "0"),
        (Qt.Key.Key_Left, "0"),
    )
    scale.setFocus()
    for which, number in ways:
        QTest.keyClick(focused(), which)
        assert focused().accessibleName() == f"{number} of 10"
    QTest.keyClick(focused(), Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert focused().accessibleName() == "0 of 10"
    for _ in range(12):
        QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert focused().accessibleName() == "10 of 10"
    assert chosen == [9]


def test_two_clicks_of_a_shaking_hand_are_one(scale: Scale) -> None:
    chosen: list[int | None] = []
    scale.chosen.connect(chosen.append)
    seven = next(one for one in scale.findChildren(QPushButton) if one.text() == "7")
    click_twice(scale, middle(scale, seven))
    assert chosen == [7]
