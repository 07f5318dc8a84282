"""Which entries each step takes and which fields they have, so that one editor serves them all."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from copingkit.core.ids import new_id
from copingkit.tools.safety_plan.model import Item, Sort, Step


class Shape(Enum):
    """What a field holds, and so how it is asked for."""

    LINE = "line"
    ENTRY = "entry"  # text that wraps; Enter ends it
    PARAGRAPH = "paragraph"
    PHONE = "phone"
    SCALE = "scale"  # 0-10 or nothing
    FLAG = "flag"
    DATE = "date"  # or nothing


class FieldSpec(NamedTuple):
    """One field of an entry: the attribute of `Item` that keeps it, and its shape."""

    name: str
    shape: Shape


TEXT = FieldSpec("text", Shape.LINE)
LONG_TEXT = FieldSpec("text", Shape.ENTRY)
LIKELIHOOD = FieldSpec("likelihood", Shape.SCALE)
OBSTACLE = FieldSpec("obstacle", Shape.LINE)
WORKAROUND = FieldSpec("workaround", Shape.LINE)
RELATION = FieldSpec("relation", Shape.LINE)
ROLE = FieldSpec("role", Shape.LINE)
PHONE = FieldSpec("phone", Shape.PHONE)
HOURS = FieldSpec("hours", Shape.LINE)
SAY = FieldSpec("say", Shape.PARAGRAPH)
ADDRESS = FieldSpec("address", Shape.LINE)
TOLD = FieldSpec("told", Shape.FLAG)
HELPER = FieldSpec("helper", Shape.LINE)
DUE = FieldSpec("due", Shape.DATE)
DONE = FieldSpec("done", Shape.FLAG)

_FORMS: dict[Step, dict[Sort, tuple[FieldSpec, ...]]] = {
    Step.WARNING_SIGNS: {Sort.ENTRY: (LONG_TEXT,)},
    Step.COPING_STRATEGIES: {Sort.ENTRY: (LONG_TEXT, LIKELIHOOD, OBSTACLE, WORKAROUND)},
    Step.DISTRACTIONS: {
        Sort.PERSON: (TEXT, RELATION, PHONE, HOURS, SAY),
        Sort.PLACE: (TEXT, ADDRESS, HOURS),
    },
    Step.CONTACTS: {Sort.PERSON: (TEXT, RELATION, PHONE, HOURS, SAY, TOLD)},
    Step.PROFESSIONALS: {Sort.PROFESSIONAL: (TEXT, ROLE, PHONE, HOURS, ADDRESS)},
    Step.MEANS_SAFETY: {Sort.ACTION: (LONG_TEXT, HELPER, DUE, DONE)},
    Step.REASONS_FOR_LIVING: {Sort.ENTRY: (LONG_TEXT,)},
}


def sorts(step: Step) -> tuple[Sort, ...]:
    """The sorts of entries that a step takes, in the order in which they are offered."""
    return tuple(_FORMS[step])


def fields(step: Step, sort: Sort) -> tuple[FieldSpec, ...]:
    """The fields of such an entry, the text first; raises KeyError when the step takes none."""
    return _FORMS[step][sort]


def new_item(sort: Sort, text: str, *, as_suggested: bool = False) -> Item:
    """A fresh entry with an id of its own."""
    return Item(new_id(), sort, text, as_suggested=as_suggested)


def all_text(item: Item) -> str:
    """Everything written in an entry, its text first, one field a row; for searching."""
    rows = (
        item.text,
        item.relation,
        item.role,
        item.phone,
        item.hours,
        item.address,
        item.say,
        item.obstacle,
        item.workaround,
        item.helper,
    )
    return "\n".join(row for row in rows if row)
