"""What a page said to the person and asked of the window, for a test to read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from copingkit.core.links import Link


@dataclass
class Said:
    """What the page said and asked for."""

    texts: list[str] = field(default_factory=list)
    problems: list[Exception] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    undo: Callable[[], None] = lambda: None

    def say(self, text: str) -> None:
        self.texts.append(text)

    def keep(self, text: str) -> None:
        self.texts.append(text)

    def offer_undo(self, text: str, undo: Callable[[], None]) -> None:
        self.texts.append(text)
        self.undo = undo

    def report(self, problem: Exception) -> None:
        self.problems.append(problem)
