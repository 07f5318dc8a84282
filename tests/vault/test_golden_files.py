"""Every format that a kind of record ever had is still read.

A body as each format stored it lies in `tests/data/golden/<kind>/<format>.json`. Such a file is
added with the format and never changed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from copingkit.core.errors import NewerFormat
from copingkit.core.records import RecordKind
from copingkit.vault import record_codec
from tests.support.kinds import NOTE, Note, kinds_under_test

GOLDEN = Path(__file__).parents[1] / "data" / "golden"
KINDS = kinds_under_test()
FORMATS = [(kind, number) for kind in KINDS for number in range(kind.format + 1)]


def golden(kind: RecordKind[Any], number: int) -> str:
    return (GOLDEN / kind.name / f"{number}.json").read_text(encoding="utf-8")


def test_each_kind_has_a_file_for_each_format_and_no_other() -> None:
    wanted = {f"{kind.name}/{number}.json" for kind, number in FORMATS}
    found = {str(path.relative_to(GOLDEN).as_posix()) for path in GOLDEN.rglob("*.json")}
    assert found == wanted


NOT_SEARCHED = {  # of these there is nothing to find
    "exercises.run",
    "exercises.choices",
    "exercises.draft",
    "exposure.rehearsal",
    "exposure.choices",
}


@pytest.mark.parametrize(("kind", "number"), FORMATS, ids=lambda x: getattr(x, "name", x))
def test_each_format_reads_into_the_present_type(kind: RecordKind[Any], number: int) -> None:
    value = record_codec.decode(kind, number, golden(kind, number))
    assert isinstance(value, kind.type)
    again = record_codec.decode(kind, kind.format, record_codec.encode(value))
    assert again == value
    assert bool(list(kind.lines(value))) is (kind.name not in NOT_SEARCHED)
    kind.occurred_at(value)


def test_the_migrations_do_what_they_say() -> None:
    assert record_codec.decode(NOTE, 0, golden(NOTE, 0)) == Note("from the first format", 0)
    assert record_codec.decode(NOTE, 2, golden(NOTE, 2)) == Note("from the third format", 2)


def test_a_newer_format_is_never_guessed() -> None:
    with pytest.raises(NewerFormat):
        record_codec.decode(NOTE, 3, golden(NOTE, 2))
