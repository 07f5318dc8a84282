"""Typed values to JSON text and back, through the migrations of their kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import msgspec

from copingkit.core.errors import DatabaseDamaged, NewerFormat
from copingkit.core.folding import words
from copingkit.core.records import JsonObject, Line, RecordKind

T = TypeVar("T")

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_encode = msgspec.json.Encoder(order="deterministic").encode
_decoders: dict[type[Any], Callable[[str], Any]] = {}


_FILE = "vault.db"


class BodyMismatch(DatabaseDamaged):
    """A stored body does not fit its type or its migrations. Says where, never what."""

    def __init__(self, kind: str, where: str) -> None:
        super().__init__(_FILE)
        self.args = (_FILE, kind, where)
        self.where = where


def _decoder(type_: type[Any]) -> Callable[[str], Any]:
    """Made once for each type, since making one takes longer than decoding."""
    if type_ not in _decoders:
        _decoders[type_] = msgspec.json.Decoder(type_).decode
    return _decoders[type_]


def encode(value: object) -> str:
    """`value` as JSON text; equal values give equal texts."""
    return _encode(value).decode()


def decode(kind: RecordKind[T], format_: int, body: str) -> T:
    """The value of a body of format `format_`.

    Raises NewerFormat, BodyMismatch, and DatabaseDamaged for what is no JSON (see `schema`).
    """
    content = _json(body, kind.type if format_ == kind.format else JsonObject, kind)
    if format_ == kind.format:
        value: T = content
        return value
    return decode_object(kind, format_, content)


def decode_object(kind: RecordKind[T], format_: int, body: JsonObject) -> T:
    """The value of a body given as a JSON object; raises NewerFormat, BodyMismatch."""
    must_be_known(kind, format_)
    try:
        for migration in kind.migrations[format_:]:
            body = migration(body)
        return msgspec.convert(body, kind.type)
    except msgspec.ValidationError as error:
        where = place_in(error)
    except (LookupError, TypeError, ValueError, AttributeError):  # a migration met what it
        where = ""  # does not know; its message may quote the body
    raise BodyMismatch(kind.name, where)


def must_be_known(kind: RecordKind[Any], format_: int) -> None:
    """Raise NewerFormat for a body of a format that this program does not know yet."""
    if format_ > kind.format:
        raise NewerFormat(_FILE)


def place_in(error: Exception) -> str:
    """Where in a document msgspec met `error` ("records[3].id"); "" for the whole of it.

    The rest of its message may quote what a person wrote and is dropped.
    """
    if not isinstance(error, msgspec.ValidationError):
        return ""
    place = str(error).rpartition(" - at `$")[2] if " - at `$" in str(error) else ""
    return place.rstrip("`").removeprefix(".")


def _json(body: str, type_: Any, kind: RecordKind[Any]) -> Any:
    try:
        return _decoder(type_)(body)
    except msgspec.ValidationError as error:
        found: Exception = BodyMismatch(kind.name, place_in(error))
    except (msgspec.DecodeError, UnicodeError):
        found = DatabaseDamaged(_FILE)
    raise found


def lines(kind: RecordKind[T], value: T) -> list[Line]:
    """The searchable lines of a value."""
    return list(kind.lines(value))


def search_words(kind: RecordKind[T], value: T) -> str:
    """The folded words of all lines, parted by spaces, as the search table keeps them."""
    each = [words(line.text) for line in kind.lines(value)]
    return " ".join([" ".join(found) for found in each if found])


def to_micros(moment: datetime) -> int:
    """An aware time as microseconds since 1970."""
    return (moment - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """Microseconds since 1970 as an aware time in UTC."""
    return _EPOCH + timedelta(microseconds=micros)
