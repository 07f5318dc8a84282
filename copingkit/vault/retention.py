"""Recently removed: kept for 30 days, then gone for good, by two measures of time.

A wall clock that is set wrong for an hour must not empty Recently removed. So the vault has an age
of its own: between two looks at the clock it grows by what the clock grew, at most `LEAP`, and
never shrinks. A removed record goes when both the clock and the age say 30 days. A vault opened
only once in a long while keeps removed records a little longer; no clock makes it lose one early.
"""

from __future__ import annotations

from datetime import timedelta

from copingkit.core.clock import Clock
from copingkit.vault.database import Database
from copingkit.vault.record_codec import to_micros

KEPT = timedelta(days=30)
LEAP = timedelta(days=10)
"""How much of one step of the clock counts."""

_MICRO = timedelta(microseconds=1)
_EXPIRED = """SELECT id FROM record
    WHERE removed_at IS NOT NULL AND removed_at <= ? AND removed_age <= ?"""


class Retention:
    """The vault's own age and what it says about removed records."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def look(self) -> tuple[int, int]:
        """Present time and age of the vault in microseconds; inside a transaction."""
        now = to_micros(self._clock.now())
        ((seen_at, age),) = self._database.read("SELECT seen_at, age FROM vault")
        age += min(max(now - seen_at, 0), LEAP // _MICRO)
        self._database.write("UPDATE vault SET seen_at = ?, age = ?", (now, age))
        return now, age

    def expired(self) -> list[str]:
        """Ids of the removed records whose time is over; inside a transaction."""
        now, age = self.look()
        # Removed while the clock ran ahead: count from now.
        self._database.write("UPDATE record SET removed_at = ? WHERE removed_at > ?", (now, now))
        kept = KEPT // _MICRO
        return [id_ for (id_,) in self._database.read(_EXPIRED, (now - kept, age - kept))]
