"""A record store in memory for fast tests, held to the same contract as the real one."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeVar

from copingkit.core.clock import Clock
from copingkit.core.errors import AttachmentTooLarge, RecordMissing
from copingkit.core.events import Event
from copingkit.core.folding import matches, words
from copingkit.core.ids import new_id
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

T = TypeVar("T")

LARGEST_ATTACHMENT = 20 * 1024 * 1024


@dataclass(frozen=True)
class _Kept:
    """A record with its earlier versions; `order` counts records as they came."""

    order: int
    record: Record[Any]
    note: str
    earlier: tuple[Version[Any], ...] = ()
    removed_at: datetime | None = None

    @property
    def when(self) -> datetime:
        return self.record.occurred_at or self.record.created_at


@dataclass
class _State:
    """Everything that a transaction may have to take back."""

    kept: dict[str, _Kept] = field(default_factory=dict)
    files: dict[str, tuple[Attachment, bytes]] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    came: int = 0

    def copy(self) -> _State:
        return _State(dict(self.kept), dict(self.files), list(self.changes), self.came)


class MemoryRecordStore:
    """A `RecordStore` without a file; `kinds` are those that a search looks through."""

    def __init__(self, kinds: Iterable[RecordKind[Any]], clock: Clock) -> None:
        self.changed: Event[Change] = Event()
        self._kinds = {kind.name: kind for kind in kinds}
        self._clock = clock
        self._state = _State()
        self._depth = 0

    def get(self, kind: RecordKind[T], record_id: str) -> Record[T]:
        return self._present(record_id, kind).record

    def find(
        self,
        kind: RecordKind[T],
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int | None = None,
    ) -> list[Record[T]]:
        found = [
            kept
            for kept in self._all(kind)
            if (since is None or kept.when >= since) and (until is None or kept.when < until)
        ]
        found.sort(key=lambda kept: (kept.when, kept.order), reverse=True)
        return [kept.record for kept in (found if limit is None else found[: max(limit, 0)])]

    def count(self, kind: RecordKind[Any]) -> int:
        return len(self._all(kind))

    def save(
        self,
        kind: RecordKind[T],
        value: T,
        record_id: str | None = None,
        *,
        amend: bool = False,
        note: str = "",
    ) -> Record[T]:
        with self.transaction():
            old = self._state.kept.get(record_id or "")
            if old is None:
                kept = self._new(kind, value, record_id or new_id(), note)
            elif old.removed_at is not None or old.record.kind.name != kind.name:
                raise RecordMissing
            elif old.record.value == value:
                return old.record
            else:
                kept = self._again(kind, value, old, amend=amend, note=note)
            self._put(kept)
        return kept.record

    def remove(self, record_id: str) -> None:
        with self.transaction():
            self._put(replace(self._present(record_id), removed_at=self._clock.now()))

    def restore(self, record_id: str) -> None:
        with self.transaction():
            kept = self._state.kept.get(record_id)
            if kept is None or kept.removed_at is None:
                raise RecordMissing
            self._put(replace(kept, removed_at=None))

    def purge(self, record_id: str) -> None:
        with self.transaction():
            kept = self._state.kept.pop(record_id, None)
            if kept is None:
                raise RecordMissing
            for attachment in self.attachments(record_id):
                del self._state.files[attachment.id]
            self._tell(kept)

    def removed(self, limit: int = 200) -> list[Removed]:
        gone = [
            (kept.removed_at, kept.order, kept)
            for kept in self._state.kept.values()
            if kept.removed_at is not None
        ]
        gone.sort(key=lambda entry: entry[:2], reverse=True)
        return [
            Removed(kept.record.kind.name, kept.record.id, _first_text(kept), at)
            for at, _order, kept in gone[:limit]
        ]

    def versions(self, kind: RecordKind[T], record_id: str) -> list[Version[T]]:
        kept = self._present(record_id, kind)
        record = kept.record
        return [Version(record.version, record.value, record.changed_at, kept.note), *kept.earlier]

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        hits: list[Hit] = []
        for kept in sorted(self._state.kept.values(), key=lambda kept: -kept.order):
            if kept.removed_at is None and kept.record.kind.name in self._kinds:
                record = kept.record
                hits.extend(
                    Hit(record.kind.name, record.id, line.target, line.shown)
                    for line in _found(list(record.kind.lines(record.value)), query)
                )
        return hits[: max(limit, 0)]

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        before = self._state.copy()
        self._depth += 1
        try:
            yield
        except BaseException:
            self._state = before
            raise
        finally:
            self._depth -= 1
        if self._depth == 0:
            due, self._state.changes = self._state.changes, []
            for change in due:
                self.changed.emit(change)

    def attach(self, record_id: str, media_type: str, content: bytes) -> Attachment:
        with self.transaction():
            kept = self._present(record_id)
            if len(content) > LARGEST_ATTACHMENT:
                raise AttachmentTooLarge
            added = Attachment(new_id(), record_id, media_type, len(content))
            self._state.files[added.id] = (added, content)
            self._tell(kept)
        return added

    def attachments(self, record_id: str) -> Sequence[Attachment]:
        return [found for found, _ in self._state.files.values() if found.record_id == record_id]

    def attached_bytes(self, attachment_id: str) -> bytes:
        if attachment_id not in self._state.files:
            raise RecordMissing
        return self._state.files[attachment_id][1]

    def detach(self, attachment_id: str) -> None:
        with self.transaction():
            if attachment_id not in self._state.files:
                raise RecordMissing
            attachment, _content = self._state.files.pop(attachment_id)
            self._tell(self._state.kept[attachment.record_id])

    def _all(self, kind: RecordKind[Any]) -> list[_Kept]:
        return [
            kept
            for kept in self._state.kept.values()
            if kept.removed_at is None and kept.record.kind.name == kind.name
        ]

    def _present(self, record_id: str, kind: RecordKind[Any] | None = None) -> _Kept:
        kept = self._state.kept.get(record_id)
        if kept is None or kept.removed_at is not None:
            raise RecordMissing
        if kind is not None and kept.record.kind.name != kind.name:
            raise RecordMissing
        return kept

    def _new(self, kind: RecordKind[T], value: T, record_id: str, note: str) -> _Kept:
        now = self._clock.now()
        self._state.came += 1
        record = Record(record_id, kind, value, 1, now, now, kind.occurred_at(value))
        return _Kept(self._state.came, record, note)

    def _again(self, kind: RecordKind[T], value: T, old: _Kept, *, amend: bool, note: str) -> _Kept:
        was = old.record
        earlier = (Version(was.version, was.value, was.changed_at, old.note), *old.earlier)
        record = was._replace(
            value=value,
            version=was.version if amend else was.version + 1,
            changed_at=max(self._clock.now(), was.changed_at),
            occurred_at=kind.occurred_at(value),
        )
        return replace(
            old,
            record=record,
            note=(note or old.note) if amend else note,
            earlier=old.earlier if amend else earlier,
        )

    def _put(self, kept: _Kept) -> None:
        self._state.kept[kept.record.id] = kept
        self._tell(kept)

    def _tell(self, kept: _Kept) -> None:
        self._state.changes.append(Change(kept.record.kind.name, kept.record.id))


def _first_text(kept: _Kept) -> str:
    lines = list(kept.record.kind.lines(kept.record.value))
    return lines[0].shown if lines else ""


def _found(lines: list[Line], query: str) -> list[Line]:
    wanted = words(query)
    if not matches(query, " ".join(line.text for line in lines)):
        return []
    whole = [line for line in lines if matches(query, line.text)]
    return whole or [x for x in lines if any(matches(word, x.text) for word in wanted)][:1]
