"""The record store over the encrypted database."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from copingkit.core.clock import Clock
from copingkit.core.errors import RecordMissing
from copingkit.core.events import Event
from copingkit.core.ids import new_id
from copingkit.core.kinds import AnyKinds, by_name
from copingkit.core.records import (
    Attachment,
    Change,
    Hit,
    Line,
    Record,
    RecordKind,
    Removed,
    Version,
)
from copingkit.vault import record_codec
from copingkit.vault.attachments import Attachments
from copingkit.vault.database import Database
from copingkit.vault.record_codec import from_micros, to_micros
from copingkit.vault.record_rows import RecordRows, Row, VersionRow
from copingkit.vault.retention import Retention
from copingkit.vault.search import SearchIndex

T = TypeVar("T")


class SqlRecordStore:
    """Implements `core.records.RecordStore`; `kinds` are those that a search looks through."""

    def __init__(self, database: Database, kinds: AnyKinds, clock: Clock) -> None:
        self.changed: Event[Change] = Event()
        self._database, self._clock = database, clock
        self._kinds = by_name(kinds)
        self._rows = RecordRows(database)
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
        rows = self._rows.find(kind.name, _micros(since), _micros(until), limit)
        return [_record(kind, row) for row in rows]

    def count(self, kind: RecordKind[Any]) -> int:
        """How many there are, without those in Recently removed."""
        return self._rows.count(kind.name)

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
        record never go back in time, even when the clock is set back. Raises RecordMissing,
        NewerFormat (the record was saved by a newer program), DiskFull, FolderGone,
        FolderNotWritable.
        """
        with self._database.transaction():
            row = self._rows.by_id(record_id) if record_id else None
            if row is None:
                saved = self._added(kind, value, record_id or new_id(), note)
            else:
                _must_be_saveable(row, kind)
                saved = self._changed(kind, value, row, note, amend)
            if saved is not row:
                self._search.put(saved.seq, record_codec.search_words(kind, value))
                self._tell(saved.kind, saved.id)
        return _with_value(kind, value, saved)

    def remove(self, record_id: str) -> None:
        """Move to Recently removed, from where it goes for good after 30 days."""
        with self._database.transaction():
            row = self._present(record_id)
            self._rows.set_removed(row.seq, *self._retention.look())
            self._search.drop(row.seq)
            self._tell(row.kind, row.id)

    def restore(self, record_id: str) -> None:
        """Bring back from Recently removed; raises RecordMissing when it is not there.

        A kind or format of a newer program comes back, too, but no search finds it.
        """
        with self._database.transaction():
            row = self._rows.by_id(record_id)
            if row is None or row.removed_at is None:
                raise RecordMissing
            self._rows.set_removed(row.seq, None, None)
            kind = self._kinds.get(row.kind)
            if kind is not None and row.format <= kind.format:
                value = record_codec.decode(kind, row.format, row.body)
                self._search.put(row.seq, record_codec.search_words(kind, value))
            self._tell(row.kind, row.id)

    def purge(self, record_id: str) -> None:
        """Delete for good, with versions, attachments and search text; raises RecordMissing."""
        with self._database.transaction():
            row = self._delete(record_id)
            self._search.forget_dropped()
            self._tell(row.kind, row.id)
            self._database.after_commit(self._database.empty_log)

    def purge_expired(self) -> int:
        """Purge what was removed 30 days ago; gives how many. See `retention` for the clock.

        For after each opening and once a day. May run in a worker, so it emits no `changed`.
        """
        with self._database.transaction():
            expired = self._retention.expired()
            for record_id in expired:
                self._delete(record_id)
            if expired:
                self._search.forget_dropped()
                self._database.after_commit(self._database.empty_log)
        return len(expired)

    def removed(self, limit: int = 200) -> list[Removed]:
        """What is in Recently removed, latest first."""
        return [_removed(self._kinds.get(row.kind), row) for row in self._rows.removed(limit)]

    def versions(self, kind: RecordKind[T], record_id: str) -> list[Version[T]]:
        """All versions, newest (the present value) first; raises RecordMissing."""
        row = self._present(record_id, kind)
        present = VersionRow(row.version, row.format, row.body, row.changed_at, row.note)
        return [
            Version(
                kept.number,
                record_codec.decode(kind, kept.format, kept.body),
                from_micros(kept.at),
                kept.note,
            )
            for kept in (present, *self._rows.versions(row.seq))
        ]

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """Lines in which every word of `query` begins a word, newest record first.

        Where the words are spread over several lines of a record: its first line with one.
        """
        return self._search.find(query, limit)

    def transaction(self) -> AbstractContextManager[None]:
        """Saves inside it land together or not at all; may be nested; events come at its end."""
        return self._database.transaction()

    def attach(self, record_id: str, media_type: str, content: bytes) -> Attachment:
        """Keep a file of at most 20 MB with a record; raises AttachmentTooLarge, RecordMissing."""
        with self._database.transaction():
            row = self._present(record_id)
            added = self._attachments.add(row.seq, row.id, media_type, content)
            self._tell(row.kind, row.id)
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
            self._tell(kind, record_id)
            self._database.after_commit(self._database.empty_log)

    def _present(self, record_id: str, kind: RecordKind[Any] | None = None) -> Row:
        """The row of a record that is there and not removed; raises RecordMissing."""
        row = self._rows.by_id(record_id)
        if row is None or row.removed_at is not None or (kind and row.kind != kind.name):
            raise RecordMissing
        return row

    def _added(self, kind: RecordKind[T], value: T, record_id: str, note: str) -> Row:
        now = to_micros(self._clock.now())
        body, occurred_at = record_codec.encode(value), _micros(kind.occurred_at(value))
        row = Row(0, record_id, kind.name, kind.format, 1, body, note, occurred_at, now, now, None)
        return self._rows.add(row)

    def _changed(self, kind: RecordKind[T], value: T, row: Row, note: str, amend: bool) -> Row:
        """The row with `value` in it; the same row where that changes nothing."""
        body = record_codec.encode(value)
        if row.body == body and row.format == kind.format:
            return row
        if not amend:
            self._rows.keep_version(row)
        changed = row._replace(
            format=kind.format,
            version=row.version if amend else row.version + 1,
            body=body,
            note=(note or row.note) if amend else note,
            occurred_at=_micros(kind.occurred_at(value)),
            changed_at=max(to_micros(self._clock.now()), row.changed_at),
        )
        self._rows.replace(changed, row)
        return changed

    def _delete(self, record_id: str) -> Row:
        row = self._rows.by_id(record_id)
        if row is None:
            raise RecordMissing
        self._search.drop(row.seq)
        self._rows.delete(row.seq)
        return row

    def _tell(self, kind: str, record_id: str) -> None:
        self._database.after_commit(partial(self.changed.emit, Change(kind, record_id)))


def _removed(kind: RecordKind[Any] | None, row: Row) -> Removed:
    """With the first line of the record; with none of a kind or format that we do not know."""
    lines: list[Line] = []
    if kind is not None and row.format <= kind.format:
        lines = record_codec.lines(kind, record_codec.decode(kind, row.format, row.body))
    shown = lines[0].shown if lines else ""
    return Removed(row.kind, row.id, shown, from_micros(row.removed_at or 0))


def _must_be_saveable(row: Row, kind: RecordKind[Any]) -> None:
    if row.removed_at is not None or row.kind != kind.name:
        raise RecordMissing
    record_codec.must_be_known(kind, row.format)


def _micros(moment: datetime | None) -> int | None:
    return None if moment is None else to_micros(moment)


def _record(kind: RecordKind[T], row: Row) -> Record[T]:
    return _with_value(kind, record_codec.decode(kind, row.format, row.body), row)


def _with_value(kind: RecordKind[T], value: T, row: Row) -> Record[T]:
    return Record(
        id=row.id,
        kind=kind,
        value=value,
        version=row.version,
        created_at=from_micros(row.created_at),
        changed_at=from_micros(row.changed_at),
        occurred_at=None if row.occurred_at is None else from_micros(row.occurred_at),
    )
