"""What is in use between unlocking and locking: the records and each tool's service."""

from __future__ import annotations

from typing import Any, TypeVar

from copingkit.core.clock import Clock
from copingkit.core.records import RecordStore, Removed
from copingkit.shell.registry import tool_named
from copingkit.ui.tool import Tool

S = TypeVar("S")


class Session:
    """One service per tool, made when first asked for; without records only some tools work."""

    def __init__(self, records: RecordStore | None, clock: Clock) -> None:
        self.records = records
        self._clock = clock
        self._services: dict[str, Any] = {}

    def serves(self, tool: Tool[Any]) -> bool:
        """Whether the tool can be used now."""
        return self.records is not None or not tool.needs_vault

    def service(self, tool: Tool[S]) -> S:
        """The tool's one service."""
        if tool.name not in self._services:
            self._services[tool.name] = tool.service(self.records, self._clock)
        made: S = self._services[tool.name]
        return made

    def restore(self, removed: Removed) -> None:
        """Bring a record back from Recently removed, in the way of its tool."""
        tool = tool_named(removed.kind.partition(".")[0])
        if removed.kind in tool.restore:
            tool.restore[removed.kind](self.service(tool), removed.record_id)
        elif self.records is not None:
            self.records.restore(removed.record_id)
