"""Every kind of record by its name; a tool's own are asked for when one first turns up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from typing_extensions import override

from copingkit.core.kinds import Kinds
from copingkit.core.records import RecordKind


class KindsOfTools(Kinds):
    """The kinds of several tools, by the kind's name ("<tool>.<noun>").

    `tools` gives each tool's kinds by its name. Asking for one kind asks one tool only, so that
    opening a vault imports nothing of the tools that are not looked at.
    """

    def __init__(self, tools: Mapping[str, Callable[[], Iterable[RecordKind[Any]]]]) -> None:
        self._tools = tools
        self._known: dict[str, Kinds] = {}

    def _of(self, tool: str) -> Kinds:
        if tool not in self._tools:
            return {}
        if tool not in self._known:
            self._known[tool] = {kind.name: kind for kind in self._tools[tool]()}
        return self._known[tool]

    @override
    def __getitem__(self, name: str) -> RecordKind[Any]:
        return self._of(name.partition(".")[0])[name]

    @override
    def __iter__(self) -> Iterator[str]:
        return (name for tool in self._tools for name in self._of(tool))

    @override
    def __len__(self) -> int:
        return sum(len(self._of(tool)) for tool in self._tools)
