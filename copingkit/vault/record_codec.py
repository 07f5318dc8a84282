"""Typed values to JSON text and back, through the migrations of their kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, TypeVar

import msgspec

from copingkit.core.errors import NewerFormat
from copingkit.core.folding import words
from copingkit.core.records import JsonObject, Line, RecordKind

T = TypeVar("T")

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_encode = msgspec.json.Encoder(order="deterministic").encode


class BodyMismatch(Exception):
    """A stored body does not fit its type: a migration is missing. Says where, never what."""

    def __init__(self, kind: str, where: str) -> None:
        super().__init__(f"{kind}: {where}")
        self.where = where


@cache
def _decoder(kind: type[T]) -> Callable[[str], T]:
    return msgspec.json.Decoder(kind).decode


def encode(value: object) -> str:
    """`value` as JSON text; equal values give equal texts."""
    return _encode(value).decode()


def decode(kind: RecordKind[T], format_: int, body: str) -> T:
    """The value of a body of format `format_`; raises NewerFormat, BodyMismatch."""
    if format_ == kind.format:
        return _checked(kind, lambda: _decoder(kind.type)(body))
    return decode_object(kind, format_, msgspec.json.decode(body, type=JsonObject))


def decode_object(kind: RecordKind[T], format_: int, body: JsonObject) -> T:
    """The value of a body given as a JSON object; raises NewerFormat, BodyMismatch."""
    if format_ > kind.format:
        raise NewerFormat(kind.name)
    for migration in kind.migrations[format_:]:
        body = migration(body)
    return _checked(kind, lambda: msgspec.convert(body, kind.type))


def _checked(kind: RecordKind[Any], make: Callable[[], T]) -> T:
    """What `make` gives; msgspec's own message may quote what a person wrote and is dropped."""
    try:
        return make()
    except (msgspec.DecodeError, UnicodeError) as error:
        where = str(error).rpartition(" - at ")[2] if isinstance(error, _INVALID) else "$"
    raise BodyMismatch(kind.name, where.strip("`"))


_INVALID = msgspec.ValidationError


def lines(kind: RecordKind[T], value: T) -> list[Line]:
    """The searchable lines of a value."""
    return list(kind.lines(value))


def search_words(kind: RecordKind[T], value: T) -> str:
    """The folded words of all lines, parted by spaces, as the search table keeps them."""
    return " ".join(word for line in kind.lines(value) for word in words(line.text))


def to_micros(moment: datetime) -> int:
    """An aware time as microseconds since 1970."""
    return (moment - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """Microseconds since 1970 as an aware time in UTC."""
    return _EPOCH + timedelta(microseconds=micros)
