"""The ladders in the vault: read at once, since they are few; each edit saved as it is made."""

from __future__ import annotations

from dataclasses import replace

from copingkit.core.ids import new_id
from copingkit.core.records import RecordStore
from copingkit.tools.exposure import rungs
from copingkit.tools.exposure.ladder import Ladder
from copingkit.tools.exposure.records import LADDER, REMOVED_ITEM, RemovedItem
from copingkit.tools.exposure.sittings import Sittings


class KeptLadders:
    """Every ladder of one open vault; edits of one sitting make one version."""

    def __init__(self, records: RecordStore, sittings: Sittings) -> None:
        self._records, self._sittings = records, sittings
        self._read: dict[str, Ladder] | None = None

    def all(self) -> dict[str, Ladder]:
        """All of them by their ids, the newest first."""
        if self._read is None:
            self._read = {record.id: record.value for record in self._records.find(LADDER)}
        return self._read

    def save(self, ladder: Ladder) -> Ladder:
        """Keep a new one, which gets an id, or an edited one."""
        if not ladder.id:
            ladder = replace(ladder, id=new_id())
        amend = self._sittings.goes_on(ladder.id)
        self._records.save(LADDER, ladder, ladder.id, amend=amend)
        known = self.all()
        if ladder.id in known:
            known[ladder.id] = ladder
        else:
            self._read = {ladder.id: ladder, **known}
        self._sittings.edited(ladder.id)
        return ladder

    def forget(self) -> None:
        """Read them again the next time."""
        self._read = None

    def remove_item(self, ladder_id: str, item_id: str) -> str:
        """Move an item to Recently removed; gives the id for `restore_item`. Raises KeyError."""
        ladder, item, position = rungs.remove(self.all()[ladder_id], item_id)
        with self._records.transaction():
            removed = self._records.save(REMOVED_ITEM, RemovedItem(ladder_id, item, position))
            self._records.remove(removed.id)
            self._records.save(LADDER, ladder, ladder_id)
        self._changed(ladder_id)
        return removed.id

    def restore_item(self, removed_id: str) -> None:
        """Put an item back at its place; raises RecordMissing, also when its ladder is gone.

        One that is in the ladder again is left as it is there.
        """
        with self._records.transaction():
            self._records.restore(removed_id)
            removed = self._records.get(REMOVED_ITEM, removed_id).value
            self._records.purge(removed_id)
            ladder = self._records.get(LADDER, removed.ladder).value
            if all(item.id != removed.item.id for item in ladder.items):
                ladder = rungs.add(ladder, removed.item, removed.position)
            self._records.save(LADDER, ladder, ladder.id)
        self._changed(ladder.id)

    def _changed(self, ladder_id: str) -> None:
        self._sittings.edited(ladder_id)
        self.forget()
