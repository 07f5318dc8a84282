"""Writes an exercise as a file that people can read and change: the other half of `file_format`."""

from __future__ import annotations

import json
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any

from copingkit.tools.exercises.model import Choice, Exercise


def write(exercise: Exercise) -> str:
    """The file's text; `file_format.read` gives the same exercise back."""
    return "\n".join(["format = 1", *_table(exercise, "")]) + "\n"


def _table(value: Any, name: str) -> list[str]:
    """The lines of a table: plain values first, then the tables inside it."""
    said = [(field.name, getattr(value, field.name)) for field in _said(value)]
    rows = [f"{key} = {_plain(one)}" for key, one in said if not _is_table(one)]
    for key, one in said:
        if _is_table(one):
            rows += _inner(one, f"{name}.{key}".removeprefix("."))
    return rows


def _said(value: Any) -> list[Field[Any]]:
    """The fields that say something: without a default, or with another value than that."""
    return [
        field
        for field in fields(value)
        if field.default is MISSING or getattr(value, field.name) != field.default
    ]


def _is_table(value: object) -> bool:
    if isinstance(value, tuple):
        return bool(value) and is_dataclass(value[0]) and not isinstance(value[0], Choice)
    return is_dataclass(value)


def _inner(value: Any, name: str) -> list[str]:
    if not isinstance(value, tuple):
        return ["", f"[{name}]", *_table(value, name)]
    return [row for one in value for row in ("", f"[[{name}]]", *_table(one, name))]


def _plain(value: object) -> str:
    if isinstance(value, Choice):
        return f"{{ text = {_text(value.text)}, to = {_text(value.to)} }}"
    if isinstance(value, tuple):
        return f"[{', '.join(_plain(one) for one in value)}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:g}" if value == float(f"{value:g}") else repr(value)
    return _text(str(value))


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
