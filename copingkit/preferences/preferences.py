"""Choices that hold nothing private, in one small readable file beside the vault."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from copingkit.core import files
from copingkit.core.errors import EnvironmentProblem, FileUnreadable

THEMES = ("system", "light", "dark", "contrast")
TEXT_SIZES = tuple(range(80, 201, 10))
PAPERS = ("A4", "Letter")
LONGEST_IDLE = 24 * 60
LETTER_COUNTRIES = frozenset("BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split())  # noqa: SIM905  # as CLDR's list is written
_LIMIT = 64 * 1024


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the person chose.

    `theme` is one of THEMES; `text_size` per cent, 80 to 200 in tens; `language` a code such as
    "de" or "pt_BR", empty for the system's; `country` two letters (ISO 3166), empty while none is
    chosen; `paper` one of PAPERS, empty for the country's usual one; `idle_minutes` until the
    vault locks itself, 0 for never. `tones` and `voice` are what may be heard in an exercise:
    nothing at first; `volume` 0-100, `voice_name` the system's name of a voice, empty for its
    usual one, `voice_rate` -50 (slow) to 50 (fast).
    """

    theme: str = "system"
    text_size: int = 100
    language: str = ""
    country: str = ""
    paper: str = ""
    idle_minutes: int = 10
    reduced_motion: bool = False
    tones: bool = False
    volume: int = 60
    voice: bool = False
    voice_name: str = ""
    voice_rate: int = 0
    first_run_done: bool = False

    def with_text_size(self, per_cent: int) -> Preferences:
        """The same with the nearest text size that there is."""
        return replace(self, text_size=min(TEXT_SIZES, key=lambda size: abs(size - per_cent)))

    def with_country(self, code: str) -> Preferences:
        """The same for another country (two letters, or empty for none)."""
        return replace(self, country=code)

    @property
    def paper_size(self) -> str:
        """One of PAPERS: the chosen one, else what the country usually has (CLDR 45)."""
        return self.paper or ("Letter" if self.country in LETTER_COUNTRIES else "A4")


def _one_of(allowed: tuple[str, ...]) -> Callable[[Any], str | None]:
    return lambda value: value if value in allowed else None


def _matching(pattern: str) -> Callable[[Any], str | None]:
    return lambda value: (
        value if isinstance(value, str) and re.fullmatch(pattern, value, re.ASCII) else None
    )


def _whole(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, float) and math.isnan(value):
        return None
    return round(min(max(value, -1_000_000), 1_000_000))


def _text_size(value: object) -> int | None:
    wanted = _whole(value)
    return None if wanted is None else min(TEXT_SIZES, key=lambda size: abs(size - wanted))


def _between(least: int, most: int) -> Callable[[Any], int | None]:
    def nearest(value: object) -> int | None:
        wanted = _whole(value)
        return None if wanted is None else min(max(wanted, least), most)

    return nearest


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


# What each value may be: gives the nearest allowed value, or None where nothing is near.
_ALLOWED: dict[str, Callable[[Any], str | int | bool | None]] = {
    "theme": _one_of(THEMES),
    "text_size": _text_size,
    "language": _matching("([a-z]{2,3}(_[A-Za-z]{2,4})*)?"),
    "country": _matching("([A-Z]{2})?"),
    "paper": _one_of(("", *PAPERS)),
    "idle_minutes": _between(0, LONGEST_IDLE),
    "reduced_motion": _flag,
    "tones": _flag,
    "volume": _between(0, 100),
    "voice": _flag,
    "voice_name": _matching(r"[^\x00-\x1f\x7f]{0,200}"),
    "voice_rate": _between(-50, 50),
    "first_run_done": _flag,
}


def from_json(values: dict[str, Any]) -> Preferences:
    """Preferences from a file's values: out of range becomes the nearest, nonsense the default."""
    allowed = {key: _ALLOWED[key](values[key]) for key in _ALLOWED if key in values}
    return Preferences(**{key: value for key, value in allowed.items() if value is not None})  # type: ignore[arg-type]  # each value has its field's type by _ALLOWED


def _object(content: bytes) -> dict[str, Any]:
    values = json.loads(content)
    if not isinstance(values, dict):
        raise TypeError("the file holds no object")
    return values


class PreferencesFile:
    """Reads and writes the file at `path`.

    Keys that this version does not know stay in the file. After `load`, `was_broken` says that
    the file could not be understood; it was then set aside under a new name.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.was_broken = False
        self._unknown: dict[str, Any] = {}

    def load(self) -> Preferences:
        """What is in the file; the defaults where it is missing, broken or cannot be read."""
        self.was_broken = False
        self._unknown = {}
        try:
            values = _object(files.read(self.path, _LIMIT))
        except FileUnreadable as error:
            if not isinstance(error.__cause__, FileNotFoundError):
                self._put_aside()
            return Preferences()
        except (ValueError, TypeError, RecursionError):
            self._put_aside()
            return Preferences()
        self._unknown = {key: value for key, value in values.items() if key not in _ALLOWED}
        return from_json(values)

    def save(self, preferences: Preferences) -> None:
        """Write the file; raises DiskFull, FolderGone or FolderNotWritable."""
        known = {field.name: getattr(preferences, field.name) for field in fields(Preferences)}
        content = json.dumps(self._unknown | known, indent=2, ensure_ascii=False) + "\n"
        files.make_private_folder(self.path.parent)
        files.write_atomically(self.path, content.encode())

    def _put_aside(self) -> None:
        self.was_broken = True
        try:
            files.set_aside(self.path)
        except EnvironmentProblem:
            return  # a folder that cannot be written to: nothing will overwrite the file there
