"""Together or not at all: run on the real record store and on the one in memory."""

from __future__ import annotations

import contextlib

import pytest

from copingkit.core.errors import RecordMissing
from copingkit.core.records import Change, RecordStore
from tests.support.kinds import NOTE, PAGE, Entry, Note, Page


def page(title: str, *entries: str) -> Page:
    return Page(title, tuple(Entry(f"e{n}", text) for n, text in enumerate(entries)))


class TestTransactions:
    def test_saves_land_together_and_events_come_at_the_end(
        self, store: RecordStore, told: list[Change]
    ) -> None:
        with store.transaction():
            one = store.save(NOTE, Note("one"))
            with store.transaction():
                two = store.save(NOTE, Note("two"))
            assert told == []
        assert told == [Change(NOTE.name, one.id), Change(NOTE.name, two.id)]
        assert store.count(NOTE) == 2

    def test_nothing_lands_when_it_fails(self, store: RecordStore, told: list[Change]) -> None:
        kept = store.save(NOTE, Note("kept"))
        told.clear()
        with contextlib.suppress(ZeroDivisionError), store.transaction():
            store.save(NOTE, Note("changed"), kept.id)
            store.save(NOTE, Note("new"))
            store.remove(kept.id)
            raise ZeroDivisionError
        assert [r.value.text for r in store.find(NOTE)] == ["kept"]
        assert store.versions(NOTE, kept.id)[0].number == 1
        assert [h.text for h in store.search("changed new kept")] == []
        assert told == []
        store.save(NOTE, Note("next"))
        assert len(told) == 1

    def test_an_inner_failure_takes_back_only_its_part(
        self, store: RecordStore, told: list[Change]
    ) -> None:
        with store.transaction():
            store.save(NOTE, Note("outer"))
            with contextlib.suppress(ZeroDivisionError), store.transaction():
                store.save(NOTE, Note("inner"))
                raise ZeroDivisionError
            with pytest.raises(RecordMissing):
                store.remove("unknown")
            store.save(NOTE, Note("later"))
        assert [r.value.text for r in store.find(NOTE)] == ["later", "outer"]
        assert len(told) == 2

    def test_who_is_told_may_save(self, store: RecordStore) -> None:
        def answer(change: Change) -> None:
            if change.kind == PAGE.name:
                store.save(NOTE, Note("answer"))

        store.changed.subscribe(answer)
        store.save(PAGE, page("question"))
        assert store.count(NOTE) == 1

    def test_each_act_is_told(self, store: RecordStore, told: list[Change]) -> None:
        saved = store.save(NOTE, Note("one"))
        attached = store.attach(saved.id, "text/plain", b"x")
        store.detach(attached.id)
        store.remove(saved.id)
        store.restore(saved.id)
        store.purge(saved.id)
        assert told == [Change(NOTE.name, saved.id)] * 6
