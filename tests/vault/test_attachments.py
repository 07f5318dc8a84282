"""Files kept with records: whole or said to be damaged."""

from __future__ import annotations

import pytest

from copingkit.core.errors import AttachmentTooLarge, DatabaseDamaged, RecordMissing
from copingkit.vault.attachments import LARGEST, Attachments
from copingkit.vault.database import Database
from copingkit.vault.record_store import SqlRecordStore
from tests.support.clock import HandClock
from tests.support.kinds import NOTE, SAMPLE_KINDS, Note


@pytest.fixture
def store(database: Database) -> SqlRecordStore:
    return SqlRecordStore(database, SAMPLE_KINDS, HandClock())


def test_changed_content_is_noticed(database: Database, store: SqlRecordStore) -> None:
    """The last page of a long value may come as zeros: its sum shows that."""
    note = store.save(NOTE, Note("hope"))
    kept = store.attach(note.id, "image/png", bytes(range(256)))
    with database.transaction():
        database.write("UPDATE attachment SET bytes = ?", (bytes(256),))
    with pytest.raises(DatabaseDamaged) as caught:
        store.attached_bytes(kept.id)
    assert caught.value.name == "vault.db"
    assert list(store.attachments(note.id)) == [kept]


@pytest.mark.parametrize("content", [b"", b"\0", bytes(10_000)])
def test_zeros_are_content_like_any_other(store: SqlRecordStore, content: bytes) -> None:
    kept = store.attach(store.save(NOTE, Note("hope")).id, "image/png", content)
    assert store.attached_bytes(kept.id) == content
    assert kept.size == len(content)


def test_what_is_not_there_is_missing(database: Database) -> None:
    attachments = Attachments(database)
    for ask in (attachments.content, attachments.owner):
        with pytest.raises(RecordMissing):
            ask("unknown")
    assert not attachments.is_there("unknown")
    assert attachments.of("unknown") == []


def test_its_owner_is_found(database: Database, store: SqlRecordStore) -> None:
    note = store.save(NOTE, Note("hope"))
    kept = store.attach(note.id, "text/plain", b"x")
    attachments = Attachments(database)
    assert attachments.owner(kept.id) == (note.id, NOTE.name)
    assert attachments.is_there(kept.id)


def test_one_byte_too_many_keeps_nothing(store: SqlRecordStore) -> None:
    note = store.save(NOTE, Note("film"))
    with pytest.raises(AttachmentTooLarge):
        store.attach(note.id, "video/mp4", bytes(LARGEST + 1))
    assert list(store.attachments(note.id)) == []


def test_they_go_with_their_record(database: Database, store: SqlRecordStore) -> None:
    note = store.save(NOTE, Note("hope"))
    kept = store.attach(note.id, "text/plain", b"x")
    store.remove(note.id)
    assert store.attached_bytes(kept.id) == b"x"
    store.purge(note.id)
    assert database.read("SELECT count(*) FROM attachment") == [(0,)]
