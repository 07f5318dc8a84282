"""Really gone: nothing of a purged record is left on any page of the file."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from copingkit.vault.database import Database
from copingkit.vault.record_store import SqlRecordStore
from tests.support.clock import HandClock
from tests.support.kinds import NOTE, PAGE, SAMPLE_KINDS, Entry, Note, Page
from tests.support.sqlcipher_pages import decrypted
from tests.support.vault_files import KEY, VAULT_ID

MARKERS = ("zebrastripe", "quaggafoal", "okapitongue", "tapirnose", "gnuhorn")


def traces(path: Path) -> set[str]:
    """The markers that stand anywhere in the decrypted pages or the log's."""
    content = decrypted(path.read_bytes(), KEY).lower()
    return {marker for marker in MARKERS if marker.encode() in content}


@pytest.mark.parametrize("way", ["purge", "after 30 days", "while a transaction runs"])
def test_no_page_keeps_what_was_purged(tmp_path: Path, way: str) -> None:
    path = tmp_path / "vault.db"
    clock = HandClock()
    with closing(Database.create(path, KEY, VAULT_ID)) as database:
        store = SqlRecordStore(database, SAMPLE_KINDS, clock)
        for number in range(60):
            store.save(NOTE, Note(f"other {number} " + "filler words " * 30))
        entries = tuple(Entry(str(n), "zebrastripe at dawn " * 20) for n in range(40))
        private = store.save(PAGE, Page("quaggafoal", entries))
        store.save(PAGE, Page("okapitongue " * 300), private.id, note="tapirnose")
        store.save(PAGE, Page("plain"), private.id, amend=True)
        store.attach(private.id, "text/plain", b"gnuhorn " * 20_000)
        for number in range(60):
            store.save(NOTE, Note(f"later {number}"))
        database.empty_log()
        # what an amending save replaced may stand in the search index until then
        assert traces(path) >= set(MARKERS) - {"okapitongue"}
        store.remove(private.id)
        if way == "purge":
            store.purge(private.id)
        elif way == "after 30 days":
            for _ in range(30):
                clock.go_on(minutes=24 * 60)
                store.purge_expired()
        else:
            with store.transaction():
                store.purge(private.id)
                store.save(NOTE, Note("in the same transaction"))
        assert path.with_name("vault.db-wal").stat().st_size == 0
        assert traces(path) == set()
        database.check()
        assert len(store.search("filler", 100)) == 60


def test_a_detached_file_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "vault.db"
    with closing(Database.create(path, KEY, VAULT_ID)) as database:
        store = SqlRecordStore(database, SAMPLE_KINDS, HandClock())
        note = store.save(NOTE, Note("hope"))
        attached = store.attach(note.id, "text/plain", b"gnuhorn " * 20_000)
        database.empty_log()
        assert traces(path) == {"gnuhorn"}
        store.detach(attached.id)
        assert traces(path) == set()
