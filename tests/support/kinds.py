"""Kinds of records for tests of the store, and all kinds whose formats are tested."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from copingkit.core.records import JsonObject, Line, RecordKind


@dataclass(frozen=True)
class Entry:
    """One line of a page, as a tool's item would be."""

    id: str
    text: str


@dataclass(frozen=True)
class Page:
    """A titled list with a time, as most records are."""

    title: str
    entries: tuple[Entry, ...] = ()
    happened_at: datetime | None = None
    rating: int | None = None
    marks: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Note:
    """The smallest record; its format 0 called the text `words`, its format 1 had no stars."""

    text: str
    stars: int = 0


def _page_lines(page: Page) -> list[Line]:
    return [Line(page.title), *(Line(entry.text, entry.id) for entry in page.entries)]


def _rename_words(body: JsonObject) -> JsonObject:
    return {"text": body["words"]}


def _add_stars(body: JsonObject) -> JsonObject:
    return {**body, "stars": 0}


PAGE: RecordKind[Page] = RecordKind(
    "sample.page", Page, _page_lines, occurred_at=lambda page: page.happened_at
)
NOTE: RecordKind[Note] = RecordKind(
    "sample.note",
    Note,
    lambda note: [Line(note.text)] if note.text else [],
    migrations=(_rename_words, _add_stars),
)
SAMPLE_KINDS: tuple[RecordKind[Any], ...] = (PAGE, NOTE)


def kinds_under_test() -> tuple[RecordKind[Any], ...]:
    """Every kind that needs a golden file for each of its formats."""
    from copingkit.shell import registry  # late: most tests need no Qt

    return (*SAMPLE_KINDS, *registry.all_kinds().values())
