"""The record store over the encrypted database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple, TypeVar

from copingkit.core.clock import Clock
from copingkit.core.errors import NewerFormat, RecordMissing
from copingkit.core.events import Event
from copingkit.core.ids import new_id
from copingkit.core.records import (
    Attachment,
    Change,
    Hit,
    Record,
    RecordKind,
    Removed,
    Version,
)
from copingkit.vault import record_codec
from copingkit.vault.attachments import Attachments
from copingkit.vault.database import Database, Value
from copingkit.vault.record_codec import from_micros, to_micros
from copingkit.vault.retention import Retention
from copingkit.vault.search import SearchIndex

T = TypeVar("T")

_COLUMNS = """seq, id, kind, format, version, body, note,
    occurred_at, created_at, changed_at, removed_at"""
_TIME = "coalesce(occurred_at, created_at)"
_BY_ID = f"SELECT {_COLUMNS} FROM record WHERE id = ?"  # noqa: S608  # a constant of ours
_FIND = f"""SELECT {_COLUMNS} FROM record
    WHERE kind = ? AND removed_at IS NULL AND {_TIME} >= ? AND {_TIME} < ?
    ORDER BY {_TIME} DESC, seq DESC LIMIT ?"""  # noqa: S608  # constants of ours
_COUNT = "SELECT count(*) FROM record WHERE kind = ? AND removed_at IS NULL"
_INSERT = """INSERT INTO record (id, kind, format, version, body, note,
    occurred_at, created_at, changed_at) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?)"""
_UPDATE = """UPDATE record SET format = ?, version = ?, body = ?, note = ?,
    occurred_at = ?, changed_at = ? WHERE seq = ?"""
_KEEP_VERSION = """INSERT INTO version (record, number, format, body, at, note)
    VALUES (?, ?, ?, ?, ?, ?)"""
_VERSIONS = """SELECT number, format, body, at, note FROM version
    WHERE record = ? ORDER BY number DESC"""
_REMOVE = "UPDATE record SET removed_at = ?, removed_age = ? WHERE seq = ?"
_REMOVED = f"""SELECT {_COLUMNS} FROM record WHERE removed_at IS NOT NULL
    ORDER BY removed_at DESC, seq DESC LIMIT ?"""  # noqa: S608  # constants of ours

_FIRST_MICRO, _LAST_MICRO = -(1 << 63), (1 << 63) - 1


class _Row(NamedTuple):
    """A row of the record table in the order of `_COLUMNS`."""

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


class SqlRecordStore:
    """Implements `core.records.RecordStore`; the kinds are those that search knows."""

    def __init__(self, database: Database, kinds: Iterable[RecordKind[Any]], clock: Clock) -> None:
        self.changed: Event[Change] = Event()
        self._database = database
        self._clock = clock
        self._kinds = {kind.name: kind for kind in kinds}
        self._search = SearchIndex(database, self._kinds)
        self._attachments = Attachments(database)
        self._retention = Retention(database, clock)

    def get(self, kind: RecordKind[T], record_id: str) -> Record[T]:
        """The record; raises RecordMissing when there is none or it is in Recently removed."""
        return _record(kind, self._present(record_id, kind))

    def find(
        self,
        kind: RecordKind[T],
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int | None = None,
    ) -> list[Record[T]]:
        """Records of a kind, newest `occurred_at` (else creation) first, within [since, until)."""
        first = _FIRST_MICRO if since is None else to_micros(since)
        last = _LAST_MICRO if until is None else to_micros(until)
        rows = self._database.read(
            _FIND, (kind.name, first, last, -1 if limit is None else max(limit, 0))
        )
        return [_record(kind, _Row._make(row)) for row in rows]

    def count(self, kind: RecordKind[Any]) -> int:
        """How many there are, without those in Recently removed."""
        ((number,),) = self._database.read(_COUNT, (kind.name,))
        return int(number)

    def save(
        self,
        kind: RecordKind[T],
        value: T,
        record_id: str | None = None,
        *,
        amend: bool = False,
        note: str = "",
    ) -> Record[T]:
        """Keep `value`, as a new record or in place of an earlier value.

        The note of an amending save replaces the earlier one unless it is empty. Versions of one
        record never go back in time, even when the clock is set back.
        """
        body = record_codec.encode(value)
        with self._database.transaction():
            row = self._row(record_id) if record_id else None
            if row is None:
                saved = self._insert(kind, value, record_id or new_id(), body, note)
            elif row.removed_at is not None or row.kind != kind.name:
                raise RecordMissing
            elif row.format > kind.format:
                raise NewerFormat(kind.name)
            elif row.body == body and row.format == kind.format:
                return _with_value(kind, value, row)
            else:
                saved = self._replace(kind, value, row, body, note, amend=amend)
            self._tell(saved)
        return _with_value(kind, value, saved)

    def remove(self, record_id: str) -> None:
        """Move to Recently removed, from where it goes for good after 30 days."""
        with self._database.transaction():
            row = self._present(record_id)
            self._database.write(_REMOVE, (*self._retention.look(), row.seq))
            self._search.drop(row.seq)
            self._tell(row)

    def restore(self, record_id: str) -> None:
        """Bring back from Recently removed; raises RecordMissing."""
        with self._database.transaction():
            row = self._row(record_id)
            if row is None or row.removed_at is None:
                raise RecordMissing
            self._database.write(_REMOVE, (None, None, row.seq))
            kind = self._kinds.get(row.kind)
            if kind is not None:
                value = record_codec.decode(kind, row.format, row.body)
                self._search.put(row.seq, record_codec.search_words(kind, value))
            self._tell(row)

    def purge(self, record_id: str) -> None:
        """Delete for good, with versions, attachments and search text; raises RecordMissing."""
        with self._database.transaction():
            row = self._row(record_id)
            if row is None:
                raise RecordMissing
            self._search.drop(row.seq)
            self._database.write("DELETE FROM record WHERE seq = ?", (row.seq,))
            self._tell(row)
            self._database.after_commit(self._database.empty_log)

    def purge_expired(self) -> int:
        """Purge what was removed 30 days ago; gives how many. See `retention` for the clock.

        To be called once after each opening and once a day while open.
        """
        with self._database.transaction():
            expired = self._retention.expired()
            for record_id in expired:
                self.purge(record_id)
        return len(expired)

    def removed(self, limit: int = 200) -> list[Removed]:
        """What is in Recently removed, latest first."""
        rows = [_Row._make(row) for row in self._database.read(_REMOVED, (limit,))]
        return [
            Removed(row.kind, row.id, self._first_line(row), from_micros(row.removed_at or 0))
            for row in rows
        ]

    def versions(self, kind: RecordKind[T], record_id: str) -> list[Version[T]]:
        """All versions, newest (the present value) first."""
        row = self._present(record_id, kind)
        present = (row.version, row.format, row.body, row.changed_at, row.note)
        earlier = self._database.read(_VERSIONS, (row.seq,))
        return [
            Version(number, record_codec.decode(kind, format_, body), from_micros(at), note)
            for number, format_, body, at, note in (present, *earlier)
        ]

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """Lines in which every word of `query` begins a word, newest record first.

        Where the words are spread over several lines of a record, its first line with one.
        """
        return self._search.find(query, limit)

    def transaction(self) -> AbstractContextManager[None]:
        """Saves inside it land together or not at all; may be nested; events come at its end."""
        return self._database.transaction()

    def attach(self, record_id: str, media_type: str, content: bytes) -> Attachment:
        """Keep a file of at most 20 MB with a record; raises AttachmentTooLarge."""
        with self._database.transaction():
            row = self._present(record_id)
            added = self._attachments.add(row.seq, row.id, media_type, content)
            self._tell(row)
        return added

    def attachments(self, record_id: str) -> Sequence[Attachment]:
        """The files kept with a record, in the order in which they came."""
        return self._attachments.of(record_id)

    def attached_bytes(self, attachment_id: str) -> bytes:
        """The content of an attachment; raises RecordMissing."""
        return self._attachments.content(attachment_id)

    def detach(self, attachment_id: str) -> None:
        """Delete an attachment for good; raises RecordMissing."""
        with self._database.transaction():
            record_id, kind = self._attachments.owner(attachment_id)
            self._attachments.delete(attachment_id)
            self._database.after_commit(self._database.empty_log)
            self._database.after_commit(partial(self.changed.emit, Change(kind, record_id)))

    def _row(self, record_id: str) -> _Row | None:
        rows = self._database.read(_BY_ID, (record_id,))
        return _Row._make(rows[0]) if rows else None

    def _present(self, record_id: str, kind: RecordKind[Any] | None = None) -> _Row:
        """The row of a record that is there and not removed; raises RecordMissing."""
        row = self._row(record_id)
        if row is None or row.removed_at is not None:
            raise RecordMissing
        if kind is not None and row.kind != kind.name:
            raise RecordMissing
        return row

    def _insert(self, kind: RecordKind[T], value: T, record_id: str, body: str, note: str) -> _Row:
        now = to_micros(self._clock.now())
        occurred_at = _occurred(kind, value)
        values = (record_id, kind.name, kind.format, body, note, occurred_at, now, now)
        seq = self._database.write(_INSERT, values)
        self._search.put(seq, record_codec.search_words(kind, value))
        return _Row(
            seq, record_id, kind.name, kind.format, 1, body, note, occurred_at, now, now, None
        )

    def _replace(
        self, kind: RecordKind[T], value: T, row: _Row, body: str, note: str, *, amend: bool
    ) -> _Row:
        if not amend:
            earlier: tuple[Value, ...] = (
                row.seq, row.version, row.format, row.body, row.changed_at, row.note,
            )  # fmt: skip
            self._database.write(_KEEP_VERSION, earlier)
        new = row._replace(
            format=kind.format,
            version=row.version if amend else row.version + 1,
            body=body,
            note=(note or row.note) if amend else note,
            occurred_at=_occurred(kind, value),
            changed_at=max(to_micros(self._clock.now()), row.changed_at),
        )
        self._database.write(
            _UPDATE,
            (new.format, new.version, body, new.note, new.occurred_at, new.changed_at, new.seq),
        )
        self._search.put(row.seq, record_codec.search_words(kind, value))
        return new

    def _tell(self, row: _Row) -> None:
        self._database.after_commit(partial(self.changed.emit, Change(row.kind, row.id)))

    def _first_line(self, row: _Row) -> str:
        kind = self._kinds.get(row.kind)
        if kind is None or row.format > kind.format:
            return ""
        lines = record_codec.lines(kind, record_codec.decode(kind, row.format, row.body))
        return lines[0].text if lines else ""


def _occurred(kind: RecordKind[T], value: T) -> int | None:
    moment = kind.occurred_at(value)
    return None if moment is None else to_micros(moment)


def _record(kind: RecordKind[T], row: _Row) -> Record[T]:
    return _with_value(kind, record_codec.decode(kind, row.format, row.body), row)


def _with_value(kind: RecordKind[T], value: T, row: _Row) -> Record[T]:
    return Record(
        id=row.id,
        kind=kind,
        value=value,
        version=row.version,
        created_at=from_micros(row.created_at),
        changed_at=from_micros(row.changed_at),
        occurred_at=None if row.occurred_at is None else from_micros(row.occurred_at),
    )
