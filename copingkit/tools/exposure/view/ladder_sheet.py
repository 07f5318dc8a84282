"""A ladder on paper: the fear, why it is worth it, the situations, and room to write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from copingkit.tools.exposure.body import exposure_of
from copingkit.tools.exposure.ladder import Item, ItemKind, Ladder
from copingkit.tools.exposure.rungs import in_order
from copingkit.tools.exposure.view.paper import Paper
from copingkit.tools.exposure.view.words import circumstances, kind_name
from copingkit.ui.language import translate
from copingkit.ui.print_sheet import Section
from copingkit.ui.print_text import Block, Piece
from copingkit.ui.printing import Printout

_UNSAID = "–"
_MORE = 5  # empty lines for what may be added by hand


def ladder_print(ladder: Ladder, paper: Paper, *, to_write_on: bool = True) -> Printout:
    """The ladder in its order; what is put away is left out.

    `to_write_on` leaves an empty line under each situation and some at the end.
    """
    about = paper.small(
        translate("Exposure", "The number is the distress that I expect, from 0 to 100.")
    )
    marks = [(item, _UNSAID if item.suds is None else str(item.suds)) for item in in_order(ladder)]
    indent = paper.room_for(mark for _, mark in marks)
    blocks = [_block(item, mark, paper, indent, to_write_on=to_write_on) for item, mark in marks]
    sections = (
        paper.paragraphs(translate("Exposure", "My fear"), ladder.fear),
        paper.paragraphs(translate("Exposure", "What it costs me"), ladder.cost),
        paper.paragraphs(translate("Exposure", "Why facing it is worth it to me"), ladder.why),
        paper.section(translate("Exposure", "Situations"), blocks, (about,)),
        _room(paper) if to_write_on else None,
    )
    return paper.print_of(translate("Exposure", "My ladder"), sections)


def _block(item: Item, mark: str, paper: Paper, indent: float, *, to_write_on: bool) -> Block:
    situation = replace(paper.line(item.situation, mark, indent), above=paper.size * 0.6)
    pieces: list[Piece] = [situation]
    pieces += [paper.small(text, indent) for text in _details(item)]
    if to_write_on:
        pieces.append(paper.to_write_on(indent))
    return tuple(pieces)


def _details(item: Item) -> Iterator[str]:
    if item.kind is not ItemKind.IN_WORLD:
        yield kind_name(item.kind)
    if where := circumstances(item.contexts):
        yield where
    if item.safety_behaviours:
        listed = ", ".join(each.text for each in item.safety_behaviours)
        yield translate("Exposure", "without: {what}").replace("{what}", listed)
    if item.clinician_led:
        yield translate("Exposure", "with my clinician")
    if (exposure := exposure_of(item)) is not None:
        yield exposure.caution
        yield exposure.stop_if
    if item.notes.strip():
        yield item.notes


def _room(paper: Paper) -> Section | None:
    title = translate("Exposure", "What else I could try")
    return paper.section(title, [(paper.to_write_on(),) for _ in range(_MORE)])
