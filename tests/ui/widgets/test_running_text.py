"""How far lines of text stand apart."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from copingkit.ui import theme
from copingkit.ui.widgets.layout import column
from copingkit.ui.widgets.text import label
from tests.support.looks import dress

pytestmark = pytest.mark.usefixtures("dressed")

LINE = "Hnnnn"
TWO = f"{LINE}\n{LINE}"


def tops_of_lines(picture: QImage, ground: int) -> list[int]:
    """Where rows with ink begin, from top to bottom, in pixels."""
    inked = [
        any(picture.pixel(x, y) != ground for x in range(picture.width()))
        for y in range(picture.height())
    ]
    return [y for y, ink in enumerate(inked) if ink and (y == 0 or not inked[y - 1])]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window that is 200 pixels wide."""
    made = QWidget()
    qtbot.addWidget(made)
    made.setLayout(column(None))
    made.resize(200, 300)
    made.show()
    return made


def shown(window: QWidget, made: QLabel) -> QLabel:
    """The label at the foot of the window."""
    layout = window.layout()
    assert layout is not None
    layout.addWidget(made)
    made.show()
    layout.activate()
    return made


@pytest.mark.parametrize(
    ("look", "apart"), [("", 22), ("small", 20), ("big", 36), ("h1", 34), ("crisis-detail", 23)]
)
def test_lines_stand_apart_by_their_size(window: QWidget, look: str, apart: int) -> None:
    made = shown(window, label(TWO, look))
    picture = made.grab().toImage()
    first, second = tops_of_lines(picture, picture.pixel(199, 0))
    assert second - first == pytest.approx(apart, abs=1)
    assert made.height() >= second + (second - first) // 2, "the last line is cut off"


def test_a_line_alone_is_as_high_as_qt_makes_it(window: QWidget) -> None:
    ours, plain = label(LINE), QLabel(LINE)
    plain.setWordWrap(True)
    assert shown(window, ours).height() == shown(window, plain).height()


def test_long_text_wraps_and_all_of_it_is_seen(window: QWidget) -> None:
    made = shown(window, label(" ".join([LINE] * 12)))
    picture = made.grab().toImage()
    tops = tops_of_lines(picture, picture.pixel(199, 0))
    assert len(tops) > 2
    plain = QLabel(made.text())
    plain.setWordWrap(True)
    lines = shown(window, plain).height() / plain.fontMetrics().lineSpacing()
    assert len(tops) == round(lines)


def test_all_lines_begin_beside_a_margin(window: QWidget) -> None:
    made = label(" ".join([LINE] * 6))
    made.setContentsMargins(30, 0, 0, 0)
    picture = shown(window, made).grab().toImage()
    ground = picture.pixel(199, 0)
    assert len(tops_of_lines(picture, ground)) > 1
    assert tops_of_lines(picture.copy(0, 0, 30, picture.height()), ground) == []


def test_it_is_written_in_the_colour_of_its_look(window: QWidget) -> None:
    dress("dark", 100)
    picture = shown(window, label(TWO, "warn")).grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(60) for y in range(picture.height())}
    assert theme.colour("warn").name() in colours
