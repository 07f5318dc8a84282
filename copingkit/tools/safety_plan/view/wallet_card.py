"""A card for the wallet: eight panels on one sheet that fold to the size of a bank card.

Left column: outside, two inside, outside; right column: four inside. Folded along the middle
with the print outwards and then back and forth, the two outside panels enclose the others.
They carry a word of the person's own choice and the version, and nothing about illness.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from copingkit.tools.safety_plan import prompts
from copingkit.tools.safety_plan.view.sheet_text import (
    Material,
    PrintedStep,
    printed_steps,
    version_mark,
)
from copingkit.ui.language import translate
from copingkit.ui.print_text import Block, Laid, Text
from copingkit.ui.printing import MILLIMETRE, Printout

WIDTH: Final = 85.6 * MILLIMETRE  # ISO/IEC 7810, the size of a bank card
HEIGHT: Final = 54.0 * MILLIMETRE
COLUMNS, ROWS = 2, 4
_PAD: Final = 4 * MILLIMETRE
_TICK: Final = 4 * MILLIMETRE
_SIZES: Final = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)  # points; the largest that fits
_INSIDE: Final = ((0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (1, 3))  # column, row in reading order


def card(material: Material, paper: str) -> Printout:
    """The card on one sheet of that paper, with a frame to cut and marks to fold."""
    panels = _panels(printed_steps(material, prompts.load()))
    mark = version_mark(material)
    title = material.card_title.strip() or translate("Prints", "My card")
    inside = [_fitted(panel) for panel in panels]

    def draw(painter: QPainter) -> None:
        left, top = _corner(paper)
        _draw_cover(painter, QPointF(left, top), title, mark)
        for (column, row), laid in zip(_INSIDE, inside, strict=False):
            laid.draw(painter, left + column * WIDTH + _PAD, top + row * HEIGHT + _PAD)
        _draw_marks(painter, left, top)
        _draw_words(painter, paper, left, top + ROWS * HEIGHT, mark)

    return Printout(paper, (draw,))


def _corner(paper: str) -> tuple[float, float]:
    """Where the upper left corner of the card lies on the sheet, in points."""
    size = Printout(paper, ()).size
    left = (size.width() - COLUMNS * WIDTH) / 2
    return left, (size.height() - ROWS * HEIGHT) / 3


def _panels(steps: list[PrintedStep]) -> list[list[PrintedStep]]:
    """One step a panel; where there are more steps than panels the last ones share one."""
    last = len(_INSIDE) - 1
    return [[step] for step in steps[:last]] + ([steps[last:]] if steps[last:] else [])


def _fitted(panel: list[PrintedStep]) -> Laid:
    """The panel at the largest size at which it fits, or else as much of it as fits."""
    for size in _SIZES:
        if (laid := _laid(panel, size)).height <= _room():
            return laid
    return _shortened(panel)


def _shortened(panel: list[PrintedStep]) -> Laid:
    """As much as fits at the smallest size, and how much more the page has."""
    size = _SIZES[-1]
    left_out = 0
    while (laid := _laid(panel, size, left_out)).height > _room():
        longest = max(range(len(panel)), key=lambda index: len(panel[index].entries))
        step = panel[longest]
        if len(step.entries) <= 1:
            return Laid(_cut(panel, size), WIDTH - 2 * _PAD)
        panel = [*panel]
        panel[longest] = replace(step, entries=step.entries[:-1])
        left_out += 1
    return laid


def _cut(panel: list[PrintedStep], size: float) -> Block:
    """Single entries too long for a panel: the beginning of each, and that the page has more."""
    share = int(_room() / len(panel) / (size * 2) * 20)
    kept = [
        replace(
            s, entries=tuple(replace(e, text=_start(e.text, share), details=()) for e in s.entries)
        )
        for s in panel
    ]
    return _block(kept, size, 0)


def _start(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[:length].rstrip()} …"


def _room() -> float:
    return HEIGHT - 2 * _PAD


def _laid(panel: list[PrintedStep], size: float, left_out: int = 0) -> Laid:
    return Laid(_block(panel, size, left_out), WIDTH - 2 * _PAD)


def _block(panel: list[PrintedStep], size: float, left_out: int) -> Block:
    texts: list[Text] = []
    for step in panel:
        texts.append(Text(step.title, size, bold=True, above=size * 0.4 if texts else 0))
        for entry in step.entries:
            texts.append(Text(entry.text, size, indent=size, mark="•"))
            texts.extend(Text(detail, size * 0.9, indent=size) for detail in entry.details)
    if left_out:
        more = translate("Prints", "%n more on the full page", "", left_out)
        texts.append(Text(more, size * 0.9, indent=size))
    return tuple(texts)


def _draw_cover(painter: QPainter, corner: QPointF, title: str, mark: str) -> None:
    cover = Laid((Text(title, 14, bold=True), Text(mark, 8, above=4)), WIDTH - 2 * _PAD)
    middle = corner.y() + (HEIGHT - cover.height) / 2
    cover.draw(painter, corner.x() + _PAD, middle)


def _draw_marks(painter: QPainter, left: float, top: float) -> None:
    """A frame to cut along, dotted folds, and ticks outside the frame at each fold."""
    right, bottom = left + COLUMNS * WIDTH, top + ROWS * HEIGHT
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(Qt.GlobalColor.black, 0.5))
    painter.drawRect(QRectF(QPointF(left, top), QPointF(right, bottom)))
    folds = [QLineF(left, top + row * HEIGHT, right, top + row * HEIGHT) for row in range(1, ROWS)]
    folds.append(QLineF(left + WIDTH, top, left + WIDTH, bottom))
    for fold in folds:
        painter.setPen(QPen(Qt.GlobalColor.black, 0.5, Qt.PenStyle.SolidLine))
        along = fold.unitVector()
        painter.drawLine(QLineF(fold.p1(), fold.p1() - QPointF(along.dx(), along.dy()) * _TICK))
        painter.drawLine(QLineF(fold.p2(), fold.p2() + QPointF(along.dx(), along.dy()) * _TICK))
        painter.setPen(QPen(Qt.GlobalColor.gray, 0.4, Qt.PenStyle.DotLine))
        painter.drawLine(fold)
    painter.setPen(QPen(Qt.GlobalColor.black))


def _draw_words(painter: QPainter, paper: str, left: float, below: float, mark: str) -> None:
    """How to fold it and which version it is, outside the frame, to be cut away."""
    how = translate(
        "Prints",
        "Cut along the frame. Fold along the long line, print outwards. "
        "Then fold along the short lines, back and forth.",
    )
    page = translate("Prints", "page {page} of {pages}").replace("{page}", "1")
    said = f"{mark} · {page.replace('{pages}', '1')} · {paper}"
    words = Laid((Text(how, 9), Text(said, 9, above=4)), COLUMNS * WIDTH)
    words.draw(painter, left, below + 2 * _TICK)
