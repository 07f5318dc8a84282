"""Whether a database file is there, whole as far as a quick look tells, and the vault's own."""

from __future__ import annotations

import contextlib
from pathlib import Path

from copingkit.core.errors import DatabaseDamaged, FolderGone, NewerFormat
from copingkit.vault import schema
from copingkit.vault.connection import Connection

PAGE_BYTES = 4096  # of SQLCipher 4


def must_be_there(path: Path) -> None:
    """Raise FolderGone, or DatabaseDamaged for a file that is missing or empty."""
    if not path.parent.is_dir():
        raise FolderGone(path.parent.name)
    # SQLite would take an empty file, or none, for a new database.
    if not path.is_file() or path.stat().st_size == 0:
        raise DatabaseDamaged(path.name)


def may_be_whole(path: Path) -> bool:
    """Whether there is a file of whole pages: all that can be told without its key."""
    size = path.stat().st_size if path.is_file() else 0
    return size > 0 and size % PAGE_BYTES == 0


def must_be_ours(connection: Connection, path: Path, vault_id: str) -> None:
    """Raise unless the key fits and the file is the whole vault `vault_id`."""
    if connection.number("application_id") != schema.APPLICATION_ID:
        raise DatabaseDamaged(path.name)
    if connection.number("user_version") > len(schema.STEPS):
        raise NewerFormat(path.name)
    if connection.rows("SELECT id FROM vault") != [(vault_id,)]:
        raise DatabaseDamaged(path.name)


def must_reach(connection: Connection, frames: int, log: Path) -> None:
    """Raise DatabaseDamaged unless SQLite found at least that many committed frames in the log."""
    with contextlib.suppress(DatabaseDamaged):  # `must_be_ours` meets it again
        connection.number("schema_version")  # makes SQLite read the log
    if frames and connection.committed_frames() < frames:
        raise DatabaseDamaged(log.name)
