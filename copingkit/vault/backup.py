"""Backups: daily verified snapshots, one-file backups, and bringing either back."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from copingkit.core.clock import Clock
from copingkit.core.errors import (
    BackupDamaged,
    EnvironmentProblem,
    NoSuchSlot,
    SlotsDamaged,
    VaultExists,
)
from copingkit.core.files import make_private_folder, named_problems, set_aside, sync_folder
from copingkit.core.ids import new_id
from copingkit.vault import backup_file, backup_rotation, slots_file, wholeness
from copingkit.vault.backup_file import Backup
from copingkit.vault.database import Database
from copingkit.vault.keyslots import KEYRING_KINDS, Slots

__all__ = [
    "FOLDER",
    "Backup",
    "begin_anew",
    "newest_good",
    "restore_backup_file",
    "restore_newest",
    "snapshot_if_due",
    "write_backup_file",
]

FOLDER = "backups"
_DATABASE = "vault.db"
_BESIDE = ("vault.db-wal", "vault.db-mark", "vault.db-shm")
_FRONT_PAGE = "frontpage.bin"
_UNDER_WAY = ".snapshot-"


def snapshot_if_due(
    folder: Path, database: Database, clock: Clock, cancelled: Callable[[], bool] = lambda: False
) -> Backup | None:
    """The first call of a day (UTC) makes a verified snapshot in `backups/`, then rotates.

    Older ones go only after the new one has been read back whole. Made with a connection of its
    own: call it in a worker while saves go on. None when not due, cancelled, or the vault was
    locked meanwhile. Raises DatabaseDamaged (the older ones then stay as they are), SlotsDamaged,
    VaultClosed, DiskFull, FolderGone, FolderNotWritable.
    """
    backups = folder / FOLDER
    now = clock.now()
    if any(made_at.date() == now.date() for made_at, _ in backup_rotation.dated(backups)):
        return None
    make_private_folder(backups)
    _sweep(folder)
    made = _write(backups / backup_rotation.name_for(now), folder, database, now, cancelled)
    if made is not None:
        for path in backup_rotation.superfluous(backups, now):
            with named_problems(path):
                path.unlink(missing_ok=True)
    return made


def write_backup_file(
    path: Path,
    folder: Path,
    database: Database,
    clock: Clock,
    cancelled: Callable[[], bool] = lambda: False,
) -> Backup | None:
    """A verified backup of the open vault in one new file; None when cancelled.

    A file at `path` is replaced, once the new one is whole. Raises NoSuchSlot when neither words
    nor a passphrase could open it, and as `snapshot_if_due`.
    """
    if not _portable(slots_file.load(folder)).slots:
        raise NoSuchSlot
    return _write(path, folder, database, clock.now(), cancelled)


def newest_good(folder: Path) -> Backup | None:
    """The newest snapshot of the vault in `folder` that is whole; needs no key.

    Reads it wholly: a moment for every 100 MB. Only snapshots of this vault count, where its
    slots file still says which vault that is.
    """
    vault_id = _vault_id(folder)
    for _made_at, path in reversed(backup_rotation.dated(folder / FOLDER)):
        with contextlib.suppress(EnvironmentProblem):
            found = backup_file.inspect(path)
            if vault_id in (None, found.vault_id):
                return found
    return None


def restore_newest(folder: Path) -> Backup:
    """Put the newest good snapshot in place of what is damaged, which is set aside.

    Where both slots files are lost but a database is there, only the slots come back: that
    database is newer than any snapshot. Without a key nobody can tell whether it is whole and of
    the same vault; the next opening does, and after DatabaseDamaged a second call, now beside
    whole slots, brings back the database, too.

    The vault is closed meanwhile. Raises BackupDamaged when there is no good one, NewerFormat,
    FileUnreadable, DiskFull, FolderGone, FolderNotWritable.
    """
    found = newest_good(folder)
    if found is None:
        raise BackupDamaged(FOLDER)
    if _slots_are_lost(folder) and wholeness.may_be_whole(folder / _DATABASE):
        _put_slots(found, folder)
    else:
        _put(found, folder)
    return found


def restore_backup_file(path: Path, folder: Path, *, replace: bool = False) -> Backup:
    """Make the vault of a backup file the vault in `folder`.

    Where there is a vault already, or the rest of one, `replace` sets its files aside first
    (renamed, nothing is deleted); else VaultExists is raised. Raises BackupDamaged, NewerFormat,
    FileUnreadable, DiskFull, FolderGone, FolderNotWritable.
    """
    found = backup_file.inspect(path)
    names = (_DATABASE, *_BESIDE, slots_file.NAME, slots_file.COPY_NAME)
    if not replace and any((folder / name).exists() for name in names):
        raise VaultExists
    make_private_folder(folder)
    _put(found, folder)
    return found


def begin_anew(folder: Path) -> None:
    """Rename what is left of a damaged vault, so that a new one can be made in its folder.

    Nothing is deleted. The vault is closed meanwhile. Raises FolderGone, FolderNotWritable.
    """
    _set_aside(folder, FOLDER, _DATABASE, *_BESIDE, _FRONT_PAGE)
    _set_aside(folder, slots_file.COPY_NAME, slots_file.NAME)
    with named_problems(folder):
        sync_folder(folder)


def _write(
    path: Path, folder: Path, database: Database, now: datetime, cancelled: Callable[[], bool]
) -> Backup | None:
    slots = _portable(slots_file.load(folder))
    with _temporary(path.parent) as snapshot:
        if not database.copy_to(snapshot, cancelled):
            return None
        return backup_file.write(path, snapshot, slots, now.astimezone(UTC))


def _portable(slots: Slots) -> Slots:
    """Without the slots that only this computer's keyring opens."""
    return slots.without(*KEYRING_KINDS)


def _put(found: Backup, folder: Path) -> None:
    """Unpack first, then set aside what is there, then move in: no moment loses anything."""
    with _temporary(folder) as unpacked:
        backup_file.unpack_database(found, unpacked)
        same_vault = _vault_id(folder) == found.vault_id
        _set_aside(folder, _DATABASE, *_BESIDE)
        if not same_vault:
            _set_aside(folder, _FRONT_PAGE)
            _put_slots(found, folder)
        with named_problems(folder / _DATABASE):
            unpacked.rename(folder / _DATABASE)
            sync_folder(folder)


def _put_slots(found: Backup, folder: Path) -> None:
    _set_aside(folder, slots_file.NAME, slots_file.COPY_NAME)
    slots_file.save(folder, found.slots)


def _set_aside(folder: Path, *names: str) -> None:
    for name in names:
        if (folder / name).exists():
            set_aside(folder / name)


def _slots_are_lost(folder: Path) -> bool:
    """Whether neither slots file is whole; raises NewerFormat, FileUnreadable."""
    try:
        slots_file.load(folder)
    except SlotsDamaged:
        return True
    return False


def _vault_id(folder: Path) -> str | None:
    """Which vault the slots file is of; None when it does not say."""
    try:
        return slots_file.load(folder).vault_id
    except EnvironmentProblem:
        return None


@contextlib.contextmanager
def _temporary(folder: Path) -> Iterator[Path]:
    """A name for an encrypted file on the way; what is left of it at the end is deleted."""
    path = folder / f"{_UNDER_WAY}{new_id()[:8]}"
    try:
        yield path
    finally:
        _delete(path)


def _sweep(folder: Path) -> None:
    """Delete what a crash half-way through an earlier snapshot or restore left."""
    for place in (folder, folder / FOLDER):
        for path in (*place.glob(f"{_UNDER_WAY}*"), *place.glob(".*.part")):
            _delete(path)


def _delete(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
