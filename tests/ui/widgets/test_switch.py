"""A button that stays down tells of every press, and of no change that the program makes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QButtonGroup
from pytestqt.qtbot import QtBot

from copingkit.ui.widgets.buttons import button, icon_button
from copingkit.ui.widgets.switch import Switch
from tests.support.source_tree import package_files


def press_as_assistive_programs_do(made: Switch) -> None:
    offered = QAccessible.queryAccessibleInterface(made).actionInterface()
    offered.doAction(offered.actionNames()[0])


@pytest.fixture
def said() -> list[bool]:
    return []


@pytest.fixture
def alone(qtbot: QtBot, said: list[bool]) -> Switch:
    made = button("Ideas", stays=True)
    assert isinstance(made, Switch)
    qtbot.addWidget(made)
    made.clicked.connect(lambda: said.append(made.isChecked()))
    return made


def test_a_hand_an_assistive_program_and_a_key_do_the_same(
    qtbot: QtBot, alone: Switch, said: list[bool]
) -> None:
    alone.click()
    press_as_assistive_programs_do(alone)
    qtbot.waitUntil(lambda: len(said) == 2)
    press_as_assistive_programs_do(alone)
    qtbot.waitUntil(lambda: len(said) == 3)
    assert said == [True, False, True]
    assert alone.isChecked()


def test_what_the_program_shows_is_no_press(qtbot: QtBot, alone: Switch, said: list[bool]) -> None:
    alone.setChecked(True)
    alone.setChecked(True)
    alone.setChecked(False)
    qtbot.wait(20)
    assert said == []


def test_one_of_several_is_chosen_once(qtbot: QtBot) -> None:
    group, chosen = QButtonGroup(), list[int]()
    group.idClicked.connect(chosen.append)
    made = [button(str(number), stays=True) for number in range(3)]
    for number, each in enumerate(made):
        qtbot.addWidget(each)
        group.addButton(each, number)
    first, second, _third = made
    assert isinstance(second, Switch)
    first.click()
    press_as_assistive_programs_do(second)
    qtbot.waitUntil(lambda: len(chosen) == 2)
    assert chosen == [0, 1]
    assert (first.isChecked(), group.checkedId()) == (False, 1)


def test_only_one_that_stays_is_such_a_button(qtbot: QtBot) -> None:
    for made, stays in ((icon_button("Mark", "heart", stays=True), True), (button("Go"), False)):
        qtbot.addWidget(made)
        assert isinstance(made, Switch) is stays
        assert made.isCheckable() is stays


def test_no_other_button_is_made_to_stay() -> None:
    """Qt's own one would not tell of a press by an assistive program."""
    makers = {path.name for path in package_files() if ".setCheckable(" in path.read_text("utf-8")}
    assert makers == {"switch.py"}
