"""What a search finds: run on the real record store and on the one in memory."""

from __future__ import annotations

import pytest

from copingkit.core.records import RecordStore
from tests.support.kinds import NOTE, PAGE, Entry, Note, Page


def page(title: str, *entries: str) -> Page:
    return Page(title, tuple(Entry(f"e{n}", text) for n, text in enumerate(entries)))


class TestSearch:
    def test_every_word_begins_a_word_without_case_and_accents(self, store: RecordStore) -> None:
        saved = store.save(PAGE, page("Élan vital", "Call Zoë in the morning", "Walk"))
        assert [(h.text, h.target) for h in store.search("zoe MORN")] == [
            ("Call Zoë in the morning", "e0")
        ]
        assert [(h.text, h.target, h.record_id, h.kind) for h in store.search("elan")] == [
            ("Élan vital", "", saved.id, PAGE.name)
        ]
        assert store.search("orning") == []
        assert store.search("zoe walkman") == []

    def test_over_all_kinds_newest_first(self, store: RecordStore) -> None:
        store.save(NOTE, Note("river one"))
        store.save(PAGE, page("River two", "the riverside"))
        assert [h.text for h in store.search("river")] == [
            "River two",
            "the riverside",
            "river one",
        ]

    def test_words_spread_over_lines_give_the_first_line_with_one(self, store: RecordStore) -> None:
        store.save(PAGE, page("Evening", "tea with Sam", "walk with Sam"))
        assert [h.text for h in store.search("walk tea")] == ["tea with Sam"]

    @pytest.mark.parametrize("limit", [0, 1, 3, 7])
    def test_the_limit_counts_lines(self, store: RecordStore, limit: int) -> None:
        for _ in range(3):
            store.save(PAGE, page("word", "words"))
        assert len(store.search("word", limit)) == min(limit, 6)

    @pytest.mark.parametrize("query", ["", "   ", '"', "*", "-", "()", "'--", "^ :"])
    def test_a_query_without_words_finds_nothing(self, store: RecordStore, query: str) -> None:
        store.save(NOTE, Note("text"))
        assert store.search(query) == []

    @pytest.mark.parametrize(
        "query", ["NEAR(tea", "tea AND", "tea OR NOT", '"tea', "tea*", "words:tea", "-tea", "{tea"]
    )
    def test_no_character_is_a_command(self, store: RecordStore, query: str) -> None:
        store.save(NOTE, Note("near tea and or not words"))
        assert [h.text for h in store.search(query)] == ["near tea and or not words"]

    def test_very_long_queries(self, store: RecordStore) -> None:
        text = " ".join(f"word{n}" for n in range(2000))
        store.save(NOTE, Note(text))
        assert len(store.search(text)) == 1
        assert store.search(text + " missing") == []

    def test_an_edit_changes_what_is_found(self, store: RecordStore) -> None:
        saved = store.save(NOTE, Note("before"))
        store.save(NOTE, Note("after"), saved.id)
        assert store.search("before") == []
        assert len(store.search("after")) == 1
