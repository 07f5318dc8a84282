"""A crisis line of a country, and a line that the person added."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What a line is for, in the words of the table."""

    EMERGENCY = "emergency"
    SUICIDE = "suicide"
    EMOTIONAL_SUPPORT = "emotional-support"
    TEXT = "text"
    YOUTH = "youth"
    VETERANS = "veterans"


ADULT = frozenset({Kind.SUICIDE, Kind.EMOTIONAL_SUPPORT})
_ORDER = (
    Kind.EMERGENCY,
    Kind.SUICIDE,
    Kind.EMOTIONAL_SUPPORT,
    Kind.TEXT,
    Kind.YOUTH,
    Kind.VETERANS,
)


@dataclass(frozen=True, slots=True)
class Helpline:
    """A line of the shipped table.

    `phone` and `sms` are written as they are dialled inside `country` (ISO 3166, two letters);
    one of them may be empty. `hours` are local time. `hint` is what a caller should know, `notes`
    what people who check the table should. `checked` is when its sources were last read;
    `one_source` says that no second source agrees on the number.
    """

    country: str
    kind: Kind
    name: str
    phone: str
    sms: str
    sms_keyword: str
    hours: str
    languages: str
    url: str
    sources: tuple[str, ...]
    checked: date
    one_source: bool
    hint: str
    notes: str


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A line that the person added; `position` counts from 0 and orders their lines."""

    name: str
    phone: str = ""
    hours: str = ""
    note: str = ""
    position: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is neither a name nor a number to keep."""
        return not (self.name.strip() or self.phone.strip())

    def tidied(self) -> OwnLine:
        """The line without spaces around its texts; the number is left as it was typed inside."""
        return replace(
            self,
            name=self.name.strip(),
            phone=self.phone.strip(),
            hours=self.hours.strip(),
            note=self.note.strip(),
        )


def in_order(lines: tuple[Helpline, ...]) -> tuple[Helpline, ...]:
    """Emergency, adults, text, young people and others; lines of one source after all of them.

    Within one group the table's own order stays.
    """
    return tuple(sorted(lines, key=lambda line: (line.one_source, _ORDER.index(line.kind))))


def is_old(checked: date, today: date) -> bool:
    """Whether more than 12 months have passed since `checked`."""
    if (checked.month, checked.day) == (2, 29):
        return today > date(checked.year + 1, 3, 1)
    return today > checked.replace(year=checked.year + 1)


def text_link(dialled: str, keyword: str) -> str:
    """The `sms:` address (RFC 5724) that starts a text message with `keyword` in it, if any."""
    from urllib.parse import quote  # late: costs milliseconds that the first screen can do without

    address = "sms:" + quote(dialled, safe="+*")
    return f"{address}?body={quote(keyword)}" if keyword else address
