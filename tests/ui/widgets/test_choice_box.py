from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from copingkit.ui.widgets.choice_box import ChoiceBox
from copingkit.ui.widgets.layout import column
from tests.support.controls import show


@pytest.fixture
def box(qtbot: QtBot) -> ChoiceBox:
    page, made, beside = QWidget(), ChoiceBox(), QPushButton("beside")
    made.addItems(["Estonia", "Germany", "Greece", "Romania"])
    page.setLayout(column(made, beside))
    show(qtbot, page)
    qtbot.waitUntil(page.isActiveWindow)
    made.setFocus()
    return made


@pytest.fixture
def settled(box: ChoiceBox) -> list[str]:
    said: list[str] = []
    box.settled.connect(lambda: said.append(box.currentText()))
    return said


def test_a_typed_name_is_one_choice(qtbot: QtBot, box: ChoiceBox, settled: list[str]) -> None:
    QTest.keyClicks(box, "Gree")
    assert settled == []
    qtbot.waitUntil(lambda: settled == ["Greece"])


def test_arrows_choose_at_once(box: ChoiceBox, settled: list[str]) -> None:
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert settled == ["Germany"]


def test_whoever_leaves_has_chosen(qtbot: QtBot, box: ChoiceBox, settled: list[str]) -> None:
    QTest.keyClicks(box, "Ro")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert settled == ["Romania"]
    qtbot.wait(500)
    assert settled == ["Romania"]


def test_an_arrow_after_letters_counts_once(
    qtbot: QtBot, box: ChoiceBox, settled: list[str]
) -> None:
    QTest.keyClicks(box, "Gr")
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert settled == ["Romania"]
    qtbot.wait(500)
    assert settled == ["Romania"]
