"""Turns the tables of a file into the values of the model, and collects every fault on the way."""

from __future__ import annotations

import difflib
import types
from collections.abc import Iterable
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from typing import Any, Final, TypeVar, get_args, get_origin, get_type_hints

from copingkit.core.faults import Fault, FaultReason
from copingkit.tools.exercises.file_places import Place, line_of, lines, shown

T = TypeVar("T")
_NOTHING: Final = object()


class Fields:
    """Reads values by the types of the model's fields; `faults` grows as faults are met."""

    def __init__(self, text: str) -> None:
        """`text` is the file's: its lines are looked for once there is a fault."""
        self._text = text
        self.faults: list[Fault] = []

    def blame(self, place: Place, reason: FaultReason, suggestion: str = "") -> None:
        """Note a fault."""
        self.faults.append(Fault(self._line(place), shown(place), reason, suggestion))

    def _line(self, place: Place) -> int:
        return line_of(lines(self._text), place)

    def _refused(self, place: Place, reason: FaultReason, suggestion: str = "") -> object:
        self.blame(place, reason, suggestion)
        return _NOTHING

    def read(self, cls: type[T], table: dict[str, Any], place: Place) -> T | None:
        """The value of a table; None when something in it is at fault."""
        known = {field.name: field for field in fields(cls)}  # type: ignore[arg-type]  # all are dataclasses
        before = len(self.faults)
        for key in table:
            if key not in known:
                # an unknown key may hold anything: the place told is the table, the line the key's
                near = _nearest(key, known)
                line = self._line((*place, key))
                self.faults.append(Fault(line, shown(place), FaultReason.UNKNOWN_KEY, near))
        hints = _hints(cls)
        values = {
            name: self._field(field, hints[name], table, (*place, name))
            for name, field in known.items()
        }
        if len(self.faults) > before:
            return None
        return cls(**{name: value for name, value in values.items() if value is not _NOTHING})

    def _field(self, field: Field[Any], hint: Any, table: dict[str, Any], place: Place) -> object:
        if field.name in table:
            return self._value(hint, table[field.name], place)
        if field.default is MISSING:
            self.blame(place, FaultReason.MISSING)
        return _NOTHING

    def _value(self, hint: Any, value: object, place: Place) -> object:
        if get_origin(hint) is tuple:
            return self._list(get_args(hint)[0], value, place)
        if isinstance(hint, types.UnionType):  # a part, or None where it is left out
            hint = get_args(hint)[0]
        if hint in _PLAIN:
            return self._plain(hint, value, place)
        if issubclass(hint, StrEnum):
            return self._word(hint, value, place)
        if isinstance(value, dict):
            return self.read(hint, value, place)
        return self._refused(place, FaultReason.WRONG_TYPE)

    def _list(self, hint: Any, value: object, place: Place) -> object:
        if not isinstance(value, list):
            return self._refused(place, FaultReason.WRONG_TYPE)
        return tuple(self._value(hint, one, (*place, n)) for n, one in enumerate(value))

    def _plain(self, hint: type, value: object, place: Place) -> object:
        if isinstance(value, bool) != (hint is bool) or not isinstance(value, _PLAIN[hint]):
            return self._refused(place, FaultReason.WRONG_TYPE)
        return float(value) if hint is float and isinstance(value, int) else value

    def _word(self, words: type[StrEnum], value: object, place: Place) -> object:
        if isinstance(value, str) and value in set(words):
            return words(value)
        near = _nearest(value, words) if isinstance(value, str) else ""
        return self._refused(
            place, FaultReason.UNKNOWN_WORD, near or ", ".join(w for w in words if w)
        )


_PLAIN: Final[dict[type, tuple[type, ...]]] = {
    str: (str,),
    bool: (bool,),
    int: (int,),
    float: (int, float),
}


_known_hints: dict[type, dict[str, Any]] = {}


def _hints(cls: type) -> dict[str, Any]:
    if cls not in _known_hints:  # working them out takes longer than all the rest
        _known_hints[cls] = get_type_hints(cls)
    return _known_hints[cls]


def _nearest(word: str, known: Iterable[str]) -> str:
    return str(next(iter(difflib.get_close_matches(word, list(known), n=1)), ""))
