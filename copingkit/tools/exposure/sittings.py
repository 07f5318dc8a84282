"""Which edits of a record go on with the same sitting, so that typing makes one version."""

from __future__ import annotations

from datetime import datetime, timedelta

from copingkit.core.clock import Clock

SITTING = timedelta(minutes=15)


class Sittings:
    """Remembers the last edit of each record since the vault was opened."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._edited: dict[str, datetime] = {}

    def goes_on(self, record_id: str) -> bool:
        """Whether an edit now belongs to the present version: the last one was just before."""
        last = self._edited.get(record_id)
        # also when the computer's clock was set back
        return last is not None and abs(self._clock.now() - last) < SITTING

    def edited(self, record_id: str) -> None:
        """An edit of the record is on the disk."""
        self._edited[record_id] = self._clock.now()
