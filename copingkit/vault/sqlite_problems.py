"""Which problem of ours stands behind a result code of SQLite (https://sqlite.org/rescode.html)."""

from __future__ import annotations

from pathlib import Path

from copingkit.core.errors import (
    AlreadyOpen,
    DatabaseDamaged,
    DiskFull,
    EnvironmentProblem,
    FileProblem,
    FolderGone,
    FolderNotWritable,
)

_FULL = 13
_CORRUPT, _NOTADB, _NOMEM = 11, 26, 7
_BUSY, _LOCKED = 5, 6
_PERM, _READONLY, _CANTOPEN, _IOERR = 3, 8, 14, 10

# SQLCipher reports a page whose HMAC is off as NOMEM when it meets it below the page cache.
_DAMAGE = {_CORRUPT, _NOTADB, _NOMEM}
_FOLDER = {_PERM, _READONLY, _CANTOPEN, _IOERR}

_CODE_OF_MESSAGE = {
    "database or disk is full": _FULL,
    "disk I/O error": _IOERR,
    "database disk image is malformed": _CORRUPT,
    "file is not a database": _NOTADB,
    "unable to open database file": _CANTOPEN,
    "attempt to write a readonly database": _READONLY,
    "database is locked": _BUSY,
}
"""For errors that come without a code, as those of the backup interface do."""


def code_of(error: Exception) -> int:
    """The result code of an error that sqlcipher3 raised; 0 where it comes from Python's side."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return _CODE_OF_MESSAGE.get(str(error), 0) if code is None else code


def problem(code: int, path: Path) -> EnvironmentProblem | None:
    """The problem behind the (primary) result `code` met at `path`; None: a mistake of ours."""
    if code in _DAMAGE:
        return DatabaseDamaged(path.name)
    if code == _FULL:
        return DiskFull(path.name)
    if code in {_BUSY, _LOCKED}:
        return AlreadyOpen()
    if code in _FOLDER:
        return _of_the_folder(code, path)
    return None


def _of_the_folder(code: int, path: Path) -> FileProblem:
    if not _readable(path):
        return FolderGone(path.parent.name)
    if code == _IOERR:  # reading works, so writing failed: a quota or a size limit
        return DiskFull(path.name)
    return FolderNotWritable(path.parent.name)


def _readable(path: Path) -> bool:
    try:
        with open(path, "rb", buffering=0) as file:
            file.read(1)
    except PermissionError:
        return True
    except OSError:
        return False
    return True
