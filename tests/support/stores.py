"""A real encrypted record store in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from copingkit.core.clock import Clock
from copingkit.core.records import RecordKind
from copingkit.vault.database import KEY_BYTES, Database
from copingkit.vault.record_store import SqlRecordStore


@contextmanager
def open_store(
    folder: Path, kinds: Iterable[RecordKind[Any]], clock: Clock
) -> Iterator[SqlRecordStore]:
    """A new SQLCipher file and the store over it; closed (as by a lock) at the end."""
    database = Database.create(folder / "vault.db", bytes(range(KEY_BYTES)), "0" * 32)
    try:
        yield SqlRecordStore(database, kinds, clock)
    finally:
        database.close()
