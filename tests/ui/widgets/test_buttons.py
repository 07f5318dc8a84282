from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import column, holder
from copingkit.ui.widgets.wrapping import Wrapping
from tests.support.controls import show
from tests.support.looks import dress

pytestmark = pytest.mark.usefixtures("dressed")

LONG = "Start: " + "walking by the river & back " * 4
ONE_WORD = "Start: " + "a" * 120
USUAL = "Only together with a clinician"


def placed(qtbot: QtBot, made: QPushButton, width: int) -> QPushButton:
    """The button in a line of others, in a page that is so wide."""
    around: QWidget = holder(column(Flow(button("Back"), made), None))
    show(qtbot, around, width=width, height=700)
    qtbot.waitUntil(lambda: made.height() >= made.heightForWidth(made.width()) or is_plain(made))
    return made


def is_plain(made: QPushButton) -> bool:
    return not isinstance(made, Wrapping)


@pytest.mark.parametrize("text", [LONG, ONE_WORD])
@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("look", ["", "tall", "answer-primary"])
def test_a_long_text_goes_into_a_narrow_window(
    qtbot: QtBot, text: str, text_size: int, look: str
) -> None:
    dress("light", text_size)
    made = placed(qtbot, button(text, look=look, icon="forward"), 480)
    assert made.geometry().right() <= 480
    lines = QAbstractButton.text(made).split("\n")
    assert max(made.fontMetrics().size(0, line).width() for line in lines) < made.width()
    assert len(lines) * made.fontMetrics().lineSpacing() < made.height()
    assert (made.text(), made.accessibleName()) == (text, text)


def test_where_there_is_room_it_stays_in_one_line(qtbot: QtBot) -> None:
    dress("light", 200)
    made = placed(qtbot, button(USUAL, icon="back"), 900)
    assert QAbstractButton.text(made) == f" {USUAL}"
    one_line = made.height()
    made.window().resize(400, 700)
    qtbot.waitUntil(lambda: made.height() > one_line)
    made.window().resize(900, 700)
    qtbot.waitUntil(lambda: made.height() == one_line)


def test_beside_an_icon_every_line_keeps_its_distance(qtbot: QtBot) -> None:
    made = placed(qtbot, button(LONG, icon="back"), 300)
    assert all(line.startswith(" ") for line in QAbstractButton.text(made).split("\n"))


def test_an_ampersand_stands_for_itself(qtbot: QtBot) -> None:
    made = button("Rain & tea")
    qtbot.addWidget(made)
    assert made.shortcut().isEmpty()
    assert made.text() == "Rain && tea"  # two for Qt are one on the screen
