from __future__ import annotations

from copingkit.tools.helplines.model import OwnLine
from copingkit.tools.helplines.records import OWN_LINE


def lines_of(line: OwnLine) -> list[str]:
    return [each.text for each in OWN_LINE.lines(line)]


def test_every_text_of_an_own_line_is_found_by_search() -> None:
    line = OwnLine("Night nurse", "0170 555 0142", "22:00 to 6:00", "ask for Jo")

    assert lines_of(line) == ["Night nurse · 0170 555 0142", "22:00 to 6:00", "ask for Jo"]


def test_recently_removed_shows_what_there_is() -> None:
    assert lines_of(OwnLine("", "0170 555 0142")) == ["0170 555 0142"]
    assert lines_of(OwnLine("Night nurse")) == ["Night nurse"]


def test_the_kind_keeps_its_name() -> None:
    assert (OWN_LINE.name, OWN_LINE.tool, OWN_LINE.format) == (
        "helplines.own_line",
        "helplines",
        0,
    )
    assert OWN_LINE.occurred_at(OwnLine("Night nurse")) is None
