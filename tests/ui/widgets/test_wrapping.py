from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QRadioButton
from pytestqt.qtbot import QtBot

from copingkit.ui.widgets.layout import column, holder
from copingkit.ui.widgets.wrapping import ChoiceButton, TickBox
from tests.support.controls import field, show
from tests.support.looks import dress

pytestmark = pytest.mark.usefixtures("dressed")

WORDS = "many words that have to go on in a second line " * 4
ONE_LINE = "The keyring and a passphrase"
BOXES = [TickBox, ChoiceButton]
Box = TickBox | ChoiceButton


def in_a_column(qtbot: QtBot, box: Box, width: int) -> Box:
    around = holder(column(box))
    around.layout().addStretch(1)  # type: ignore[union-attr]
    show(qtbot, around, width=width, height=600)
    return box


def widest_line(box: Box) -> int:
    return max(box.fontMetrics().size(0, line).width() for line in box.lines)


@pytest.mark.parametrize("kind", BOXES)
@pytest.mark.parametrize("text_size", [100, 200])
def test_long_words_go_on_in_a_new_line(qtbot: QtBot, kind: type[Box], text_size: int) -> None:
    dress("light", text_size)
    box = in_a_column(qtbot, kind(WORDS), 400)
    lines = box.lines
    assert " ".join(lines) == WORDS.strip()
    assert box.width() <= 400
    assert widest_line(box) < box.width()
    assert box.height() >= len(lines) * box.fontMetrics().lineSpacing() > 0
    assert box.accessibleName() == WORDS


@pytest.mark.parametrize("kind", BOXES)
def test_where_there_is_room_they_stay_in_one(qtbot: QtBot, kind: type[Box]) -> None:
    dress("light", 200)
    box = in_a_column(qtbot, kind(ONE_LINE), 640)
    assert box.lines == [ONE_LINE]
    narrow = in_a_column(qtbot, kind(ONE_LINE), 330)
    lines = narrow.lines
    assert len(lines) == 2
    assert " ".join(lines) == ONE_LINE
    narrow.window().resize(QSize(640, 600))
    qtbot.waitUntil(lambda: narrow.lines == [ONE_LINE])


def test_a_word_longer_than_the_room_is_broken(qtbot: QtBot) -> None:
    box = in_a_column(qtbot, TickBox("\U0001f600" * 3 + "a" * 90), 300)
    assert "".join(box.lines) == "\U0001f600" * 3 + "a" * 90
    assert widest_line(box) < box.width() <= 300


def test_an_ampersand_stands_for_itself(qtbot: QtBot) -> None:
    box = in_a_column(qtbot, TickBox("Tea & rain"), 300)
    assert box.text() == "Tea & rain"
    assert QAbstractButton.text(box) == "Tea && rain"  # two for Qt are one on the screen
    assert box.shortcut().isEmpty()
    assert field(box.window(), TickBox, "Tea & rain") is box


def test_words_may_come_later_and_it_may_begin_ticked(qtbot: QtBot) -> None:
    box = in_a_column(qtbot, TickBox(on=True), 300)
    assert box.isChecked()
    box.name(WORDS)
    qtbot.waitUntil(lambda: box.height() > 3 * box.fontMetrics().lineSpacing())
    with qtbot.waitSignal(box.toggled):
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert not box.isChecked()


def test_a_press_beside_the_words_counts(qtbot: QtBot) -> None:
    box = in_a_column(qtbot, TickBox("Short"), 400)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center() + QPoint(150, 0))
    assert box.isChecked()


def test_a_choice_is_one_of_several(qtbot: QtBot) -> None:
    assert isinstance(in_a_column(qtbot, ChoiceButton("Yes"), 300), QRadioButton)
