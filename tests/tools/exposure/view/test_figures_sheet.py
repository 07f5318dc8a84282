"""The figures of a ladder on paper."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure.trial import After, Before, CameTrue
from copingkit.tools.exposure.view.figures import of_ladder
from copingkit.tools.exposure.view.figures_sheet import figures_print
from copingkit.tools.exposure.view.paper import LARGE, USUAL, Paper
from copingkit.ui.printing import pdf
from tests.support import pdfs
from tests.support.exposures import done

TRIALS = [
    done(f"t{n}", day=n, before=Before("x", 80 - 10 * n), after=After("y", CameTrue.NO, 50, "z", 9))
    for n in range(6)
]


@pytest.mark.parametrize("size", [USUAL, LARGE])
def test_every_figure_is_there_as_text_and_whole(qtbot: QtBot, tmp_path: Path, size: float) -> None:
    figures = of_ladder(TRIALS)
    assert len(figures) > 2
    paper = Paper("A4", size, datetime(2026, 4, 1, tzinfo=UTC))
    made = pdf(figures_print("Dogs", figures, paper))
    pdfs.check(made, tmp_path)
    said = pdfs.flat(made, tmp_path)
    places = [said.index(figure.title) for figure in figures]
    assert "My figures My fear Dogs" in said
    assert places == sorted(places)
    for figure in figures:
        assert figure.summary in said
        assert figure.note in said
