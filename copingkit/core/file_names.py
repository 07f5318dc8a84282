"""Names for files from what people write: such as Windows, macOS and Linux all take."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LONGEST: Final = 60  # letters
LONGEST_BYTES: Final = 180  # of 255 that a folder allows, with room for an ending and a number
_FORBIDDEN: Final = frozenset('<>:"/\\|?*')
_EDGES: Final = " .-~"  # hidden, an option or a home at the front; lost by Windows at the end
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file: with any ending, too
_DEVICES: Final = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE
)


def file_name(title: str, otherwise: str) -> str:
    """A name without ending for what has that title; `otherwise` where nothing of it is left."""
    shown = "".join(" " if _is_no_letter(each) else each for each in _composed(title))
    name = _cut(" ".join(shown.split()).strip(_EDGES)).rstrip(_EDGES)
    return f"_{name}" if _DEVICES.fullmatch(name) else name or otherwise


def _composed(title: str) -> str:
    return unicodedata.normalize("NFC", title)


def _is_no_letter(character: str) -> bool:
    return character in _FORBIDDEN or unicodedata.category(character)[0] in "CZ"


def _cut(name: str) -> str:
    """At the end of a word, where there is one not too far back."""
    short = name[:LONGEST].encode()[:LONGEST_BYTES].decode(errors="ignore")
    if len(short) == len(name) or name[len(short)] == " ":
        return short
    whole, gap, _ = short.rpartition(" ")
    return whole if gap and len(whole) > LONGEST // 3 else short
