"""The encrypted database file: opening it, statements in transactions, problems by name.

An ordinary SQLCipher 4 file under a raw 32-byte key. Only this module imports sqlcipher3, and the
key meets SQLCipher only in `_connect`.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]  # ships no types

from copingkit.core.errors import (
    DatabaseDamaged,
    EnvironmentProblem,
    FolderGone,
    NewerFormat,
    VaultClosed,
    VaultExists,
)
from copingkit.vault import schema, sqlite_problems
from copingkit.vault.commit_mark import CommitMark

Value = str | int | bytes | None
Row = tuple[Any, ...]

KEY_BYTES = 32
_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
)


class Database:
    """One open vault file. Used by one thread at a time; a lock holds others off."""

    def __init__(self, path: Path, connection: Any, mark: CommitMark) -> None:
        self.path = path
        self._connection = connection
        self._mark = mark
        self._identity = _identity(path)
        self._lock = threading.RLock()
        self._depth = 0
        self._broken: EnvironmentProblem | None = None
        self._afterwards: list[Callable[[], object]] = []

    @classmethod
    def create(cls, path: Path, data_key: bytes, vault_id: str, *, now: int = 0) -> Database:
        """A new vault file; `now` in microseconds since 1970.

        Raises VaultExists, DiskFull, FolderGone or FolderNotWritable.
        """
        if path.exists():
            raise VaultExists
        connection = _connect(path, data_key, "rwc")
        try:
            with _problems_of(path):
                path.chmod(0o600)
                _apply(connection, _SETTINGS)
                _upgrade(connection)
                connection.execute(
                    "INSERT INTO vault (id, created_at, seen_at, age) VALUES (?, ?, ?, 0)",
                    (vault_id, now, now),
                )
        except BaseException:
            _close(connection)
            path.unlink(missing_ok=True)
            raise
        return cls(path, connection, CommitMark(path))

    @classmethod
    def open(
        cls, path: Path, data_key: bytes, vault_id: str, *, accept_lost_tail: bool = False
    ) -> Database:
        """The vault file at `path`, which must be whole and belong to `vault_id`.

        `accept_lost_tail` opens a vault whose log is damaged at its end with what is whole
        before. Raises DatabaseDamaged (with the damaged file's name), NewerFormat, FolderGone,
        FolderNotWritable, AlreadyOpen.
        """
        _must_be_there(path)
        mark = CommitMark(path)
        with _problems_of(path):
            header = mark.log_header()
            promised = 0 if accept_lost_tail else mark.promised(header)
        if promised and header.empty:
            raise DatabaseDamaged(mark.log.name)
        if not (header.empty or header.whole or accept_lost_tail):
            raise DatabaseDamaged(mark.log.name)
        connection = _connect(path, data_key, "rw")
        try:
            with _problems_of(path):
                _must_be_ours(connection, path, vault_id)
                if _committed_frames(connection) < promised:
                    raise DatabaseDamaged(mark.log.name)
                _apply(connection, _SETTINGS)
                _upgrade(connection)
        except DatabaseDamaged:
            _close_keeping(connection, mark.log)
            raise
        except BaseException:
            _close(connection)
            raise
        return cls(path, connection, mark)

    @property
    def closed(self) -> bool:
        """Whether `close` was called."""
        return self._connection is None

    def close(self) -> None:
        """Close the file, with everything in `vault.db` itself; twice is harmless."""
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is None:
                return
            damaged = not _write_back(connection)
            if damaged:  # the next opening has to see what this one left
                self._mark.release()
            else:
                self._mark.clear()
            _close(connection)

    def read(self, statement: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows that `statement` gives; raises VaultClosed, DatabaseDamaged, FolderGone."""
        with self._lock, _problems_of(self.path):
            rows: list[Row] = self._open().execute(statement, values).fetchall()
            return rows

    def write(self, statement: str, values: Sequence[Value] = ()) -> int:
        """Run `statement` inside `transaction`; gives the rowid of an inserted row."""
        if not self._depth:
            raise RuntimeError("writing outside a transaction")
        with _problems_of(self.path):
            if self._broken:
                raise self._broken
            rowid: int | None = self._open().execute(statement, values).lastrowid
            return rowid or 0

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """What is written inside lands together, or not at all after an exception.

        May be nested: an inner one that fails takes back its own part. At the end of the
        outermost everything is on the disk. Raises DiskFull, FolderGone, FolderNotWritable.
        """
        with self._lock:
            self._open()
            waiting = len(self._afterwards)
            self._begin()
            self._depth += 1
            try:
                yield
            except BaseException as error:
                self._depth -= 1
                del self._afterwards[waiting:]
                self._take_back(error)
                raise
            self._depth -= 1
            self._finish()
            if self._depth:
                return
            due, self._afterwards = self._afterwards, []
        for callback in due:
            callback()

    def after_commit(self, callback: Callable[[], object]) -> None:
        """Call `callback` once the running transaction is on the disk; never if it fails."""
        self._afterwards.append(callback)

    def check(self) -> None:
        """Read and verify every page; raises DatabaseDamaged. Slow: seconds for a large vault."""
        with self._lock, _problems_of(self.path):
            connection = self._open()
            bad_pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            if bad_pages or connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                raise DatabaseDamaged(self.path.name)

    def empty_log(self) -> None:
        """Move the log into the database and cut it to nothing; not inside a transaction."""
        with self._lock, _problems_of(self.path):
            connection = self._open()
            if _write_back(connection):
                self._mark.clear()
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _open(self) -> Any:
        if self._connection is None:
            raise VaultClosed
        return self._connection

    def _begin(self) -> None:
        with _problems_of(self.path):
            if self._depth == 0:
                self._connection.execute("BEGIN IMMEDIATE")
            else:
                self.write(f"SAVEPOINT inner_{self._depth}")

    def _finish(self) -> None:
        if self._depth:
            self.write(f"RELEASE inner_{self._depth}")
            return
        try:
            with _problems_of(self.path):
                if self._broken:
                    raise self._broken
                self._must_still_be_there()
                self._connection.execute("COMMIT")
                self._mark.write(_committed_frames(self._connection))
        except BaseException as error:
            self._afterwards.clear()
            self._take_back(error)
            raise

    def _take_back(self, error: BaseException) -> None:
        """Undo the transaction that just failed with `error`, or its inner part."""
        if self._connection is None:
            self._depth = 0
            return
        if self._depth and self._connection.in_transaction:
            with contextlib.suppress(EnvironmentProblem), _problems_of(self.path):
                self._connection.execute(f"ROLLBACK TO inner_{self._depth}")
                self._connection.execute(f"RELEASE inner_{self._depth}")
            return
        if self._depth:  # SQLite took back the whole transaction: the outer one must fail too
            self._broken = error if isinstance(error, EnvironmentProblem) else self._broken
            return
        self._broken = None
        if self._connection.in_transaction:
            with contextlib.suppress(EnvironmentProblem), _problems_of(self.path):
                self._connection.execute("ROLLBACK")

    def _must_still_be_there(self) -> None:
        """A file that was deleted while open takes writes without a word: look at the path."""
        if _identity(self.path) != self._identity:
            raise FolderGone(self.path.parent.name)


@contextlib.contextmanager
def _problems_of(path: Path) -> Iterator[None]:
    """Turn the errors of SQLite and the system into problems by name."""
    try:
        yield
    except MemoryError:  # SQLCipher's sign of a page whose checksum is off
        raise DatabaseDamaged(path.name) from None
    except sqlcipher.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        found = sqlite_problems.problem(code, path) if code is not None else None
        if found is None:
            raise
        raise found from None
    except OSError:
        raise FolderGone(path.parent.name) from None


def _connect(path: Path, data_key: bytes, mode: str) -> Any:
    """A connection under the key; whether it fits shows at the first statement."""
    if len(data_key) != KEY_BYTES:
        raise ValueError("a data key has 32 bytes")
    with _problems_of(path):
        connection = sqlcipher.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
        )
        # Below `set_key` nothing of ours holds the key: no SQL text, no frame that raises.
        connection.set_key(f"x'{data_key.hex()}'")
        connection.execute("PRAGMA cipher_log_level = NONE")
    return connection


def _apply(connection: Any, statements: Sequence[str]) -> None:
    for statement in statements:
        connection.execute(statement).fetchall()


def _must_be_there(path: Path) -> None:
    if not path.parent.is_dir():
        raise FolderGone(path.parent.name)
    # SQLite would take an empty file, or none, for a new database.
    if not path.is_file() or path.stat().st_size == 0:
        raise DatabaseDamaged(path.name)


def _must_be_ours(connection: Any, path: Path, vault_id: str) -> None:
    """Raise unless the key fits and the file is the whole vault `vault_id`."""
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables == (0,) or _pragma(connection, "application_id") != schema.APPLICATION_ID:
        raise DatabaseDamaged(path.name)
    if _pragma(connection, "user_version") > len(schema.STEPS):
        raise NewerFormat(path.name)
    if connection.execute("SELECT id FROM vault").fetchall() != [(vault_id,)]:
        raise DatabaseDamaged(path.name)


def _upgrade(connection: Any) -> None:
    """Run the schema steps that the file lacks, all or none."""
    version = _pragma(connection, "user_version")
    if version == len(schema.STEPS):
        return
    connection.execute("BEGIN IMMEDIATE")
    for step in schema.STEPS[version:]:
        _apply(connection, step)
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(schema.STEPS)}")
    connection.execute("COMMIT")


def _pragma(connection: Any, name: str) -> int:
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(value)


def _committed_frames(connection: Any) -> int:
    """How many frames of the log are committed."""
    _busy, frames, _written_back = connection.execute("PRAGMA wal_checkpoint(NOOP)").fetchone()
    return int(frames)


def _write_back(connection: Any) -> bool:
    """Move the log into the database file; gives whether all of it got there."""
    try:
        busy, frames, moved = connection.execute("PRAGMA wal_checkpoint(FULL)").fetchone()
    except (sqlcipher.Error, MemoryError):
        return False
    return not busy and frames == moved


def _close(connection: Any) -> None:
    with contextlib.suppress(sqlcipher.Error, MemoryError):
        connection.close()


def _close_keeping(connection: Any, log: Path) -> None:
    """Close without losing the log, which SQLite would delete: it is evidence of damage."""
    kept = log.with_name(f"{log.name}.kept")
    with contextlib.suppress(OSError):
        shutil.copyfile(log, kept)
    _close(connection)
    with contextlib.suppress(OSError):
        os.replace(kept, log)


def _identity(path: Path) -> tuple[int, int]:
    """What tells a file from another one put at the same path."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return found.st_dev, found.st_ino
