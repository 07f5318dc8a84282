"""The trials in the vault, read some at a time: two thousand at once would hold up the page."""

from __future__ import annotations

from datetime import datetime, timedelta

from copingkit.core.records import Record, RecordStore
from copingkit.tools.exposure.records import TRIAL
from copingkit.tools.exposure.trial import Trial

AT_ONCE = 200
_TICK = timedelta(microseconds=1)


class KeptTrials:
    """Every trial of one open vault, as far as it was read or saved."""

    def __init__(self, records: RecordStore) -> None:
        self._records = records
        self._read: dict[str, Trial] = {}
        self._until: datetime | None = None
        self._whole = False

    def get(self, trial_id: str) -> Trial:
        """One trial; raises RecordMissing."""
        if trial_id not in self._read:
            return self._records.get(TRIAL, trial_id).value
        return self._read[trial_id]

    def keep(self, trial: Trial) -> None:
        """A trial was saved or brought back."""
        self._read[trial.id] = trial

    def drop(self, *trial_ids: str) -> None:
        """Trials were moved to Recently removed."""
        for trial_id in trial_ids:
            self._read.pop(trial_id, None)

    def forget(self) -> None:
        """Read them again the next time, from the newest on."""
        self._read, self._until, self._whole = {}, None, False

    def read_more(self) -> bool:
        """Read the next AT_ONCE; whether there may be more."""
        if self._whole:
            return False
        found = self._records.find(TRIAL, until=self._until, limit=AT_ONCE)
        new = [record.value for record in found if record.id not in self._read]
        self._read |= {trial.id: trial for trial in new}
        self._whole = len(found) < AT_ONCE
        if found:
            # those of the last one's moment come again, unless there was nothing but them
            last = _moment(found[-1])
            self._until = last if last + _TICK == self._until else last + _TICK
        return not self._whole

    def of(self, ladder_id: str, limit: int | None = None) -> list[Trial]:
        """Trials of a ladder, newest first: the first `limit`, or all; reads what it needs."""
        while not self._enough(ladder_id, limit) and self.read_more():
            pass
        found = [trial for trial in self._read.values() if trial.ladder == ladder_id]
        found.sort(key=_at, reverse=True)
        return found[:limit]

    def all(self) -> list[Trial]:
        """Every trial, newest first; reads what was not read yet."""
        while self.read_more():
            pass
        return sorted(self._read.values(), key=_at, reverse=True)

    def known(self, ladder_id: str) -> list[Trial]:
        """Trials of a ladder as far as they were read without a hole, newest first; reads none."""
        found = [trial for trial in self._read.values() if trial.ladder == ladder_id]
        found.sort(key=_at, reverse=True)
        if self._whole:
            return found
        until = self._until
        return [trial for trial in found if until is not None and trial.at >= until]

    def _enough(self, ladder_id: str, limit: int | None) -> bool:
        """Whether the newest `limit` are among what was read: a save may have brought older."""
        if limit is None or self._until is None:
            return False
        until = self._until
        read = (trial for trial in self._read.values() if trial.ladder == ladder_id)
        return sum(trial.at >= until for trial in read) >= limit


def _moment(record: Record[Trial]) -> datetime:
    return record.occurred_at or record.created_at


def _at(trial: Trial) -> datetime:
    return trial.at
