"""Each result code of SQLite has one problem of ours, and mistakes of ours have none."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from copingkit.core.errors import (
    AlreadyOpen,
    DatabaseDamaged,
    DiskFull,
    FileProblem,
    FolderGone,
    FolderNotWritable,
)
from copingkit.vault.sqlite_problems import code_of, problem

NOBODY = 65534


@contextmanager
def as_an_ordinary_user() -> Iterator[None]:
    """Root may read everything, so it becomes "nobody" meanwhile; others stay who they are."""
    user = os.geteuid()
    os.seteuid(user or NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.fixture
def there(tmp_path: Path) -> Path:
    path = tmp_path / "place" / "vault.db"
    path.parent.mkdir()
    path.write_bytes(b"x")
    return path


@pytest.mark.parametrize(
    ("code", "expected", "name"),
    [
        (sqlite3.SQLITE_CORRUPT, DatabaseDamaged, "vault.db"),
        (sqlite3.SQLITE_NOTADB, DatabaseDamaged, "vault.db"),
        (sqlite3.SQLITE_NOMEM, DatabaseDamaged, "vault.db"),
        (sqlite3.SQLITE_FULL, DiskFull, "vault.db"),
        (sqlite3.SQLITE_IOERR, DiskFull, "vault.db"),
        (sqlite3.SQLITE_PERM, FolderNotWritable, "place"),
        (sqlite3.SQLITE_READONLY, FolderNotWritable, "place"),
        (sqlite3.SQLITE_CANTOPEN, FolderNotWritable, "place"),
    ],
)
def test_beside_a_file_that_can_be_read(
    there: Path, code: int, expected: type[FileProblem], name: str
) -> None:
    found = problem(code, there)
    assert type(found) is expected
    assert isinstance(found, FileProblem)
    assert found.name == name


@pytest.mark.parametrize("code", [sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED])
def test_another_program_has_it(there: Path, code: int) -> None:
    assert isinstance(problem(code, there), AlreadyOpen)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN])
def test_a_file_that_went_away(there: Path, code: int) -> None:
    there.unlink()
    found = problem(code, there)
    assert isinstance(found, FolderGone)
    assert found.name == "place"


def test_a_file_of_somebody_else_is_not_gone(there: Path) -> None:
    there.chmod(0)
    with as_an_ordinary_user():
        found = problem(sqlite3.SQLITE_CANTOPEN, there)
    assert isinstance(found, FolderNotWritable)


@pytest.mark.parametrize("code", [0, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT])
def test_mistakes_of_ours_have_no_name(there: Path, code: int) -> None:
    assert problem(code, there) is None


def test_the_code_of_an_error() -> None:
    """The backup interface of sqlcipher3 raises errors with a message alone."""
    assert code_of(Exception("database or disk is full")) == sqlite3.SQLITE_FULL
    assert code_of(Exception("disk I/O error")) == sqlite3.SQLITE_IOERR
    assert code_of(Exception("anything else")) == 0
    with_code = sqlite3.OperationalError("disk I/O error")
    with_code.sqlite_errorcode = sqlite3.SQLITE_READONLY
    assert code_of(with_code) == sqlite3.SQLITE_READONLY
