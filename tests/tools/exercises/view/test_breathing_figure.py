"""The figure: it follows the lungs, and with less motion only a bar fills."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from copingkit.tools.exercises.cues import Act
from copingkit.tools.exercises.view.breathing_figure import BreathingFigure, lungs
from tests.support.controls import show

pytestmark = pytest.mark.usefixtures("dressed")


def test_the_disc_is_empty_and_full_where_the_lungs_are() -> None:
    assert lungs(Act.BREATHE_IN, 0, tops_up=False) == 0
    assert lungs(Act.BREATHE_IN, 1, tops_up=False) == 1
    assert lungs(Act.BREATHE_IN, 1, tops_up=True) == lungs(Act.TOP_UP, 0, tops_up=True) < 1
    assert lungs(Act.TOP_UP, 1, tops_up=True) == lungs(Act.HOLD, 0.5, tops_up=True) == 1
    assert lungs(Act.BREATHE_OUT, 0, tops_up=True) == 1
    assert lungs(Act.BREATHE_OUT, 1, tops_up=True) == pytest.approx(0)
    assert lungs(Act.REST, 0.5, tops_up=False) == 0
    half = lungs(Act.BREATHE_IN, 0.25, tops_up=False)
    assert 0 < half < 0.25, "it begins slowly"


def test_with_less_motion_a_bar_fills_and_no_disc_moves(qtbot: QtBot, qapp: QApplication) -> None:
    still, moving = (BreathingFigure(still=which, tops_up=False) for which in (True, False))
    for figure in (still, moving):
        show(qtbot, figure, 400, 400)

    def middle_row(figure: BreathingFigure, fraction: float) -> QImage:
        figure.show_phase(Act.BREATHE_IN, fraction, 2.0)
        image = figure.grab().toImage()
        return image.copy(0, 60, 400, 20)

    assert middle_row(still, 0.2) == middle_row(still, 0.9)
    assert middle_row(moving, 0.2) != middle_row(moving, 0.9)
