"""Where the files that ship with the program are."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import tomli

from copingkit.core.errors import ContentDamaged


@cache
def root() -> Path:
    """The folder of shipped files: inside the installed package, or `resources/` in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


def read_bytes(name: str) -> bytes:
    """The shipped file `name` ("helplines/lines.toml").

    Raises ContentDamaged when it is missing or unreadable.
    """
    try:
        return (root() / name).read_bytes()
    except OSError as error:
        raise ContentDamaged(name) from error


def read_text(name: str) -> str:
    """The shipped text file `name`; raises ContentDamaged."""
    try:
        return read_bytes(name).decode()
    except UnicodeDecodeError as error:
        raise ContentDamaged(name) from error


def read_table(name: str) -> dict[str, Any]:
    """What the shipped TOML file `name` says; raises ContentDamaged."""
    try:
        return tomli.loads(read_text(name))
    except (tomli.TOMLDecodeError, RecursionError) as error:
        raise ContentDamaged(name) from error
