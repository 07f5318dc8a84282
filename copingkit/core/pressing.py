"""What is one press of a key: X11 tells a key that is held as many, and hands may shake."""

from __future__ import annotations

TOGETHER_S = 0.15  # let go for less than this: held on, or touched twice by a shaking hand
REPEATS_S = 0.05  # what a keyboard repeats by itself, and no hand does


def together(up: float, down: float, within: float = TOGETHER_S) -> bool:
    """Whether what went down belongs to the press that came up before (both in seconds)."""
    return 0 <= down - up < within
