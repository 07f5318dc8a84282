"""The texts in the code that a person can read, found by walking the syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.support.source_tree import package_files, parsed, shown

DOORS = {"translate", "QT_TRANSLATE_NOOP"}
OWN_DOOR = "copingkit/ui/language.py"  # defines the two


@dataclass(frozen=True)
class Text:
    """One marked text; `plural` when it is counted."""

    context: str
    text: str
    comment: str
    plural: bool


def calls() -> Iterator[tuple[Path, ast.Call]]:
    """Every call through the door of translation outside the door itself."""
    for path in package_files():
        if shown(path) == OWN_DOOR:
            continue
        for node in ast.walk(parsed(path)):
            call = node if isinstance(node, ast.Call) else None
            if call and isinstance(call.func, ast.Name) and call.func.id in DOORS:
                yield path, call


def literal(node: ast.expr) -> str | None:
    """The text of a string literal (adjacent ones are one), else None."""
    constant = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return ast.literal_eval(node) if constant else None


def marked() -> set[Text]:
    """Every text that lupdate should find: calls whose context and text are literals."""
    found = set()
    for _, call in calls():
        context, text = (literal(argument) for argument in call.args[:2])
        if context is not None and text is not None:
            comment = literal(call.args[2]) if len(call.args) > 2 else ""
            found.add(Text(context, text, comment or "", len(call.args) > 3))
    return found
