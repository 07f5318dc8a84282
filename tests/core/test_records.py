"""What a kind of record says about itself."""

from __future__ import annotations

from dataclasses import dataclass

from copingkit.core.records import Line, RecordKind


@dataclass(frozen=True)
class Note:
    text: str


def test_the_format_is_the_number_of_migrations() -> None:
    kind = RecordKind("cards.note", Note, lambda note: [Line(note.text)])
    assert kind.format == 0
    later = RecordKind("cards.note", Note, kind.lines, migrations=(dict, dict))
    assert later.format == 2


def test_a_kind_belongs_to_the_tool_before_the_dot() -> None:
    kind = RecordKind("cards.note", Note, lambda note: [Line(note.text)])
    assert kind.tool == "cards"
    assert kind.occurred_at(Note("x")) is None
    assert list(kind.lines(Note("x"))) == [Line("x", "")]


def test_a_list_shows_the_first_row_of_a_line() -> None:
    assert Line("Call Mira\nafter six").shown == "Call Mira"
    assert Line("Call Mira").shown == "Call Mira"
