"""The real record store on a disk that a test can fill."""

from __future__ import annotations

from typing import TypeVar

from typing_extensions import override

from copingkit.core.errors import DiskFull
from copingkit.core.records import Record, RecordKind
from copingkit.vault.record_store import SqlRecordStore

T = TypeVar("T")


class FillableRecords(SqlRecordStore):
    """Counts its saves and refuses them while `full`, or those of the kind `full_for`."""

    full = False
    full_for = ""
    saves = 0

    @override
    def save(
        self,
        kind: RecordKind[T],
        value: T,
        record_id: str | None = None,
        *,
        amend: bool = False,
        note: str = "",
    ) -> Record[T]:
        self.saves += 1
        if self.full or kind.name == self.full_for:
            raise DiskFull("vault.db")
        return super().save(kind, value, record_id, amend=amend, note=note)
