"""Twelve words of the list, in no order that would open anything."""

from __future__ import annotations

WORDS = (
    "abandon", "ability", "able", "about", "above", "absent",
    "absorb", "abstract", "absurd", "abuse", "access", "accident",
)  # fmt: skip
