"""The runs in the vault, read a thousand at a time: ten thousand at once would hold up the page."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from copingkit.core.errors import VaultClosed
from copingkit.core.records import Record, RecordStore
from copingkit.tools.exercises.records import RUN, Felt, Run
from copingkit.tools.exercises.works import Works, works

AT_ONCE = 1000
_TICK = timedelta(microseconds=1)


class Runs:
    """Every run of one open vault; without records there are none, and none is kept."""

    def __init__(self, records: RecordStore | None) -> None:
        self._records = records
        self._read: dict[str, Run] = {}
        self._until: datetime | None = None
        self._whole = records is None
        self._works: dict[str, Works] | None = None

    def start(self, run: Run) -> str:
        """Keep a run that has begun; its id, or nothing where nothing can be kept."""
        if self._records is None:
            return ""
        record = self._records.save(RUN, run)
        self._read = {record.id: record.value, **self._read}
        self._works = None
        return record.id

    def amend(
        self, run_id: str, *, played: float, finished: bool, after: int | None, felt: Felt | None
    ) -> None:
        """Keep how far it got and what was said; raises RecordMissing."""
        if self._records is None:
            raise VaultClosed
        run = self._records.get(RUN, run_id).value
        run = replace(run, played=round(played, 1), finished=finished, after=after, felt=felt)
        self._records.save(RUN, run, run_id, amend=True)
        self._read[run_id] = run
        self._works = None

    def last(self) -> Run | None:
        """The newest one."""
        found = self._records.find(RUN, limit=1) if self._records is not None else []
        return found[0].value if found else None

    def read_more(self) -> bool:
        """Read the next thousand; whether there may be more."""
        if self._whole or self._records is None:
            return False
        found = self._records.find(RUN, until=self._until, limit=AT_ONCE)
        new = [record for record in found if record.id not in self._read]
        self._read |= {record.id: record.value for record in new}
        self._whole = len(found) < AT_ONCE or not new
        if found:
            self._until = _moment(found[-1]) + _TICK
        self._works = None
        return not self._whole

    def works(self) -> dict[str, Works]:
        """What they say, by the exercise's id; reads what was not read yet."""
        while self.read_more():
            pass
        if self._works is None:
            newest_first = sorted(self._read.values(), key=_started, reverse=True)
            self._works = works(newest_first)
        return self._works


def _moment(record: Record[Run]) -> datetime:
    return record.occurred_at or record.created_at


def _started(run: Run) -> datetime:
    return run.started_at
