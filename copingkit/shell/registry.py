"""The tools of the program, in the order of the sidebar."""

from __future__ import annotations

from typing import Any, Final

from copingkit.core.kinds import Kinds
from copingkit.shell.kinds_of_tools import KindsOfTools
from copingkit.tools.exercises.tool import TOOL as EXERCISES
from copingkit.tools.exposure.tool import TOOL as EXPOSURE
from copingkit.tools.helplines.tool import TOOL as HELPLINES
from copingkit.tools.safety_plan.tool import TOOL as SAFETY_PLAN
from copingkit.ui.tool import Tool

__all__ = ["EXERCISES", "EXPOSURE", "HELPLINES", "SAFETY_PLAN", "TOOLS", "all_kinds", "tool_named"]

TOOLS: Final[tuple[Tool[Any], ...]] = (SAFETY_PLAN, EXERCISES, EXPOSURE, HELPLINES)


def all_kinds() -> Kinds:
    """Every kind of record that this program knows, by its name; read as they are needed."""
    return KindsOfTools({tool.name: tool.kinds for tool in TOOLS})


def tool_named(name: str) -> Tool[Any]:
    """The tool of that name; raises LookupError."""
    for tool in TOOLS:
        if tool.name == name:
            return tool
    raise LookupError(name)
