"""Finds the line of a place in a TOML text, which the standard library's reader does not tell."""

from __future__ import annotations

import re
from collections import Counter

Place = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([A-Za-z0-9_.\"' -]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"^\s*([A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*')\s*=")
_QUOTES = ('"""', "'''")


def shown(place: Place) -> str:
    """A place as it is told: ("guided", 1, "say") is "guided[2].say"."""
    parts = [f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in place]
    return "".join(parts).removeprefix(".")


def lines(text: str) -> dict[Place, int]:
    """The line (from 1) of every table and key; what stands inside a value has its key's line."""
    found: dict[Place, int] = {}
    counted: Counter[Place] = Counter()
    table: Place = ()
    open_quotes = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if open_quotes:
            open_quotes = _still_open(line, open_quotes)
            continue
        header, key = _HEADER.match(line), _KEY.match(line)
        if header:
            table = _table(header[1], header[2], counted)
            found.setdefault(table, number)
            if header[1] == "[[":
                found.setdefault(table[:-1], number)  # the list begins with its first table
        elif key:
            found.setdefault((*table, _bare(key[1])), number)
            open_quotes = _opened(line)
    return found


def line_of(found: dict[Place, int], place: Place) -> int:
    """The line of a place, else of the nearest one around it; the first line at last."""
    while place and place not in found:
        place = place[:-1]
    return found.get(place, 1)


def _table(brackets: str, name: str, counted: Counter[Place]) -> Place:
    place: Place = ()
    parts = [_bare(part.strip()) for part in name.split(".")]
    for depth, part in enumerate(parts):
        place = (*place, part)
        if brackets == "[[" and depth == len(parts) - 1:
            counted[place] += 1
        if counted[place]:
            place = (*place, counted[place] - 1)
    return place


def _bare(key: str) -> str:
    return key[1:-1] if key[:1] in {'"', "'"} else key


def _opened(line: str) -> str:
    """The quotes of a text that goes on in the next line; empty when there is none."""
    value = line.partition("=")[2].strip()
    opened = value[:3]
    return opened if opened in _QUOTES and opened not in value[3:] else ""


def _still_open(line: str, quotes: str) -> str:
    return "" if quotes in line else quotes
