"""Backups that tests make and hurt."""

from __future__ import annotations

from pathlib import Path

from copingkit.vault import backup, backup_file
from copingkit.vault.backup_file import Backup
from copingkit.vault.database import Database
from tests.support.clock import HandClock


def snapshot(folder: Path, database: Database, clock: HandClock) -> Backup:
    """The day's snapshot, which must be due."""
    made = backup.snapshot_if_due(folder, database, clock)
    assert made is not None
    return made


def written(path: Path, folder: Path, database: Database, clock: HandClock) -> Path:
    """A backup file at `path`; its folder is made for it."""
    path.parent.mkdir()
    made = backup.write_backup_file(path, folder, database, clock)
    assert made is not None
    assert made == backup_file.inspect(path)
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    return path
