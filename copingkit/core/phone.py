"""Phone numbers as a telephone takes them, for the codes that start a call."""

from __future__ import annotations

from typing import Final

_WRITTEN_BETWEEN: Final = frozenset(" \t\u00a0\u2009\u202f()[]-\u2010\u2011\u2012\u2013.\u00b7/")
_KEYS: Final = frozenset("0123456789*#")
_LONGEST: Final = 15  # digits, by ITU-T E.164; more are two numbers in one field
_SHORT_CODE: Final = 4


def dialable(number: str) -> str | None:
    """What to dial for a number as somebody wrote it, or None when that is not plain.

    Spaces, brackets, hyphens, dots and slashes go; a leading plus, `*` and `#` stay. Short codes
    ("112", "116 123") are kept as they are and never made international. A bracketed zero after
    a country code ("+44 (0)20") is not dialled. Letters ("ext. 4", "1-800-HELP") and two numbers
    in one field give None: better no code than a wrong call.
    """
    text = number.strip()
    plus = "+" if text.startswith("+") else ""
    if plus:
        text = text[1:].replace("(0)", " ", 1)
    if _two_short_codes(text):
        return None
    keys = "".join(c for c in text if c not in _WRITTEN_BETWEEN)
    digits = sum(c.isdigit() for c in keys)
    usable = 0 < digits <= _LONGEST and all(c in _KEYS for c in keys)
    return plus + keys if usable else None


def tel_link(dialled: str) -> str:
    """The `tel:` address (RFC 3966) of what `dialable` gave; `#` is escaped as it asks."""
    return "tel:" + dialled.replace("#", "%23")


def _two_short_codes(text: str) -> bool:
    """Whether `text` is like "112 / 110", where the slash stands for "or"."""
    parts = [part.strip() for part in text.split("/")]
    return len(parts) > 1 and all(len(part) <= _SHORT_CODE for part in parts)
