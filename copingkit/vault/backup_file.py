"""The backup file: a zip, nothing compressed, of the encrypted database and its key slots.

Three members: `backup.json` (who wrote it, for which vault, when, size and SHA-256 of the other
two), `vault.db` and `keyslots.json` (without keyring slots). So it can be checked without a key.
No name inside is ever used as a path, and what is stored cannot grow when it is read.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from copingkit.core.errors import BackupDamaged, FileUnreadable, NewerFormat, SlotsDamaged
from copingkit.core.files import named_problems
from copingkit.core.ids import new_id
from copingkit.vault import slots_file
from copingkit.vault.keyslots import Slots

FORMAT = 1
_MANIFEST, _DATABASE, _SLOTS = "backup.json", "vault.db", "keyslots.json"
_LARGEST = {_MANIFEST: 64 * 1024, _SLOTS: slots_file.LIMIT, _DATABASE: 1 << 40}
_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Backup:
    """A whole backup file; `made_at` in UTC."""

    path: Path
    made_at: datetime
    slots: Slots

    @property
    def vault_id(self) -> str:
        """The vault that it is a copy of."""
        return self.slots.vault_id


def write(path: Path, database: Path, slots: Slots, made_at: datetime) -> Backup:
    """Pack the snapshot at `database` and `slots` into the new file `path`, and read it back.

    `path` appears whole or not at all. Raises DiskFull, FolderGone, FolderNotWritable.
    """
    temporary = path.with_name(f".{path.name}.{new_id()[:8]}.part")
    with named_problems(path):
        try:
            with open(temporary, "xb", opener=_private) as file:
                _pack(file, database, slots_file.serialise(slots), slots.vault_id, made_at)
                file.flush()
                os.fsync(file.fileno())
            inspect(temporary)
            os.replace(temporary, path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    return Backup(path, made_at, slots)


def inspect(path: Path) -> Backup:
    """What the backup file holds, after every byte was compared with its checksum.

    Raises BackupDamaged, NewerFormat, FileUnreadable.
    """
    with _archive(path) as archive:
        manifest = _manifest(archive, path.name)
        for name in (_DATABASE, _SLOTS):
            if _digest(archive, name) != manifest["files"][name]:
                raise BackupDamaged(path.name)
        slots = slots_file.parse(archive.read(_SLOTS), path.name)
        if slots.vault_id != manifest["vault"]:
            raise BackupDamaged(path.name)
        return Backup(path, datetime.fromisoformat(manifest["made_at"]).astimezone(UTC), slots)


def unpack_database(backup: Backup, target: Path) -> None:
    """Write the encrypted database to the new file `target`, lasting and for its owner alone.

    Raises BackupDamaged, FileUnreadable, DiskFull, FolderGone, FolderNotWritable.
    """
    with _archive(backup.path) as archive, archive.open(_DATABASE) as source:
        with named_problems(target):
            descriptor = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with open(descriptor, "wb") as file:
            for chunk in iter(lambda: source.read(_CHUNK), b""):
                with named_problems(target):
                    file.write(chunk)
            with named_problems(target):
                file.flush()
                os.fsync(file.fileno())


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _pack(file: IO[bytes], database: Path, slots: bytes, vault_id: str, made_at: datetime) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        archive.write(database, _DATABASE)
        archive.writestr(_SLOTS, slots)
        with open(database, "rb") as snapshot:
            digest = hashlib.file_digest(snapshot, "sha256").hexdigest()
        manifest = {
            "program": "copingkit",
            "format": FORMAT,
            "vault": vault_id,
            "made_at": made_at.isoformat(),
            "files": {_DATABASE: digest, _SLOTS: hashlib.sha256(slots).hexdigest()},
        }
        archive.writestr(_MANIFEST, json.dumps(manifest, indent=2))


@contextlib.contextmanager
def _archive(path: Path) -> Iterator[zipfile.ZipFile]:
    """The zip at `path`, holding exactly our three members, stored as they are."""
    try:
        with open(path, "rb") as file, zipfile.ZipFile(file) as archive:
            members = {member.filename: member for member in archive.infolist()}
            if set(members) != set(_LARGEST) or len(archive.infolist()) != len(_LARGEST):
                raise BackupDamaged(path.name)
            if not all(_is_plain(member) for member in members.values()):
                raise BackupDamaged(path.name)
            yield archive
    except OSError as error:
        if error.errno == errno.EINVAL:  # a broken directory points to before the file's start
            raise BackupDamaged(path.name) from None
        raise FileUnreadable(path.name) from error
    except _BROKEN:
        raise BackupDamaged(path.name) from None


_BROKEN = (
    zipfile.BadZipFile,
    SlotsDamaged,
    zlib.error,
    ValueError,
    KeyError,
    TypeError,
    EOFError,
    OverflowError,
    RecursionError,
    RuntimeError,  # what zipfile says to members that ask for a password
    NotImplementedError,
)


def _is_plain(member: zipfile.ZipInfo) -> bool:
    stored = member.compress_type == zipfile.ZIP_STORED and not member.flag_bits & 1
    return (
        stored
        and member.file_size == member.compress_size
        and member.file_size <= _LARGEST[member.filename]
    )


def _manifest(archive: zipfile.ZipFile, name: str) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads(archive.read(_MANIFEST))
    if manifest["program"] != "copingkit":
        raise BackupDamaged(name)
    if manifest["format"] > FORMAT:
        raise NewerFormat(name)
    return manifest


def _digest(archive: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with archive.open(name) as member:
        for chunk in iter(lambda: member.read(_CHUNK), b""):
            digest.update(chunk)
    return digest.hexdigest()
