"""How exposure looks on paper: sections, lines and a footer, in usual or large print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from copingkit.tools.exposure.view.paper_words import named
from copingkit.ui.charts.figure import Figure
from copingkit.ui.charts.print_figure import PrintFigure
from copingkit.ui.language import short_date, translate
from copingkit.ui.print_pieces import Drawn, line_to_write_on
from copingkit.ui.print_sheet import Form, Section, Sheet, printout
from copingkit.ui.print_text import Block, Text
from copingkit.ui.printing import Printout

USUAL: Final = 12.0  # points
LARGE: Final = 18.0
_TITLE: Final = 1.7  # times the size of the text
_SMALL: Final = 0.9
_FOOTER: Final = 0.75
_FIGURE: Final = 0.75
_DIGIT: Final = 0.65  # the width of a digit, generously


@dataclass(frozen=True, slots=True)
class Paper:
    """On which paper ("A4" or "Letter"), in which size (points), on which day (UTC)."""

    name: str
    size: float
    day: datetime

    def print_of(self, title: str, sections: Iterable[Section | None]) -> Printout:
        """The sheet; the title says nothing of the person, since it lies outside."""
        sheet = Sheet(
            heading=(Text(title, self.size * _TITLE, bold=True),),
            sections=tuple(section for section in sections if section is not None),
            footer=short_date(self.day),
            page_of=translate("Prints", "page {page} of {pages}"),
            footer_size=self.size * _FOOTER,
        )
        return printout(sheet, Form(self.name))

    def section(self, title: str, blocks: Iterable[Block], head: Block = ()) -> Section | None:
        """A titled section; None where it would have nothing in it."""
        made = tuple(block for block in blocks if block)
        again = translate("Prints", "{step} (continued)").replace("{step}", title)
        above = self.size * 0.7
        if not made:
            return None
        return Section(
            Text(title, self.size, bold=True, above=above),
            Text(again, self.size, bold=True, above=above),
            made,
            head,
        )

    def paragraphs(self, title: str, *texts: str) -> Section | None:
        """A titled section of paragraphs; those that say nothing are left out."""
        return self.section(title, [(self.line(text),) for text in texts if text.strip()])

    def line(self, text: str, mark: str = "", indent: float = 0) -> Text:
        """A paragraph; `mark` stands before it, in the indent (points)."""
        return Text(text, self.size, indent=indent, above=self.gap, mark=mark)

    def small(self, text: str, indent: float = 0) -> Text:
        """A smaller line, as under another one."""
        return Text(text, self.size * _SMALL, indent=indent)

    def answered(self, question: str, answer: str) -> Block:
        """A question and what was said, below it; nothing where nothing was said."""
        if not answer.strip():
            return ()
        asked = Text(question, self.size * _SMALL, above=self.gap)
        return asked, Text(answer, self.size)

    def named(self, name: str, value: str) -> Block:
        """A name and what is short enough to stand beside it; nothing without a value."""
        return (self.line(named(name, value)),) if value.strip() else ()

    def strong(self, text: str) -> Text:
        """A line that heads what is below it."""
        return Text(text, self.size, bold=True, above=self.gap)

    def room_for(self, marks: Iterable[str]) -> float:
        """The indent in which the longest of these fits, in points."""
        return self.size * (_DIGIT * max((len(mark) for mark in marks), default=0) + 0.9)

    def figure(self, figure: Figure) -> PrintFigure:
        """A figure in words that fit the size of the print."""
        return PrintFigure(figure, self.size * _FIGURE)

    def to_write_on(self, indent: float = 0) -> Drawn:
        """An empty line, as high as handwriting is."""
        return line_to_write_on(self.size * 1.9, indent)

    @property
    def gap(self) -> float:
        """Between paragraphs, in points."""
        return self.size * 0.25
