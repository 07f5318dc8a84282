"""What can be wrong inside a file that a person wrote or was given, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FaultReason(StrEnum):
    """What is wrong at one place."""

    SYNTAX = "syntax"
    NEWER_FORMAT = "newer_format"
    UNKNOWN_KEY = "unknown_key"
    UNKNOWN_WORD = "unknown_word"
    MISSING = "missing"
    WRONG_TYPE = "wrong_type"
    OUT_OF_RANGE = "out_of_range"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    STRANGE_CHARACTERS = "strange_characters"
    NO_PART = "no_part"
    OTHER_PART = "other_part"
    NO_SUCH_STEP = "no_such_step"
    TWICE = "twice"
    TOO_FAST_OR_SLOW = "too_fast_or_slow"
    DOES_NOT_ADD_UP = "does_not_add_up"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: its line (from 1), the place in the file ("guided[2].say"), what is wrong.

    `suggestion` is a known key or word near to what is there, or the range that is allowed. The
    content itself is never in here, a key only where it is one that we know.
    """

    line: int
    place: str
    reason: FaultReason
    suggestion: str = ""
