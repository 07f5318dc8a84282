"""Texts in which no word occurs twice, so that a print can be asked for each of them."""

from __future__ import annotations

from collections import Counter


class UniqueWords:
    """Gives texts, and remembers their words."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def text(self, count: int) -> str:
        """A text of so many words."""
        words = [f"w{len(self.given) + n}w" for n in range(count)]
        self.given.extend(words)
        return " ".join(words)

    def not_once(self, said: str) -> dict[str, int]:
        """The words that `said` does not have exactly once, and how often it has them."""
        found = Counter(word.strip(",.:;()") for word in said.split())
        return {word: found[word] for word in self.given if found[word] != 1}
