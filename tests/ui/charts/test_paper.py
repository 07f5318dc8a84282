"""A figure on paper: lines, no picture; words that another program can read."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QPainter

from copingkit.ui import printing
from copingkit.ui.charts.figure import Figure
from copingkit.ui.charts.paper import PaperFigure
from tests.support import pdfs
from tests.support.figures import bars, plot, series
from tests.support.looks import dress

pytestmark = pytest.mark.usefixtures("dressed")

FIGURES: list[Figure] = [
    plot(series("before", [80, None, 40]), series("after", [60, 50, 20])),
    bars((4, 1, 0), (2, 0, 1), names=("river park", "alone")),
]


def printed(figure: Figure, width: float = 480) -> bytes:
    piece = PaperFigure(figure, width)

    def page(painter: QPainter) -> None:
        piece.draw(painter, 50, 60)

    return printing.pdf(printing.Printout("A4", (page,)))


@pytest.mark.parametrize("figure", FIGURES)
def test_words_are_text_and_lines_are_lines(figure: Figure, tmp_path: Path) -> None:
    content = printed(figure)
    said = pdfs.flat(content, tmp_path)
    for words in (figure.title, figure.summary, figure.note):
        assert words in said
    listed = subprocess.run(
        ["pdfimages", "-list", str(tmp_path / "read-back.pdf")], capture_output=True, check=True
    )
    assert len(listed.stdout.splitlines()) == 2  # the head of an empty list


def test_numbers_names_and_legend_can_be_read(tmp_path: Path) -> None:
    curve = pdfs.flat(printed(FIGURES[0]), tmp_path)
    for words in ("before", "after", "How likely, in percent", "In their order", "75", "100"):
        assert words in curve
    lying = pdfs.flat(printed(FIGURES[1]), tmp_path)
    for words in ("Place", "river park", "People", "alone", "and 3 more", "Hatched"):
        assert words in lying


@pytest.mark.parametrize("figure", FIGURES)
def test_it_keeps_to_its_box(figure: Figure, tmp_path: Path) -> None:
    piece = PaperFigure(figure, 300)
    assert piece.line_count == 1
    for word, left, top, right, bottom in pdfs.words(printed(figure, 300), tmp_path):
        assert 49 <= left <= right <= 351, word
        assert 59 <= top <= bottom <= 61 + piece.height, word


def test_paper_does_not_follow_the_theme(tmp_path: Path) -> None:
    dress("light", 100)
    light = PaperFigure(FIGURES[0], 300).height
    dress("dark", 200)
    assert PaperFigure(FIGURES[0], 300).height == light
    larger = PaperFigure(FIGURES[0], 300, size=14)
    assert larger.height > light
