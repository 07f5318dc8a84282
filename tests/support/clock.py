"""A clock that a test moves by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class HandClock:
    """Stands at 14 March 2026, 09:00 UTC until it is moved."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 14, 9, tzinfo=UTC)
        self.seconds = 100.0

    def now(self) -> datetime:
        """The moment it was set to."""
        return self.time

    def steady(self) -> float:
        """Seconds that only go on."""
        return self.seconds

    def go_on(self, *, minutes: float) -> None:
        """Let time pass."""
        self.time += timedelta(minutes=minutes)
        self.seconds += minutes * 60
