"""Which problem of ours stands behind an error code of SQLite (https://sqlite.org/rescode.html)."""

from __future__ import annotations

import shutil
from pathlib import Path

from copingkit.core.errors import (
    AlreadyOpen,
    DatabaseDamaged,
    DiskFull,
    FileProblem,
    FolderGone,
    FolderNotWritable,
    VaultClosed,
)

_BUSY, _LOCKED, _NOMEM, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = (
    5, 6, 7, 8, 10, 11, 13, 14, 26,
)  # fmt: skip
_PERM = 3
_PAGE = 4096
_IOERR_READ, _IOERR_SHORT_READ, _IOERR_WRITE = 10 | 1 << 8, 10 | 2 << 8, 10 | 3 << 8
_IOERR_DATA, _IOERR_CORRUPTFS = 10 | 32 << 8, 10 | 33 << 8

# SQLCipher reports a page whose HMAC is off as NOMEM when it meets it below the page cache.
_DAMAGE = {_CORRUPT, _NOTADB, _NOMEM}
_DAMAGED_READS = {_IOERR_SHORT_READ, _IOERR_DATA, _IOERR_CORRUPTFS}
_NO_WRITING = {_READONLY, _PERM, _CANTOPEN}


def problem(code: int, path: Path) -> FileProblem | AlreadyOpen | VaultClosed | None:
    """The problem behind the extended result `code` met at `path`; None: a mistake of ours."""
    primary = code & 0xFF
    if primary in _DAMAGE or code in _DAMAGED_READS:
        return DatabaseDamaged(path.name)
    if primary == _FULL:
        return DiskFull(path.name)
    if primary in {_BUSY, _LOCKED}:
        return AlreadyOpen()
    if primary in _NO_WRITING or primary == _IOERR:
        return _of_the_folder(code, path)
    return None


def _of_the_folder(code: int, path: Path) -> FileProblem:
    if not path.parent.is_dir() or not path.exists():
        return FolderGone(path.parent.name)
    if code == _IOERR_WRITE:  # a quota or a size limit; SQLite knows ENOSPC alone as "full"
        return DiskFull(path.name)
    if code == _IOERR and shutil.disk_usage(path.parent).free < _PAGE:  # no room for its index
        return DiskFull(path.name)
    if code & 0xFF == _IOERR:
        return FolderGone(path.parent.name)
    return FolderNotWritable(path.parent.name)
