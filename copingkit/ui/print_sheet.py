"""A print of titled sections in a column or two, with a version mark and page numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtGui import QPainter

from copingkit.ui.page_flow import Measured, Placed, Room, flow
from copingkit.ui.print_pieces import parted
from copingkit.ui.print_text import Block, Laid, Text
from copingkit.ui.printing import MILLIMETRE, Printout

_GAP: Final = 20  # points between columns


@dataclass(frozen=True, slots=True)
class Section:
    """A title, the same title where the section goes on, and blocks that are never split.

    `head` stands below the title each time, as the names of columns do.
    """

    title: Text
    continued: Text
    blocks: tuple[Block, ...]
    head: Block = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """What to print: a heading, sections, and a footer; `page_of` holds {page} and {pages}.

    The footer is `footer_size` points large.
    """

    heading: Block
    sections: tuple[Section, ...]
    footer: str
    page_of: str
    footer_size: float = 9


@dataclass(frozen=True, slots=True)
class Form:
    """How to print it: "A4" or "Letter", margins in millimetres, columns."""

    paper: str
    margin: float = 16
    columns: int = 1


class _Typeset:
    """A sheet laid out in a form; draws one page at a time."""

    def __init__(self, sheet: Sheet, form: Form) -> None:
        self._sheet, self._form = sheet, form
        size = Printout(form.paper, ()).size
        self._edge = form.margin * MILLIMETRE
        self._width = size.width() - 2 * self._edge
        self._bottom = size.height() - self._edge
        gaps = _GAP * (form.columns - 1)
        self._column = (self._width - gaps) / form.columns
        self._heading = Laid(sheet.heading, self._width)
        later = self._bottom - self._edge - 2 * sheet.footer_size
        room = Room(later - self._heading.height, later, form.columns)
        self._parts = [self._lay(section, room.first) for section in sheet.sections]
        self.pages = flow([measured for measured, _ in self._parts], room)

    def _lay(self, section: Section, highest: float) -> tuple[Measured, dict[str, list[Laid]]]:
        title = Laid((section.title, *section.head), self._column)
        continued = Laid((section.continued, *section.head), self._column)
        room = highest - max(title.height, continued.height)
        blocks = [piece for block in section.blocks for piece in _pieces(block, self._column, room)]
        measured = Measured(title.height, continued.height, tuple(b.height for b in blocks))
        return measured, {"title": [title], "continued": [continued], "blocks": blocks}

    def draw(self, number: int, painter: QPainter) -> None:
        top = self._edge
        if number == 0:
            self._heading.draw(painter, self._edge, top)
            top += self._heading.height
        for placed in self.pages[number]:
            left = self._edge + placed.column * (self._column + _GAP)
            self._laid(placed).draw(painter, left, top + placed.top)
        self._draw_footer(number, painter)

    def _laid(self, placed: Placed) -> Laid:
        parts = self._parts[placed.section][1]
        if placed.block is not None:
            return parts["blocks"][placed.block]
        return parts["continued" if placed.continued else "title"][0]

    def _draw_footer(self, number: int, painter: QPainter) -> None:
        page_of = self._sheet.page_of.replace("{page}", str(number + 1))
        said = f"{self._sheet.footer} · {page_of.replace('{pages}', str(len(self.pages)))}"
        footer = Laid((Text(said, self._sheet.footer_size),), self._width)
        footer.draw(painter, self._edge, self._bottom - footer.height)


def _pieces(block: Block, width: float, room: float) -> list[Laid]:
    """The block as it is, or in halves again and again while it is higher than a column."""
    laid = Laid(block, width)
    if laid.height <= room or laid.line_count < 2:  # one line has no halves
        return [laid]
    return [piece for part in parted(block, width) for piece in _pieces(part, width, room)]


def printout(sheet: Sheet, *forms: Form) -> Printout:
    """The sheet in the first form that needs one page only, or else in the first of all."""
    made = [_Typeset(sheet, form) for form in forms[:1]]
    for form in forms[1:]:
        if len(made[-1].pages) == 1:
            break
        made.append(_Typeset(sheet, form))
    chosen = made[-1] if len(made[-1].pages) == 1 else made[0]
    pages = tuple(partial(chosen.draw, number) for number in range(len(chosen.pages)))
    return Printout(forms[made.index(chosen)].paper, pages)
