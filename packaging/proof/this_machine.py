"""This machine in place of a bare root, for the short form of the proof."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path


class ThisMachine:
    """A home of its own, no environment of ours, and no program that is found by its name alone."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def enter(
        self,
        command: Sequence[str],
        variables: Mapping[str, str],
        shared: Sequence[Path] = (),
        readonly: str = "",
    ) -> list[str]:
        """The command that runs `command` so; everything is shared, and nothing read-only."""
        del shared, readonly
        usual = [f"HOME={self.home}", "PATH=/nonexistent", "LANG=C.UTF-8"]
        given = [f"{name}={value}" for name, value in variables.items()]
        return ["/usr/bin/env", "-i", *usual, *given, *command]
