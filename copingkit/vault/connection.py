"""One SQLCipher connection: the key goes in here, and problems come out by name.

The only importer of sqlcipher3. An ordinary SQLCipher 4 file under a raw 32-byte key.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]  # ships no types

from copingkit.core.errors import DatabaseDamaged, DiskFull, EnvironmentProblem
from copingkit.vault import sqlite_problems

Value = str | int | bytes | None
Row = tuple[Any, ...]

KEY_BYTES = 32
_PAGES_AT_A_TIME = 256
# MemoryError is SQLCipher's sign of a page that it could not decrypt before.
_PROBLEMS = (sqlcipher.Error, MemoryError)


def engine_version() -> str:
    """The versions of SQLCipher and of SQLite inside it: "4.19.0 (SQLite 3.53.4)"."""
    with contextlib.closing(sqlcipher.connect(":memory:")) as memory:
        ((said,),) = memory.execute("PRAGMA cipher_version")
    return f"{str(said).partition(' ')[0]} (SQLite {sqlcipher.sqlite_version})"


class Connection:
    """A connection to the file at `path`; whether the key fits shows at the first statement.

    `mode` is SQLite's: "rw", "rwc" to make a new file, or "ro", "ro&immutable=1" to change
    nothing. Every method raises the problems of `sqlite_problems`, none of which carries SQL,
    values or the key.
    """

    def __init__(self, path: Path, data_key: bytes, mode: str) -> None:
        if len(data_key) != KEY_BYTES:
            raise ValueError("a data key has 32 bytes")
        self.path = path
        try:
            self._sqlite = sqlcipher.connect(
                f"{path.absolute().as_uri()}?mode={mode}",
                uri=True,
                isolation_level=None,
                check_same_thread=False,
            )
        except _PROBLEMS as error:
            raise self._named(error) from None
        # Not by PRAGMA: the key is in no SQL text that could be traced or quoted.
        self._sqlite.set_key(f"x'{data_key.hex()}'")
        self.rows("PRAGMA cipher_log_level = NONE")

    def rows(self, statement: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows that `statement` gives."""
        try:
            found: list[Row] = self._sqlite.execute(statement, values).fetchall()
        except _PROBLEMS as error:
            raise self._named(error) from None
        return found

    def insert(self, statement: str, values: Sequence[Value]) -> int:
        """Run a statement; gives the rowid of the row that it inserted."""
        try:
            rowid: int | None = self._sqlite.execute(statement, values).lastrowid
        except _PROBLEMS as error:
            raise self._named(error) from None
        return rowid or 0

    def run(self, *statements: str) -> None:
        """Run statements whose rows nobody wants."""
        for statement in statements:
            self.rows(statement)

    def number(self, pragma: str) -> int:
        """The number that a pragma gives."""
        ((value,),) = self.rows(f"PRAGMA {pragma}")
        return int(value)

    @property
    def in_transaction(self) -> bool:
        """Whether SQLite is in a transaction."""
        return bool(self._sqlite.in_transaction)

    def committed_frames(self) -> int:
        """How many frames of the log are committed; none in a file that has no log yet."""
        ((_busy, frames, _written_back),) = self.rows("PRAGMA wal_checkpoint(NOOP)")
        return max(int(frames), 0)

    def write_back(self) -> bool:
        """Move the log into the database file; gives whether all of it got there."""
        try:
            # Passive: a snapshot under way must not make the window wait.
            ((busy, frames, moved),) = self.rows("PRAGMA wal_checkpoint(PASSIVE)")
        except EnvironmentProblem:
            return False
        return not busy and frames == moved

    def verify(self) -> None:
        """Read and check every page and every index; raises DatabaseDamaged."""
        bad_pages = self.rows("PRAGMA cipher_integrity_check")
        if bad_pages or self.rows("PRAGMA integrity_check") != [("ok",)]:
            raise DatabaseDamaged(self.path.name)

    def copy_into(self, target: Connection, cancelled: Callable[[], bool]) -> bool:
        """Copy every page, encrypted under the target's key; False when cancelled half-way."""

        def progress(_status: int, _remaining: int, _total: int) -> None:
            if cancelled():
                raise _CancelledError

        try:
            # Within one reading transaction, so that saves meanwhile do not restart the copy.
            self.run("BEGIN", "SELECT count(*) FROM sqlite_master")
            try:
                self._sqlite.backup(target._sqlite, pages=_PAGES_AT_A_TIME, progress=progress)
            except _PROBLEMS as error:
                raise self._named(error, target.path) from None
            # A page whose HMAC is off was copied as zeros; SQLCipher fails at the next page that
            # it has to decrypt, so make it forget the pages that it holds and read one.
            self.run("PRAGMA shrink_memory", "SELECT id FROM vault")
        except _CancelledError:
            return False
        finally:
            self.roll_back()
        return True

    def roll_back(self) -> None:
        """Take back a transaction that is under way."""
        with contextlib.suppress(*_PROBLEMS):
            self._sqlite.rollback()

    def close(self) -> None:
        """Close it; an error meanwhile changes nothing any more."""
        with contextlib.suppress(*_PROBLEMS):
            self._sqlite.close()

    def _named(self, error: Exception, written: Path | None = None) -> Exception:
        """The problem behind `error`; `error` itself where it is a mistake of ours.

        A full disk is that of the file that is `written`.
        """
        if isinstance(error, MemoryError):
            return DatabaseDamaged(self.path.name)
        found = sqlite_problems.problem(sqlite_problems.code_of(error), self.path)
        if written is not None and isinstance(found, DiskFull):
            return DiskFull(written.name)
        return found or error


class _CancelledError(Exception):
    """The copying was called off."""
