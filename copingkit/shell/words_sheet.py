"""The recovery words on paper: only on paper, never as a file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget

from copingkit.ui.language import translate
from copingkit.ui.printing import Printout, ask_printer

_LEFT, _TOP, _WIDTH = 72.0, 72.0, 450.0  # points
_ROW = 34.0


def print_words(parent: QWidget, words: Sequence[str], paper: str) -> None:
    """Ask for a printer and print the words on one page."""
    if words:
        ask_printer(parent, words_sheet(words, paper), lambda: None)


def words_sheet(words: Sequence[str], paper: str) -> Printout:
    """One page with the numbered words in two columns; it does not say what they open."""
    kept = tuple(words)
    return Printout(paper, (lambda painter: _draw(painter, kept),))


def _draw(painter: QPainter, words: tuple[str, ...]) -> None:
    _write(painter, QPointF(_LEFT, _TOP), translate("WordsSheet", "Twelve words to keep"), 18)
    half = (len(words) + 1) // 2
    for index, word in enumerate(words):
        place = QPointF(_LEFT + (index // half) * _WIDTH / 2, _TOP + 56 + (index % half) * _ROW)
        _write(painter, place, f"{index + 1}.  {word}", 16)
    below = _TOP + 56 + half * _ROW
    painter.drawRect(QRectF(_LEFT - 12, _TOP + 44, _WIDTH, half * _ROW + 4))
    hint = translate(
        "WordsSheet",
        "Keep this page where only you, or someone you trust, will find it. Do not photograph it.",
    )
    _write(painter, QPointF(_LEFT, below + 24), hint, 11)


def _write(painter: QPainter, place: QPointF, text: str, size: int) -> None:
    font = QFont(painter.font())
    font.setPixelSize(size)  # the painter's unit is the point here
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.black)
    box = QRectF(place.x(), place.y(), _WIDTH, 60)
    painter.drawText(box, int(Qt.TextFlag.TextWordWrap), text)
