"""The real record store held against the simple one in memory, and beside rows of other programs.

What both do alike is in `tests/contracts`.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from typing_extensions import override

from copingkit.core.errors import DatabaseDamaged, NewerFormat, RecordMissing
from copingkit.core.records import Change, RecordStore
from copingkit.vault.database import Database
from copingkit.vault.record_store import SqlRecordStore
from tests.support.clock import HandClock
from tests.support.kinds import NOTE, PAGE, SAMPLE_KINDS, Entry, Note, Page
from tests.support.memory_store import MemoryRecordStore
from tests.support.vault_files import KEY, VAULT_ID

IDS = st.sampled_from(["a", "b", "c", "d"])
WORDS = st.lists(st.sampled_from(["heron", "Hérisson", "dawn", "day", "x"]), max_size=3)
TEXTS = st.builds(" ".join, WORDS)
NOTES = st.builds(Note, TEXTS, st.integers(0, 2))
ENTRIES = st.lists(st.builds(Entry, st.sampled_from("pq"), TEXTS), max_size=2).map(tuple)


class BothStores(RuleBasedStateMachine):
    """Does the same to both stores; after each step they must show the same."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = HandClock()
        self.folder = tempfile.TemporaryDirectory()
        self.database = Database.create(Path(self.folder.name) / "vault.db", KEY, VAULT_ID)
        self.real = SqlRecordStore(self.database, SAMPLE_KINDS, self.clock)
        self.memory = MemoryRecordStore(SAMPLE_KINDS, self.clock)
        self.told: tuple[list[Change], list[Change]] = ([], [])
        self.stores: list[RecordStore] = [self.real, self.memory]
        for store, told in zip(self.stores, self.told, strict=True):
            store.changed.subscribe(told.append)

    @override
    def teardown(self) -> None:
        self.database.check()
        self.database.close()
        self.folder.cleanup()

    @rule(note=NOTES, to=IDS, amend=st.booleans(), why=st.sampled_from(["", "why"]))
    def save_note(self, note: Note, to: str, amend: bool, why: str) -> None:
        self.both(lambda store: store.save(NOTE, note, to, amend=amend, note=why).version)

    @rule(title=TEXTS, entries=ENTRIES, to=IDS, ago=st.none() | st.integers(0, 5))
    def save_page(self, title: str, entries: tuple[Entry, ...], to: str, ago: int | None) -> None:
        at = None if ago is None else self.clock.now() - timedelta(hours=ago)
        self.both(lambda store: store.save(PAGE, Page(title, entries, at), to).occurred_at)

    @rule(which=IDS, how=st.sampled_from(["remove", "restore", "purge"]))
    def move(self, which: str, how: str) -> None:
        self.both(lambda store: getattr(store, how)(which))

    @rule(which=IDS, note=NOTES, fails=st.booleans())
    def together(self, which: str, note: Note, fails: bool) -> None:
        def both_or_none(store: RecordStore) -> None:
            with contextlib.suppress(ZeroDivisionError), store.transaction():
                store.remove(which)
                store.save(NOTE, note, "d")
                if fails:
                    raise ZeroDivisionError

        self.both(both_or_none)

    @rule(which=IDS, content=st.binary(max_size=5))
    def attach(self, which: str, content: bytes) -> None:
        self.both(lambda store: store.attach(which, "text/plain", content).size)

    @rule(which=IDS)
    def detach(self, which: str) -> None:
        def first(store: RecordStore) -> None:
            for attached in store.attachments(which)[:1]:
                store.detach(attached.id)

        self.both(first)

    @rule(minutes=st.integers(1, 600))
    def wait(self, minutes: int) -> None:
        self.clock.go_on(minutes=minutes)

    @rule(query=TEXTS, limit=st.integers(0, 4))
    def look(self, query: str, limit: int) -> None:
        self.both(lambda store: store.search(query, limit))
        since = self.clock.now() - timedelta(hours=3)
        self.both(lambda store: [r.id for r in store.find(PAGE, since=since, limit=limit)])
        self.both(lambda store: [r.id for r in store.find(PAGE, until=since)])

    @invariant()
    def they_show_the_same(self) -> None:
        self.both(lambda store: [store.find(NOTE), store.find(PAGE), store.removed()])
        self.both(lambda store: (store.count(NOTE), store.count(PAGE), store.search("h")))
        self.both(lambda store: [contents(store, record_id) for record_id in "abcd"])
        assert self.told[0] == self.told[1]

    def both(self, act: Callable[[RecordStore], object]) -> None:
        """The same answer, or the same problem, from both."""
        answers = [outcome(act, store) for store in self.stores]
        assert answers[0] == answers[1]


def outcome(act: Callable[[RecordStore], object], store: RecordStore) -> object:
    try:
        return act(store)
    except RecordMissing:
        return RecordMissing


def contents(store: RecordStore, record_id: str) -> list[object]:
    """Versions and files of a record; the ids of files are drawn by each store on its own."""
    files = store.attachments(record_id)
    return [
        outcome(lambda store: store.versions(NOTE, record_id), store),
        *((kept.media_type, store.attached_bytes(kept.id)) for kept in files),
    ]


TestBothStores = BothStores.TestCase
TestBothStores.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


@pytest.fixture
def store(database: Database) -> SqlRecordStore:
    return SqlRecordStore(database, SAMPLE_KINDS, HandClock())


def rewrite(database: Database, record_id: str, kind: str, format_: int, body: str) -> None:
    """Change a row as another program would have left it."""
    with database.transaction():
        database.write(
            "UPDATE record SET kind = ?, format = ?, body = ? WHERE id = ?",
            (kind, format_, body, record_id),
        )


class TestRowsOfOtherPrograms:
    def test_a_newer_record_is_neither_read_nor_saved_over(
        self, database: Database, store: SqlRecordStore
    ) -> None:
        note = store.save(NOTE, Note("heron"))
        newer = '{"text":"heron","from_the_future":1}'
        rewrite(database, note.id, NOTE.name, NOTE.format + 1, newer)
        for use in (
            lambda: store.get(NOTE, note.id),
            lambda: store.versions(NOTE, note.id),
            lambda: store.save(NOTE, Note("heron"), note.id),
            lambda: store.save(NOTE, Note("egret"), note.id, amend=True),
        ):
            with pytest.raises(NewerFormat) as caught:
                use()
            assert caught.value.name == "vault.db"
        query = "SELECT body, version FROM record WHERE id = ?"
        assert database.read(query, (note.id,)) == [(newer, 1)]

    @pytest.mark.parametrize(
        ("kind", "format_"), [("future.thing", 0), (NOTE.name, NOTE.format + 1)]
    )
    def test_what_is_not_known_can_be_removed_and_restored(
        self, database: Database, store: SqlRecordStore, kind: str, format_: int
    ) -> None:
        note = store.save(NOTE, Note("heron"))
        rewrite(database, note.id, kind, format_, "{}")
        store.remove(note.id)
        (removed,) = store.removed()
        assert (removed.kind, removed.text) == (kind, "")
        store.restore(note.id)
        assert store.removed() == []
        assert database.read("SELECT body FROM record WHERE id = ?", (note.id,)) == [("{}",)]

    def test_a_record_without_lines_shows_none_when_removed(self, store: SqlRecordStore) -> None:
        store.remove(store.save(NOTE, Note("")).id)
        assert [removed.text for removed in store.removed()] == [""]

    def test_a_body_that_does_not_fit_is_damage_by_name(
        self, database: Database, store: SqlRecordStore
    ) -> None:
        note = store.save(NOTE, Note("heron"))
        rewrite(database, note.id, NOTE.name, NOTE.format, '{"text":["heron"]}')
        for use in (
            lambda: store.get(NOTE, note.id),
            lambda: store.find(NOTE),
            lambda: store.versions(NOTE, note.id),
        ):
            with pytest.raises(DatabaseDamaged) as caught:
                use()
            assert caught.value.name == "vault.db"
