"""The crisis lines that ship with the program, one country read at a time."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from copingkit.core import assets, folding
from copingkit.core.errors import ContentDamaged
from copingkit.tools.helplines.model import Helpline, Kind, in_order

_INDEX = "helplines/countries.toml"
_TEXTS = ("name", "phone", "sms", "sms_keyword", "hours", "languages", "url", "hint", "notes")


@dataclass(frozen=True, slots=True)
class Country:
    """A country of the table: ISO 3166 code, English name, emergency numbers, date checked."""

    code: str
    name: str
    emergency: tuple[str, ...]
    checked: date


@cache
def countries() -> tuple[Country, ...]:
    """All countries of the table by name; raises ContentDamaged."""
    table = assets.read_table(_INDEX)
    try:
        found = [_country(code, entry) for code, entry in table.items()]
    except (KeyError, TypeError, AttributeError) as error:
        raise ContentDamaged(_INDEX) from error
    return tuple(sorted(found, key=lambda country: folding.fold(country.name)))


@cache
def lines(code: str) -> tuple[Helpline, ...]:
    """The lines of a country in the order to show them; none for a country not in the table.

    Takes about a millisecond the first time. Raises ContentDamaged.
    """
    name = f"helplines/{code}.toml"
    if not re.fullmatch("[A-Z]{2}", code):
        return ()
    if not (assets.root() / name).is_file() and all(code != each.code for each in countries()):
        return ()
    table = assets.read_table(name)
    try:
        return in_order(tuple(_line(code, entry) for entry in table["line"]))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ContentDamaged(name) from error


def usual_emergency_numbers() -> tuple[tuple[str, int], ...]:
    """The numbers that reach help in most countries of the table, each with how many they are.

    Only each country's first number counts, and only numbers of at least three countries. Raises
    ContentDamaged.
    """
    first = Counter(country.emergency[0] for country in countries())
    return tuple((number, count) for number, count in first.most_common() if count >= 3)


def _country(code: str, entry: dict[str, Any]) -> Country:
    emergency = tuple(_text(number) for number in entry["emergency"])
    if not emergency:
        raise KeyError(code)
    return Country(code, _text(entry["name"]), emergency, _date(entry["checked"]))


def _line(code: str, entry: dict[str, Any]) -> Helpline:
    texts = {key: _text(entry.get(key, "")) for key in _TEXTS}
    if not texts["name"] or not (texts["phone"] or texts["sms"]):
        raise KeyError(code)
    return Helpline(
        country=code,
        kind=Kind(entry["kind"]),
        sources=tuple(_text(source) for source in entry["sources"]),
        checked=_date(entry["checked"]),
        one_source=entry.get("one_source", False) is True,
        **texts,
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value).__name__)
    return value


def _date(value: object) -> date:
    if not isinstance(value, date):
        raise TypeError(type(value).__name__)
    return value
