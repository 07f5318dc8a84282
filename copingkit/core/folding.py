"""Words as a search compares them: without case and accents."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left

_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}


def fold(text: str) -> str:
    """`text` in lower case without combining marks ("Élan" -> "elan")."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def words(text: str) -> list[str]:
    """The folded words of `text`: runs of letters and digits."""
    if text.isascii():  # the same, many times faster: a search does this to each line that it shows
        return text.translate(_ASCII).split()
    return "".join(c if c.isalnum() else " " for c in fold(text)).split()


def begun(wanted: list[str], found: list[str]) -> set[str]:
    """Those of the `wanted` words that begin one of the `found`; all of them folded."""
    ordered = sorted(found)
    places = {want: bisect_left(ordered, want) for want in wanted}
    return {
        want
        for want, place in places.items()
        if place < len(ordered) and ordered[place].startswith(want)
    }


def matches(query: str, text: str) -> bool:
    """Whether each word of `query` begins some word of `text`; an empty query matches nothing."""
    wanted = words(query)
    return bool(wanted) and begun(wanted, words(text)) == set(wanted)
