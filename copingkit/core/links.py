"""How one tool points at another without importing it."""

from __future__ import annotations

from typing import NamedTuple


class Link(NamedTuple):
    """A place in the program: a tool (or a page of the shell) and something inside it.

    `target` is the tool's own affair: a record, an item, an exercise; empty means its first page.
    """

    tool: str
    target: str = ""
