"""Time as the rest of the program sees it, so that a test can hold it still."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Wall time for what is written down, steady time for what is measured."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...

    def steady(self) -> float:
        """Seconds from an arbitrary start; never goes back when the wall clock is set."""
        ...


class SystemClock:
    """The computer's own clocks."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC)

    def steady(self) -> float:
        """Seconds from an arbitrary start; never goes back."""
        return time.monotonic()
