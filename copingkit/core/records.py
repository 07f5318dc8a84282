"""Records: what a tool declares about what it keeps, and the store that keeps it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from copingkit.core.events import Event

T = TypeVar("T")
JsonObject = dict[str, Any]
Migration = Callable[[JsonObject], JsonObject]


class Line(NamedTuple):
    """One searchable line of a record; `target` names the place in it (an item's id).

    `text` may have several rows: all of them are searched, only the first is shown.
    """

    text: str
    target: str = ""

    @property
    def shown(self) -> str:
        """What a list of hits or of removed records shows."""
        return self.text.partition("\n")[0]


class RecordKind(NamedTuple, Generic[T]):
    """One kind of record.

    `name` is "<tool>.<noun>" and never changes once data exist. `type` is a frozen dataclass
    whose fields become JSON. `migrations[n]` turns a body of format n into one of format n + 1,
    so the current format is their number. `lines` gives what a search finds and, as the first
    line, what Recently removed shows. `occurred_at` (UTC) is when the recorded thing happened.
    """

    name: str
    type: type[T]
    lines: Callable[[T], Iterable[Line]]
    occurred_at: Callable[[T], datetime | None] = lambda _value: None
    migrations: tuple[Migration, ...] = ()

    @property
    def format(self) -> int:
        """The number of the current format."""
        return len(self.migrations)

    @property
    def tool(self) -> str:
        """The tool that the kind belongs to."""
        return self.name.partition(".")[0]


class Record(NamedTuple, Generic[T]):
    """A kept value. Times are aware and in UTC; `version` counts from 1."""

    id: str
    kind: RecordKind[T]
    value: T
    version: int
    created_at: datetime
    changed_at: datetime
    occurred_at: datetime | None


class Version(NamedTuple, Generic[T]):
    """How a record was at some time; the newest one is the record itself."""

    number: int
    value: T
    at: datetime
    note: str


class Hit(NamedTuple):
    """One line found by a search."""

    kind: str
    record_id: str
    target: str
    text: str


class Removed(NamedTuple):
    """A record in Recently removed."""

    kind: str
    record_id: str
    text: str
    removed_at: datetime


class Attachment(NamedTuple):
    """A file kept with a record; its bytes are read on their own."""

    id: str
    record_id: str
    media_type: str
    size: int


class Change(NamedTuple):
    """A record was saved, removed, restored or purged."""

    kind: str
    record_id: str


class RecordStore(Protocol):
    """Keeps typed records. Every method raises VaultClosed once the vault is locked."""

    changed: Event[Change]

    def get(self, kind: RecordKind[T], record_id: str) -> Record[T]:
        """The record; raises RecordMissing when there is none or it is in Recently removed."""
        ...

    def find(
        self,
        kind: RecordKind[T],
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int | None = None,
    ) -> list[Record[T]]:
        """Records of a kind, newest `occurred_at` (else creation) first, within [since, until)."""
        ...

    def count(self, kind: RecordKind[Any]) -> int:
        """How many there are, without those in Recently removed."""
        ...

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

        The earlier value stays as a version, unless `amend` says that this save goes on with
        the same edit. A save that changes nothing writes nothing. On return it is on the disk.
        An id that is not in the store is used for a new record; one in Recently removed raises
        RecordMissing. Raises DiskFull, FolderGone, FolderNotWritable.
        """
        ...

    def remove(self, record_id: str) -> None:
        """Move to Recently removed, from where it goes for good after 30 days."""
        ...

    def restore(self, record_id: str) -> None:
        """Bring back from Recently removed."""
        ...

    def purge(self, record_id: str) -> None:
        """Delete for good, with versions, attachments and search text."""
        ...

    def removed(self, limit: int = 200) -> list[Removed]:
        """What is in Recently removed, latest first."""
        ...

    def versions(self, kind: RecordKind[T], record_id: str) -> list[Version[T]]:
        """All versions, newest (the present value) first."""
        ...

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """Lines in which every word of `query` begins a word, newest record first."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """Saves inside it land together or not at all; may be nested; events come at its end."""
        ...

    def attach(self, record_id: str, media_type: str, content: bytes) -> Attachment:
        """Keep a file of at most 20 MB with a record; raises AttachmentTooLarge."""
        ...

    def attachments(self, record_id: str) -> Sequence[Attachment]:
        """The files kept with a record, in the order in which they came."""
        ...

    def attached_bytes(self, attachment_id: str) -> bytes:
        """The content of an attachment; raises RecordMissing."""
        ...

    def detach(self, attachment_id: str) -> None:
        """Delete an attachment for good."""
        ...
