"""The search table beside records of kinds and formats that this program does not know."""

from __future__ import annotations

import pytest

from copingkit.core.errors import DatabaseDamaged
from copingkit.vault.database import Database
from copingkit.vault.record_store import SqlRecordStore
from copingkit.vault.search import SearchIndex
from tests.support.clock import HandClock
from tests.support.kinds import NOTE, PAGE, SAMPLE_KINDS, Entry, Note, Page


@pytest.fixture
def store(database: Database) -> SqlRecordStore:
    return SqlRecordStore(database, SAMPLE_KINDS, HandClock())


def rewrite(database: Database, record_id: str, column: str, value: str | int) -> None:
    """Change a row as another program would have left it."""
    with database.transaction():
        database.write(
            f"UPDATE record SET {column} = ? WHERE id = ?",
            (value, record_id),
        )


def test_a_kind_of_a_newer_program_is_passed_over(
    database: Database, store: SqlRecordStore
) -> None:
    strange = store.save(NOTE, Note("heron at dawn"))
    store.save(NOTE, Note("heron at dusk"))
    rewrite(database, strange.id, "kind", "future.thing")
    assert [hit.text for hit in store.search("heron")] == ["heron at dusk"]


def test_a_format_of_a_newer_program_is_passed_over(
    database: Database, store: SqlRecordStore
) -> None:
    strange = store.save(NOTE, Note("heron at dawn"))
    store.save(NOTE, Note("heron at dusk"))
    rewrite(database, strange.id, "format", NOTE.format + 1)
    assert [hit.text for hit in store.search("heron")] == ["heron at dusk"]


def test_a_format_of_an_older_program_is_found(database: Database, store: SqlRecordStore) -> None:
    old = store.save(NOTE, Note("heron at dawn"))
    rewrite(database, old.id, "format", 0)
    rewrite(database, old.id, "body", '{"words":"heron at dawn"}')
    assert [hit.text for hit in store.search("dawn heron")] == ["heron at dawn"]


def test_a_damaged_body_among_the_hits_is_said(database: Database, store: SqlRecordStore) -> None:
    broken = store.save(NOTE, Note("heron"))
    rewrite(database, broken.id, "body", '{"text":5}')
    with pytest.raises(DatabaseDamaged):
        store.search("heron")


def test_lines_end_at_the_limit_inside_a_record(store: SqlRecordStore) -> None:
    entries = tuple(Entry(str(n), f"heron {n}") for n in range(5))
    store.save(PAGE, Page("heron", entries))
    assert [hit.target for hit in store.search("heron", 3)] == ["", "0", "1"]


def test_what_the_index_alone_would_have_taken_is_left_out(store: SqlRecordStore) -> None:
    """The index is asked for twenty words; the twenty-first decides here."""
    store.save(PAGE, Page(" ".join(f"word{n}" for n in range(20)), (Entry("a", "word20"),)))
    query = " ".join(f"word{n}" for n in range(21))
    assert [hit.target for hit in store.search(query)] == [""]
    assert store.search(query + " missing") == []


def test_a_row_can_be_put_twice_and_dropped(database: Database, store: SqlRecordStore) -> None:
    store.save(NOTE, Note("heron"))
    ((seq,),) = database.read("SELECT max(seq) FROM record")
    index = SearchIndex(database, {kind.name: kind for kind in SAMPLE_KINDS})
    with database.transaction():
        index.put(seq, "egret")
        index.put(seq, "heron")
    assert len(index.find("heron", 5)) == 1
    assert index.find("egret", 5) == []
    with database.transaction():
        index.drop(seq)
    assert index.find("heron", 5) == []


def test_the_same_words_again_write_nothing_and_other_ones_do(
    database: Database, store: SqlRecordStore
) -> None:
    page = store.save(PAGE, Page("Heron", rating=1))

    def written() -> object:
        return database.read("SELECT * FROM search_data ORDER BY id")

    before = written()
    store.save(PAGE, Page("Heron", rating=2), page.id)
    assert written() == before
    store.save(PAGE, Page("Egret", rating=2), page.id)
    assert written() != before
    assert store.search("heron") == []
    assert len(store.search("egret")) == 1
    store.remove(page.id)
    store.restore(page.id)
    assert len(store.search("egret")) == 1
