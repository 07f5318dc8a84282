"""The prints of a plan: a page, the same in large print, and a card for the wallet."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from copingkit.tools.safety_plan import prompts
from copingkit.tools.safety_plan.view import wallet_card
from copingkit.tools.safety_plan.view.sheet_text import (
    Entry,
    Material,
    PrintedStep,
    printed_steps,
    version_mark,
)
from copingkit.ui.language import translate
from copingkit.ui.print_sheet import Form, Section, Sheet, printout
from copingkit.ui.print_text import Block, Text
from copingkit.ui.printing import Printout

_PAGE_SIZE: Final = 12  # points
_LARGE_SIZE: Final = 18
_TITLE: Final = 1.7  # times the size of the text
_DETAIL: Final = 0.9
_INDENT: Final = 1.1
_FOOTER: Final = 0.75


class PrintKind(StrEnum):
    """The kinds of print; the page and the others come on A4 or Letter."""

    PAGE = "page"
    LARGE = "large"
    CARD = "card"


def make(kind: PrintKind, material: Material, paper: str) -> Printout:
    """The print of that kind on "A4" or "Letter"."""
    if kind is PrintKind.CARD:
        return wallet_card.card(material, paper)
    if kind is PrintKind.LARGE:
        return printout(_sheet(material, _LARGE_SIZE), Form(paper))
    # a plan of usual length goes on one page; what is too long for that gets all the air it needs
    columns = (Form(paper, margin=margin, columns=2) for margin in (13, 10))
    return printout(_sheet(material, _PAGE_SIZE), Form(paper), Form(paper, margin=13), *columns)


def _sheet(material: Material, size: float) -> Sheet:
    title = translate("Prints", "My safety plan")
    steps = printed_steps(material, prompts.load())
    return Sheet(
        heading=(Text(title, size * _TITLE, bold=True),),
        sections=tuple(_section(step, size) for step in steps),
        footer=version_mark(material),
        page_of=translate("Prints", "page {page} of {pages}"),
        footer_size=size * _FOOTER,
    )


def _section(step: PrintedStep, size: float) -> Section:
    again = translate("Prints", "{step} (continued)").replace("{step}", step.title)
    return Section(
        Text(step.title, size, bold=True, above=size * 0.7),
        Text(again, size, bold=True, above=size * 0.7),
        tuple(_block(entry, size) for entry in step.entries),
    )


def _block(entry: Entry, size: float) -> Block:
    indent = size * _INDENT
    line = Text(entry.text, size, indent=indent, above=size * 0.1, mark="•")
    return (line, *(Text(detail, size * _DETAIL, indent=indent) for detail in entry.details))
