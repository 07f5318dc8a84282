"""Everything in the vault as one readable JSON file, and such a file as a new vault.

The file follows `resources/schema/export.schema.json`. It is plain text: whoever writes one has
told the person so. Bodies go out and come in as they are stored, also those of kinds that this
program does not know.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import IO, Any

import msgspec

from copingkit.core.clock import Clock
from copingkit.core.errors import ImportRefused, NewerFormat, VaultExists
from copingkit.core.files import named_problems, read, sync_folder
from copingkit.core.ids import new_id
from copingkit.core.kinds import AnyKinds, Kinds, by_name
from copingkit.core.records import Attachment, JsonObject, RecordKind
from copingkit.vault import record_codec
from copingkit.vault.attachments import LARGEST, Attachments
from copingkit.vault.database import Database
from copingkit.vault.exchange_format import (
    FORMAT,
    Export,
    ExportedAttachment,
    ExportedHead,
    ExportedRecord,
    ExportedVersion,
)
from copingkit.vault.record_codec import BodyMismatch, from_micros, to_micros
from copingkit.vault.record_rows import RecordRows, Row, VersionRow
from copingkit.vault.retention import Retention
from copingkit.vault.search import SearchIndex

LARGEST_FILE = 2 * 1024 * 1024 * 1024
"""Bytes of the largest file that is imported."""

_encode = msgspec.json.Encoder().encode


def export_to(path: Path, database: Database, clock: Clock) -> int:
    """Write everything to `path`, readable by its owner alone; gives how many records.

    The file appears whole or not at all, in place of one that was there. Saves wait meanwhile.
    Raises VaultClosed, DatabaseDamaged, DiskFull, FolderGone, FolderNotWritable.
    """
    part = path.with_name(f".{path.name}.{new_id()[:8]}")
    with named_problems(path), database.transaction():
        try:
            with open(part, "xb", opener=_private) as file:
                number = _write(file, database, clock.now())
                file.flush()
                os.fsync(file.fileno())
            os.replace(part, path)
        finally:
            part.unlink(missing_ok=True)
        sync_folder(path.parent)
    return number


def import_from(path: Path, database: Database, kinds: AnyKinds, clock: Clock) -> int:
    """Take everything in an export file into the empty vault; gives how many records.

    All or nothing. Raises VaultExists when the vault holds records, FileUnreadable, NewerFormat,
    ImportRefused (with the place in the file), DiskFull, FolderGone, FolderNotWritable.
    """
    export = _parsed(path)
    known = by_name(kinds)
    with database.transaction():
        if database.read("SELECT 1 FROM record LIMIT 1"):
            raise VaultExists
        importer = _Importer(path.name, database, known, clock)
        for number, record in enumerate(export.records):
            importer.take(record, f"records[{number}]")
    return len(export.records)


def _write(file: IO[bytes], database: Database, now: datetime) -> int:
    head = {"program": "copingkit", "format": FORMAT, "exported_at": now}
    file.write(_encode(head)[:-1] + b',"records":[')
    number = 0
    for number, record in enumerate(_exported(database), start=1):
        file.write((b",\n" if number > 1 else b"\n") + _encode(record))
    file.write(b"\n]}\n")
    return number


def _exported(database: Database) -> Iterator[ExportedRecord]:
    rows = RecordRows(database)
    attachments = Attachments(database)
    for row in rows.all():
        yield ExportedRecord(
            id=row.id,
            kind=row.kind,
            format=row.format,
            version=row.version,
            note=row.note,
            occurred_at=_moment(row.occurred_at),
            created_at=from_micros(row.created_at),
            changed_at=from_micros(row.changed_at),
            removed_at=_moment(row.removed_at),
            body=msgspec.Raw(row.body),
            versions=tuple(_exported_version(kept) for kept in reversed(rows.versions(row.seq))),
            attachments=tuple(
                ExportedAttachment(kept.id, kept.media_type, attachments.content(kept.id))
                for kept in attachments.of(row.id)
            ),
        )


def _exported_version(kept: VersionRow) -> ExportedVersion:
    body = msgspec.Raw(kept.body)
    return ExportedVersion(kept.number, kept.format, from_micros(kept.at), kept.note, body)


def _moment(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)


def _parsed(path: Path) -> Export:
    content = read(path, LARGEST_FILE)
    try:
        head = msgspec.json.decode(content, type=ExportedHead)
        if head.format > FORMAT:
            raise NewerFormat(path.name)
        return msgspec.json.decode(content, type=Export)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        where = record_codec.place_in(error)
    raise ImportRefused(path.name, where)


class _Importer:
    """Takes one record after the other into the database."""

    def __init__(self, name: str, database: Database, kinds: Kinds, clock: Clock) -> None:
        self._name = name
        self._kinds = kinds
        self._rows = RecordRows(database)
        self._attachments = Attachments(database)
        self._search = SearchIndex(database, kinds)
        _now, self._age = Retention(database, clock).look()

    def take(self, record: ExportedRecord, place: str) -> None:
        """Insert a record with versions, attachments and search text."""
        if self._rows.by_id(record.id) is not None:
            raise ImportRefused(self._name, f"{place}.id")
        kind = self._kinds.get(record.kind)
        body, found_by = self._body(kind, record.format, record.body, f"{place}.body")
        row = self._rows.add(_row(record, body))
        if record.removed_at is not None:
            self._rows.set_removed(row.seq, to_micros(record.removed_at), self._age)
        elif kind is not None:
            self._search.put(row.seq, found_by)
        self._take_versions(row, record, place)
        for number, kept in enumerate(record.attachments):
            self._take_attachment(row, kept, f"{place}.attachments[{number}]")

    def _take_versions(self, row: Row, record: ExportedRecord, place: str) -> None:
        kind = self._kinds.get(record.kind)
        last = 0
        for index, kept in enumerate(record.versions):
            here = f"{place}.versions[{index}]"
            if not last < kept.number < record.version:
                raise ImportRefused(self._name, f"{here}.number")
            last = kept.number
            body, _found_by = self._body(kind, kept.format, kept.body, f"{here}.body")
            at = to_micros(kept.at)
            self._rows.add_version(
                row.seq, VersionRow(kept.number, kept.format, body, at, kept.note)
            )

    def _take_attachment(self, row: Row, kept: ExportedAttachment, place: str) -> None:
        if len(kept.content) > LARGEST:
            raise ImportRefused(self._name, f"{place}.content")
        if self._attachments.is_there(kept.id):
            raise ImportRefused(self._name, f"{place}.id")
        attachment = Attachment(kept.id, row.id, kept.media_type, len(kept.content))
        self._attachments.put(row.seq, attachment, kept.content)

    def _body(
        self, kind: RecordKind[Any] | None, format_: int, body: msgspec.Raw, place: str
    ) -> tuple[str, str]:
        """The text to store, and the words that find it; checked where the kind is known."""
        try:
            content = msgspec.json.decode(body, type=JsonObject)
        except msgspec.DecodeError:
            raise ImportRefused(self._name, place) from None
        if kind is None:
            return _encode(content).decode(), ""
        if format_ > kind.format:
            raise NewerFormat(self._name)
        try:
            value = record_codec.decode_object(kind, format_, content)
        except BodyMismatch as error:
            raise ImportRefused(self._name, f"{place}.{error.where}".rstrip(".")) from None
        # As a save would write it, so that a later save of the same value changes nothing.
        current = format_ == kind.format
        text = record_codec.encode(value) if current else _encode(content).decode()
        return text, record_codec.search_words(kind, value)


def _row(record: ExportedRecord, body: str) -> Row:
    return Row(
        seq=0,
        id=record.id,
        kind=record.kind,
        format=record.format,
        version=record.version,
        body=body,
        note=record.note,
        occurred_at=None if record.occurred_at is None else to_micros(record.occurred_at),
        created_at=to_micros(record.created_at),
        changed_at=to_micros(record.changed_at),
        removed_at=None,
    )


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
