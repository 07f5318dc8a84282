"""The encrypted database file: opened whole and ours or not at all, changed in transactions."""

from __future__ import annotations

import contextlib
import os
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from copingkit.core.errors import (
    DatabaseDamaged,
    FolderGone,
    VaultClosed,
    VaultExists,
)
from copingkit.core.files import named_problems, sync_folder
from copingkit.vault import schema, wholeness
from copingkit.vault.commit_mark import CommitMark
from copingkit.vault.connection import KEY_BYTES, Connection, Row, Value
from copingkit.vault.transactions import Transactions

__all__ = ["KEY_BYTES", "Database", "Row", "Value"]

_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
)


class Database:
    """One open vault file. Any thread may use it; a transaction holds the other threads off."""

    def __init__(
        self, path: Path, connection: Connection, data_key: bytes, mark: CommitMark
    ) -> None:
        self.path = path
        self._data_key = data_key
        self._connection: Connection | None = connection
        self._mark = mark
        self._identity = _identity(path)
        self._lock = threading.RLock()
        self._transactions = Transactions(self)

    @classmethod
    def create(cls, path: Path, data_key: bytes, vault_id: str, *, now: int = 0) -> Database:
        """A new vault file; `now` in microseconds since 1970.

        Raises VaultExists, DiskFull, FolderGone or FolderNotWritable.
        """
        if path.exists():
            raise VaultExists
        with named_problems(path):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with contextlib.ExitStack() as undo:
            for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
                undo.callback(path.with_name(name).unlink, missing_ok=True)
            connection = Connection(path, data_key, "rw")
            undo.callback(connection.close)
            connection.run(*_SETTINGS)
            _upgrade(connection)
            statement = "INSERT INTO vault (id, created_at, seen_at, age) VALUES (?, ?, ?, 0)"
            connection.insert(statement, (vault_id, now, now))
            connection.write_back()
            with named_problems(path):
                sync_folder(path.parent)
            undo.pop_all()
        return cls(path, connection, data_key, CommitMark(path))

    @classmethod
    def open(
        cls, path: Path, data_key: bytes, vault_id: str, *, accept_lost_tail: bool = False
    ) -> Database:
        """The vault file at `path`, which must be whole and belong to `vault_id`.

        `accept_lost_tail` opens a vault whose log is damaged at its end with what is whole
        before. Raises DatabaseDamaged (with the damaged file's name), NewerFormat, FolderGone,
        FolderNotWritable, AlreadyOpen. Takes about a millisecond: damage deep inside shows when
        it is read, as DatabaseDamaged, or in `check`.
        """
        wholeness.must_be_there(path)
        mark = CommitMark(path)
        with named_problems(path):
            promised = 0 if accept_lost_tail else mark.promised()
        connection = Connection(path, data_key, "rw")
        try:
            wholeness.must_reach(connection, promised, mark.log)
            wholeness.must_be_ours(connection, path, vault_id)
            connection.run(*_SETTINGS)
            _upgrade(connection)
        except DatabaseDamaged:
            _close_keeping(connection, mark.log)
            raise
        except BaseException:
            connection.close()
            raise
        return cls(path, connection, data_key, mark)

    @property
    def closed(self) -> bool:
        """Whether `close` was called."""
        return self._connection is None

    def close(self) -> None:
        """Close the file, with everything in `vault.db` itself; twice is harmless."""
        with self._lock:
            connection, self._connection = self._connection, None
            self._data_key = b""
            if connection is None:
                return
            connection.roll_back()
            if connection.write_back():
                self._mark.clear()
            else:  # the next opening has to see what this one left
                self._mark.release()
            connection.close()

    def read(self, statement: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows that `statement` gives; raises VaultClosed, DatabaseDamaged, FolderGone."""
        with self._lock:
            return self._open().rows(statement, values)

    def write(self, statement: str, values: Sequence[Value] = ()) -> int:
        """Run `statement` inside `transaction`; gives the rowid of an inserted row."""
        with self._lock:
            self._transactions.must_be_whole()
            return self._open().insert(statement, values)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """What is written inside lands together, or not at all after an exception.

        May be nested: an inner one that fails takes back its own part. At the end of the
        outermost everything is on the disk. Raises DiskFull, FolderGone, FolderNotWritable.
        """
        with self._lock:
            waiting = self._transactions.waiting
            self._transactions.begin()
            try:
                yield
            except BaseException as error:
                self._transactions.take_back(error, waiting)
                raise
            due = self._transactions.finish()
        for callback in due:
            callback()

    def after_commit(self, callback: Callable[[], object]) -> None:
        """Call `callback` once the running transaction is on the disk; never if it fails."""
        self._transactions.after_commit(callback)

    def check(self) -> None:
        """Read and verify every page; raises DatabaseDamaged. Slow: seconds for a large vault."""
        with self._lock:
            self._open().verify()

    def copy_to(self, target: Path, cancelled: Callable[[], bool] = lambda: False) -> bool:
        """A verified copy under the same key in the new file `target`; saves may go on meanwhile.

        May be called in another thread than everything else. False when it was cancelled or the
        vault closed meanwhile; then, and after an error, no file is left. Raises DatabaseDamaged
        (also when only the copy fails its check), VaultClosed, DiskFull, FolderGone,
        FolderNotWritable.
        """
        with self._lock:
            self._open()
            data_key = self._data_key
        with named_problems(target):
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        whole = False
        try:
            whole = self._copy(target, data_key, lambda: self.closed or cancelled())
        finally:
            if not whole:
                target.unlink(missing_ok=True)
        return whole

    def empty_log(self) -> None:
        """Move the log into the database and cut it to nothing; not inside a transaction.

        While another connection reads (a snapshot under way) this is left to `close`.
        """
        with self._lock:
            connection = self._open()
            if connection.write_back():
                self._mark.clear()
                connection.run("PRAGMA wal_checkpoint(TRUNCATE)")

    # --- for Transactions ---------------------------------------------------------------------

    def run(self, statement: str) -> None:
        """Run a statement that begins or ends a transaction."""
        self._open().run(statement)

    def under_way(self) -> bool:
        """Whether SQLite is in a transaction."""
        return self._open().in_transaction

    def land(self) -> None:
        """Commit. A file deleted while open takes writes without a word, so look at the path."""
        connection = self._open()
        if _identity(self.path) != self._identity or not self._mark.log.exists():
            raise FolderGone(self.path.parent.name)
        connection.run("COMMIT")
        self._mark.write(connection.committed_frames())

    def _copy(self, target: Path, data_key: bytes, cancelled: Callable[[], bool]) -> bool:
        with (
            contextlib.closing(Connection(self.path, data_key, "rw")) as source,
            contextlib.closing(Connection(target, data_key, "rw")) as copy,
        ):
            if not source.copy_into(copy, cancelled):
                return False
            copy.run("PRAGMA journal_mode = DELETE")  # one file, complete in itself
        with contextlib.closing(Connection(target, data_key, "rw")) as copy:
            try:
                copy.verify()
            except DatabaseDamaged:
                raise DatabaseDamaged(self.path.name) from None
        return not cancelled()

    def _open(self) -> Connection:
        if self._connection is None:
            raise VaultClosed
        return self._connection


def _upgrade(connection: Connection) -> None:
    """Run the schema steps that the file lacks, all or none."""
    version = connection.number("user_version")
    if version == len(schema.STEPS):
        return
    connection.run("BEGIN IMMEDIATE")
    for step in schema.STEPS[version:]:
        connection.run(*step)
    connection.run(
        f"PRAGMA application_id = {schema.APPLICATION_ID}",
        f"PRAGMA user_version = {len(schema.STEPS)}",
        "COMMIT",
    )


def _close_keeping(connection: Connection, log: Path) -> None:
    """Close without losing the log, which SQLite would delete: it is evidence of damage."""
    kept = log.with_name(f"{log.name}.kept")
    with contextlib.suppress(OSError):
        shutil.copyfile(log, kept)
    connection.close()
    with contextlib.suppress(OSError):
        os.replace(kept, log)


def _identity(path: Path) -> tuple[int, int]:
    """What tells a file from another one put at the same path."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return found.st_dev, found.st_ino
