from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # ships no types
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copingkit.core import assets
from copingkit.core.errors import (
    FileUnreadable,
    FolderGone,
    ImportRefused,
    NewerFormat,
    VaultExists,
)
from copingkit.core.ids import new_id
from copingkit.vault import exchange
from copingkit.vault.database import Database
from copingkit.vault.record_store import SqlRecordStore
from tests.support.clock import HandClock
from tests.support.kinds import NOTE, PAGE, SAMPLE_KINDS, Entry, Note, Page
from tests.support.vault_files import KEY

CLOCK = HandClock()


@contextmanager
def a_vault(folder: Path) -> Iterator[tuple[Database, SqlRecordStore]]:
    with closing(Database.create(folder / f"{new_id()}.db", KEY, new_id())) as database:
        yield database, SqlRecordStore(database, SAMPLE_KINDS, CLOCK)


def fill(database: Database, store: SqlRecordStore) -> None:
    clock = CLOCK
    page = store.save(PAGE, Page("Élan", (Entry("a", "Walk"),), clock.now(), 4, {"b": 1, "a": 2}))
    store.save(PAGE, Page("Second"), page.id, note="reworded")
    store.attach(page.id, "image/png", bytes(range(256)))
    store.attach(page.id, "text/plain", b"")
    removed = store.save(NOTE, Note("gone\n\u2028\x00\U0001f600"))
    store.remove(removed.id)
    old = store.save(NOTE, Note("old"))
    with database.transaction():  # as an older and another program left them
        database.write(
            "UPDATE record SET format = 0, body = ? WHERE id = ?", ('{"words":"old"}', old.id)
        )
        database.write(
            "INSERT INTO record (id, kind, format, version, body, note, created_at, changed_at)"
            " VALUES ('strange', 'future.thing', 7, 3, ?, '', 1, 2)",
            ('{"z":1,"a":[1.50,null,true,{"deep":"x"}],"z2":"é"}',),
        )


def exported(path: Path, database: Database) -> dict[str, Any]:
    exchange.export_to(path, database, CLOCK)
    content: dict[str, Any] = json.loads(path.read_text())
    return content


def schema() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(assets.read_text("schema/export.schema.json"))
    return content


def test_a_new_vault_made_from_an_export_is_an_equal_one(tmp_path: Path) -> None:
    file, again = tmp_path / "all.json", tmp_path / "again.json"
    with a_vault(tmp_path) as (database, store):
        fill(database, store)
        assert exchange.export_to(file, database, CLOCK) == 4
        with a_vault(tmp_path) as (other, copy):
            assert exchange.import_from(file, other, SAMPLE_KINDS, CLOCK) == 4
            assert copy.find(PAGE) == store.find(PAGE)
            assert copy.find(NOTE) == store.find(NOTE)
            assert copy.removed() == store.removed()
            (page,) = store.find(PAGE)
            assert copy.versions(PAGE, page.id) == store.versions(PAGE, page.id)
            assert copy.attachments(page.id) == store.attachments(page.id)
            for attachment in store.attachments(page.id):
                assert copy.attached_bytes(attachment.id) == store.attached_bytes(attachment.id)
            assert copy.search("sec") == store.search("sec")
            assert copy.search("gone") == []
            assert copy.save(PAGE, page.value, page.id) == page  # changes nothing
            copy.restore(copy.removed()[0].record_id)
            store.restore(store.removed()[0].record_id)
            assert exported(again, other) == exported(file, database)


def test_unknown_kinds_stay_as_they_were(tmp_path: Path) -> None:
    with a_vault(tmp_path) as (database, store):
        fill(database, store)
        exchange.export_to(tmp_path / "a.json", database, CLOCK)
        with a_vault(tmp_path) as (other, _copy):
            exchange.import_from(tmp_path / "a.json", other, SAMPLE_KINDS, CLOCK)
            query = "SELECT kind, format, version, body FROM record WHERE id = 'strange'"
            ((kind, format_, version, body),) = other.read(query)
    assert (kind, format_, version) == ("future.thing", 7, 3)
    assert json.loads(body) == {"z": 1, "a": [1.5, None, True, {"deep": "x"}], "z2": "é"}


def test_the_file_follows_the_published_schema(tmp_path: Path) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    with a_vault(tmp_path) as (database, store):
        empty = exported(tmp_path / "empty.json", database)
        fill(database, store)
        full = exported(tmp_path / "full.json", database)
    assert empty["records"] == []
    for content in (empty, full):
        jsonschema.validate(
            content, schema(), jsonschema.Draft202012Validator, format_checker=checker
        )


def test_only_its_owner_reads_it_and_nothing_else_is_left(tmp_path: Path) -> None:
    with a_vault(tmp_path) as (database, store):
        fill(database, store)
        target = tmp_path / "out"
        target.mkdir()
        exchange.export_to(target / "a.json", database, CLOCK)
        exchange.export_to(target / "a.json", database, CLOCK)
        assert [path.name for path in target.iterdir()] == ["a.json"]
        assert (target / "a.json").stat().st_mode & 0o777 == 0o600
        with pytest.raises(FolderGone):
            exchange.export_to(tmp_path / "none" / "a.json", database, CLOCK)
        store.save(NOTE, Note("and saving goes on"))


RECORD: dict[str, Any] = {
    "id": "n1",
    "kind": "sample.note",
    "format": 2,
    "version": 3,
    "note": "",
    "occurred_at": None,
    "created_at": "2026-03-14T09:00:00Z",
    "changed_at": "2026-03-14T09:00:00Z",
    "removed_at": None,
    "body": {"text": "PRIVATE", "stars": 1},
    "versions": [
        {"number": 1, "format": 0, "at": "2026-03-14T09:00:00Z", "note": "", "body": {"words": "a"}}
    ],
    "attachments": [{"id": "a1", "media_type": "text/plain", "content": ""}],
}
HEAD = {"program": "copingkit", "format": 1, "exported_at": "2026-03-14T09:00:00Z"}
VERSION = RECORD["versions"][0]
ATTACHMENT = RECORD["attachments"][0]
TOO_LARGE = base64.b64encode(bytes(20 * 1024 * 1024 + 1)).decode()


def taken(tmp_path: Path, content: object, check: Callable[[SqlRecordStore], object]) -> None:
    file = tmp_path / "file.json"
    file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    with a_vault(tmp_path) as (database, store):
        try:
            exchange.import_from(file, database, SAMPLE_KINDS, CLOCK)
        except BaseException:
            assert database.read("SELECT count(*) FROM record") == [(0,)]
            raise
        check(store)


def test_what_an_older_program_wrote_is_brought_up_to_date(tmp_path: Path) -> None:
    old = {**RECORD, "format": 0, "version": 1, "body": {"words": "from long ago"}, "versions": []}

    def check(store: SqlRecordStore) -> None:
        assert store.get(NOTE, "n1").value == Note("from long ago")
        assert len(store.search("long")) == 1

    taken(tmp_path, {**HEAD, "records": [old]}, check)


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"id": ""}, "records[0].id"),
        ({"id": 5}, "records[0].id"),
        ({"kind": "Nonsense!"}, "records[0].kind"),
        ({"version": 0}, "records[0].version"),
        ({"format": -1}, "records[0].format"),
        ({"created_at": "yesterday"}, "records[0].created_at"),
        ({"created_at": "2026-03-14T09:00:00"}, "records[0].created_at"),
        ({"extra": 1}, "records[0]"),
        ({"body": {"text": ["PRIVATE"], "stars": 1}}, "records[0].body.text"),
        ({"body": {"stars": 1}}, "records[0].body"),
        ({"body": ["PRIVATE"]}, "records[0].body"),
        ({"format": 0}, "records[0].body"),
        ({"kind": "future.thing", "body": "PRIVATE"}, "records[0].body"),
        ({"versions": [{**VERSION, "number": 3}]}, "records[0].versions[0].number"),
        ({"versions": [VERSION, VERSION]}, "records[0].versions[1].number"),
        ({"versions": [{**VERSION, "body": {}}]}, "records[0].versions[0].body"),
        ({"attachments": [ATTACHMENT, ATTACHMENT]}, "records[0].attachments[1].id"),
        ({"attachments": [{**ATTACHMENT, "content": "!"}]}, "records[0].attachments[0].content"),
        (
            {"attachments": [{**ATTACHMENT, "content": TOO_LARGE}]},
            "records[0].attachments[0].content",
        ),
    ],
)
def test_what_does_not_follow_the_schema_is_refused_by_its_place(
    tmp_path: Path, changes: dict[str, Any], where: str
) -> None:
    with pytest.raises(ImportRefused) as refused:
        taken(tmp_path, {**HEAD, "records": [{**RECORD, **changes}]}, lambda _store: None)
    assert (refused.value.name, refused.value.where) == ("file.json", where)
    chain: BaseException | None = refused.value
    while chain is not None:
        assert "PRIVATE" not in f"{chain!r}{chain}"
        chain = chain.__cause__


def test_the_whole_record_is_taken(tmp_path: Path) -> None:
    taken(tmp_path, {**HEAD, "records": [RECORD]}, lambda store: store.get(NOTE, "n1"))


def test_an_id_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused) as refused:
        taken(tmp_path, {**HEAD, "records": [RECORD, RECORD]}, lambda _store: None)
    assert refused.value.where == "records[1].id"


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"{", b"[" * 100_000, b"[]", {}, {**HEAD, "program": "other"}, HEAD],
    ids=str,
)
def test_other_files_are_refused(tmp_path: Path, content: object) -> None:
    with pytest.raises(ImportRefused):
        taken(tmp_path, content, lambda _store: None)


@pytest.mark.parametrize(
    "content",
    [
        {**HEAD, "format": 2, "something": "new"},
        {**HEAD, "records": [{**RECORD, "format": 3}]},
    ],
)
def test_a_newer_format_is_said_to_be_newer(tmp_path: Path, content: object) -> None:
    with pytest.raises(NewerFormat):
        taken(tmp_path, content, lambda _store: None)


def test_a_missing_file(tmp_path: Path) -> None:
    with a_vault(tmp_path) as (database, _store), pytest.raises(FileUnreadable):
        exchange.import_from(tmp_path / "none.json", database, SAMPLE_KINDS, CLOCK)


def test_only_into_an_empty_vault(tmp_path: Path) -> None:
    with a_vault(tmp_path) as (database, store):
        store.save(NOTE, Note("here"))
        exchange.export_to(tmp_path / "a.json", database, CLOCK)
        with pytest.raises(VaultExists):
            exchange.import_from(tmp_path / "a.json", database, SAMPLE_KINDS, CLOCK)


_TEXT = st.text(max_size=30)
_PAGES = st.builds(
    Page,
    _TEXT,
    st.lists(st.builds(Entry, _TEXT, _TEXT), max_size=3).map(tuple),
    st.none() | st.datetimes(timezones=st.just(CLOCK.now().tzinfo)),
    st.none() | st.integers(-(2**53), 2**53),
    st.dictionaries(_TEXT, st.integers(0, 100), max_size=3),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(pages=st.lists(_PAGES, max_size=4))
def test_any_content_comes_back_equal(tmp_path: Path, pages: list[Page]) -> None:
    with a_vault(tmp_path) as (database, store), a_vault(tmp_path) as (other, copy):
        with store.transaction():
            for page in pages:
                store.save(PAGE, page)
        exchange.export_to(tmp_path / "a.json", database, CLOCK)
        exchange.import_from(tmp_path / "a.json", other, SAMPLE_KINDS, CLOCK)
        assert copy.find(PAGE) == store.find(PAGE)
        assert {record.value.title for record in copy.find(PAGE)} == {page.title for page in pages}
