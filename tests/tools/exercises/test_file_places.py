"""Lines of places in TOML texts, against texts whose lines are known as they are made."""

from __future__ import annotations

import json
import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from copingkit.tools.exercises.file_places import Place, line_of, lines, shown

TEXT = """# a comment
title = "a = b"  # not a key
"quoted" = 1

[source]
work = '''
[not.a.table]
key = 1
'''
year = 2020
[[guided]]
say = \"\"\"one line\"\"\"
[[guided]]
[[guided.choices]]  # inside the second
'to' = "x"
many = [
  "a = 1",
]
[breathing.pattern]
hold = 1
"""


def test_keys_and_tables_have_their_lines() -> None:
    assert lines(TEXT.replace('\\"', '"')) == {
        ("title",): 2,
        ("quoted",): 3,
        ("source",): 5,
        ("source", "work"): 6,
        ("source", "year"): 10,
        ("guided", 0): 11,
        ("guided",): 11,
        ("guided", 0, "say"): 12,
        ("guided", 1): 13,
        ("guided", 1, "choices", 0): 14,
        ("guided", 1, "choices"): 14,
        ("guided", 1, "choices", 0, "to"): 15,
        ("guided", 1, "choices", 0, "many"): 16,
        ("breathing", "pattern"): 19,
        ("breathing", "pattern", "hold"): 20,
    }


def test_what_has_no_line_takes_the_nearest_around_it() -> None:
    found = lines("a = 1\n[b]\nc = 2\n")
    assert line_of(found, ("b", "c", 3, "d")) == 3
    assert line_of(found, ("b", "x")) == 2
    assert line_of(found, ("x",)) == 1


def test_a_place_is_told_as_people_count() -> None:
    assert shown(("guided", 1, "choices", 0)) == "guided[2].choices[1]"
    assert shown(()) == ""


keys = st.from_regex(r"[a-z_-]{1,5}", fullmatch=True)
values = st.text(st.characters(exclude_categories=("C", "Zl", "Zp"))).map(
    lambda text: json.dumps(text, ensure_ascii=False)
)


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, dict[Place, int]]:
    """A text of plain keys, tables and lists of tables, and the line of each."""
    rows: list[str] = []
    known: dict[Place, int] = {}

    def write(row: str, place: Place) -> None:
        rows.extend(draw(st.lists(st.sampled_from(["", "# x = 1", "  "]), max_size=2)))
        rows.append(row)
        known[place] = len(rows)

    def write_keys(place: Place) -> None:
        for key in draw(st.lists(keys, unique=True, max_size=3)):
            write(f"{key} = {draw(values)}", (*place, key))

    write_keys(())
    for number, name in enumerate(draw(st.lists(keys, unique=True, max_size=3))):
        table = f"t{number}{name}"
        count = draw(st.integers(0, 3))
        if not count:
            write(f"[{table}]", (table,))
            write_keys((table,))
        for index in range(count):
            write(f"[[{table}]]", (table, index))
            write_keys((table, index))
    return "\n".join(rows), known


@given(texts())
def test_every_place_of_a_made_up_file_is_found(made: tuple[str, dict[Place, int]]) -> None:
    text, known = made
    tomllib.loads(text)
    found: dict[Any, int] = lines(text)
    assert {place: found[place] for place in known} == known
