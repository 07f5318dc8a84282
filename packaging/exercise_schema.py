"""`make schema`: the JSON Schema of an exercise's file, from the model, into resources/schema."""

from __future__ import annotations

import json
import sys
import types
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from copingkit.tools.exercises import file_rules  # noqa: E402 - the path comes first
from copingkit.tools.exercises.model import Exercise  # noqa: E402 - as above

OUT = ROOT / "resources" / "schema" / "exercise.schema.json"
PLAIN = {bool: "boolean", int: "integer", float: "number"}


def schema() -> dict[str, Any]:
    """The whole schema (draft 2020-12); rules that join several places are in the README only."""
    made: dict[str, Any] = {}
    whole = table(Exercise, made)
    whole["properties"] = {"format": {"const": 1}, **whole["properties"]}
    whole["required"] = ["format", *whole["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One exercise of copingkit",
        "description": "The content of a TOML file; see resources/exercises/README.md.",
        **whole,
        "$defs": made,
    }


def table(cls: type, made: dict[str, Any]) -> dict[str, Any]:
    """One table; those inside it go into `made`."""
    hints = get_type_hints(cls)
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {field.name: one(hints[field.name], made) for field in fields(cls)},
        "required": [field.name for field in fields(cls) if field.default is MISSING],
    }


def one(hint: Any, made: dict[str, Any]) -> dict[str, Any]:
    """One value."""
    if get_origin(hint) is tuple:
        inner = one(get_args(hint)[0], made)
        return {"type": "array", "items": inner, "maxItems": file_rules.LONGEST_LIST}
    if isinstance(hint, types.UnionType):
        hint = get_args(hint)[0]
    if is_dataclass(hint) and isinstance(hint, type):
        made[hint.__name__] = table(hint, made)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if issubclass(hint, StrEnum):
        return {"enum": [str(word) for word in hint]}
    if hint is str:
        return {"type": "string", "maxLength": file_rules.LONGEST_TEXT}
    if hint is bool:
        return {"type": "boolean"}
    return {"type": PLAIN[hint], "minimum": 0, "maximum": file_rules.LONGEST_S}


def text() -> str:
    """The file's content."""
    return json.dumps(schema(), indent=2) + "\n"


if __name__ == "__main__":
    OUT.write_text(text())
    print(f"Written to {OUT.relative_to(ROOT)}.")
