"""The record and version tables: rows in, rows out, nothing about their bodies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from copingkit.vault.database import Database

_COLUMNS = """seq, id, kind, format, version, body, note,
    occurred_at, created_at, changed_at, removed_at"""
_TIME = "coalesce(occurred_at, created_at)"
# The index record_by_time has the same expression, so only the rows that are given are read.
_FIND = f"""SELECT {_COLUMNS} FROM record
    WHERE kind = ? AND removed_at IS NULL AND {_TIME} >= ? AND {_TIME} < ?
    ORDER BY {_TIME} DESC, seq DESC LIMIT ?"""  # noqa: S608  # constants of ours
_BY_ID = f"SELECT {_COLUMNS} FROM record WHERE id = ?"  # noqa: S608  # a constant of ours
_BY_SEQ = f"SELECT {_COLUMNS} FROM record WHERE seq = ?"  # noqa: S608  # a constant of ours
_COUNT = "SELECT count(*) FROM record WHERE kind = ? AND removed_at IS NULL"
_INSERT = """INSERT INTO record (id, kind, format, version, body, note,
    occurred_at, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_UPDATE = """UPDATE record SET format = ?, version = ?, body = ?, note = ?, changed_at = ?
    WHERE seq = ?"""
_MOVE = "UPDATE record SET occurred_at = ? WHERE seq = ?"
_KEEP = "INSERT INTO version (record, number, format, body, at, note) VALUES (?, ?, ?, ?, ?, ?)"
_VERSIONS = """SELECT number, format, body, at, note FROM version
    WHERE record = ? ORDER BY number DESC"""
_REMOVE = "UPDATE record SET removed_at = ?, removed_age = ? WHERE seq = ?"
_REMOVED = f"""SELECT {_COLUMNS} FROM record WHERE removed_at IS NOT NULL
    ORDER BY removed_at DESC, seq DESC LIMIT ?"""  # noqa: S608  # constants of ours

_EVER = (-(1 << 63), (1 << 63) - 1)


class Row(NamedTuple):
    """A row of the record table; times in microseconds since 1970."""

    seq: int
    id: str
    kind: str
    format: int
    version: int
    body: str
    note: str
    occurred_at: int | None
    created_at: int
    changed_at: int
    removed_at: int | None


class VersionRow(NamedTuple):
    """How a record was; `at` in microseconds since 1970."""

    number: int
    format: int
    body: str
    at: int
    note: str


class RecordRows:
    """The two tables. Whoever changes them brings the transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def by_id(self, record_id: str) -> Row | None:
        """The row of a record, removed or not."""
        rows = self._database.read(_BY_ID, (record_id,))
        return Row._make(rows[0]) if rows else None

    def all(self) -> Iterator[Row]:
        """All rows, removed or not, as they came; one at a time in memory."""
        for (seq,) in self._database.read("SELECT seq FROM record ORDER BY seq"):
            yield from map(Row._make, self._database.read(_BY_SEQ, (seq,)))

    def find(self, kind: str, since: int | None, until: int | None, limit: int | None) -> list[Row]:
        """Rows of a kind, newest first, that happened within [since, until)."""
        first = _EVER[0] if since is None else since
        last = _EVER[1] if until is None else until
        most = -1 if limit is None else max(limit, 0)
        return [Row._make(row) for row in self._database.read(_FIND, (kind, first, last, most))]

    def count(self, kind: str) -> int:
        """How many of a kind are not removed."""
        ((number,),) = self._database.read(_COUNT, (kind,))
        return int(number)

    def add(self, row: Row) -> Row:
        """Insert `row`; gives it with the `seq` that it got."""
        return row._replace(seq=self._database.write(_INSERT, row[1:10]))

    def keep_version(self, row: Row) -> None:
        """Keep how `row` is, before it is replaced."""
        earlier = VersionRow(row.version, row.format, row.body, row.changed_at, row.note)
        self.add_version(row.seq, earlier)

    def add_version(self, seq: int, version: VersionRow) -> None:
        """Keep an earlier version of the record in row `seq`."""
        self._database.write(_KEEP, (seq, *version))

    def replace(self, row: Row, before: Row) -> None:
        """Give the row with that `seq` its new content; `before` is what it held."""
        content = (row.format, row.version, row.body, row.note, row.changed_at)
        self._database.write(_UPDATE, (*content, row.seq))
        if row.occurred_at != before.occurred_at:  # naming it writes the index by time anew
            self._database.write(_MOVE, (row.occurred_at, row.seq))

    def versions(self, seq: int) -> list[VersionRow]:
        """The earlier versions of a record, newest first."""
        return [VersionRow._make(row) for row in self._database.read(_VERSIONS, (seq,))]

    def set_removed(self, seq: int, at: int | None, age: int | None) -> None:
        """Mark as removed at a time and an age of the vault (see `retention`), or not."""
        self._database.write(_REMOVE, (at, age, seq))

    def removed(self, limit: int) -> list[Row]:
        """Removed rows, latest removal first."""
        return [Row._make(row) for row in self._database.read(_REMOVED, (limit,))]

    def delete(self, seq: int) -> None:
        """Delete a row with its versions and attachments."""
        self._database.write("DELETE FROM record WHERE seq = ?", (seq,))
