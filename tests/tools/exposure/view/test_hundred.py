"""A number that nobody has to say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure.view.hundred import Hundred
from copingkit.tools.exposure.view.words import suds_meaning
from tests.support.accessible import spoken, unnamed_controls
from tests.support.controls import show


def made(qtbot: QtBot, value: int | None = None) -> tuple[Hundred, list[int]]:
    number, said = Hundred("How strong?", value, suds_meaning), list[int]()
    number.said.connect(said.append)
    return show(qtbot, number, 500, 120), said


def test_at_first_nothing_is_said(qtbot: QtBot) -> None:
    number, said = made(qtbot)
    assert number.value is None
    assert "not said" in spoken(number)
    assert not said
    assert not unnamed_controls(number)


def test_arrows_say_a_number_and_its_meaning(qtbot: QtBot) -> None:
    number, said = made(qtbot)
    QTest.keyClick(number.slider, Qt.Key.Key_PageUp)
    assert said == [10]
    assert number.value == 10
    assert "At ease" in spoken(number)


def test_zero_can_be_said(qtbot: QtBot) -> None:
    number, said = made(qtbot)
    QTest.keyClicks(number.slider, "0")
    assert said == [0]
    assert number.value == 0


@pytest.mark.parametrize(
    ("typed", "value"), [("4", 4), ("40", 40), ("100", 100), ("75", 75), ("101", 1), ("999", 9)]
)
def test_digits_are_numbers(qtbot: QtBot, typed: str, value: int) -> None:
    number, said = made(qtbot, 50)
    QTest.keyClicks(number.slider, typed)
    assert number.value == value
    assert said[-1] == value
    assert number.slider.value() == value


def test_digits_after_a_pause_are_another_number(qtbot: QtBot) -> None:
    number, _ = made(qtbot)
    QTest.keyClicks(number.slider, "4")
    number.slider._forget()
    QTest.keyClicks(number.slider, "7")
    assert number.value == 7


def test_a_dragged_number_is_said_when_it_is_let_go(qtbot: QtBot) -> None:
    number, said = made(qtbot)
    number.slider.setSliderDown(True)
    number.slider.setSliderPosition(80)
    assert not said
    number.slider.setSliderDown(False)
    assert said[-1] == 80


def test_a_number_from_elsewhere_is_shown_and_not_said(qtbot: QtBot) -> None:
    number, said = made(qtbot)
    number.show_value(30)
    assert "30" in spoken(number)
    number.show_value(None)
    assert "not said" in spoken(number)
    assert not said


def test_a_number_settles_once_it_stays(qtbot: QtBot) -> None:
    number, _ = made(qtbot)
    settled: list[int] = []
    number.settled.connect(settled.append)
    QTest.keyClicks(number.slider, "35")
    assert not settled
    number._settling.setInterval(1)
    number._settling.start()
    qtbot.waitUntil(lambda: settled == [35])
    number.flush()
    assert settled == [35]
