"""Reads texts and lists of texts out of the tool's shipped files, and refuses anything else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from copingkit.core import assets
from copingkit.core.errors import ContentDamaged

T = TypeVar("T")


def load(name: str, read: Callable[[dict[str, Any]], T]) -> T:
    """What `read` makes of the shipped file `name`; raises ContentDamaged."""
    table = assets.read_table(name)
    try:
        return read(table)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ContentDamaged(name) from error


def text(value: object) -> str:
    """A text that says something; raises TypeError."""
    if not isinstance(value, str) or not value.strip():
        raise TypeError("a text was expected")
    return value


def texts(value: object) -> tuple[str, ...]:
    """A list of such texts, of at least one; raises TypeError."""
    if not isinstance(value, list) or not value:
        raise TypeError("a list of texts was expected")
    return tuple(text(each) for each in value)


def number(value: object) -> int:
    """A whole number above or at 0; raises TypeError."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError("a whole number was expected")
    return value
