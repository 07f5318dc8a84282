from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from copingkit.ui.widgets.buttons import button
from tests.support.looks import dress

pytestmark = pytest.mark.usefixtures("dressed")

LONG = "Start: " + "walking by the river & back " * 4
ONE_WORD = "Start: " + "a" * 120


@pytest.mark.parametrize("text", [LONG, ONE_WORD])
@pytest.mark.parametrize("text_size", [100, 200])
def test_a_long_text_goes_into_a_narrow_window(qtbot: QtBot, text: str, text_size: int) -> None:
    dress("light", text_size)
    made = button(text, look="tall", icon="forward")
    qtbot.addWidget(made)
    assert made.sizeHint().width() < 560 * text_size / 100
    assert made.accessibleName() == text


def test_an_ampersand_stands_for_itself(qtbot: QtBot) -> None:
    made = button("Rain & tea")
    qtbot.addWidget(made)
    assert made.shortcut().isEmpty()
    assert made.text() == "Rain && tea"  # two for Qt are one on the screen


def test_a_text_of_usual_length_stays_in_one_line(qtbot: QtBot) -> None:
    made = button("Only together with a clinician")
    qtbot.addWidget(made)
    assert "\n" not in made.text()
