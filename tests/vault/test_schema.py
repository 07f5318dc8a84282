"""The tables: their rules, and that what is deleted takes along what belongs to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from copingkit.vault import schema
from copingkit.vault.database import Database, Value

RECORD = """INSERT INTO record (id, kind, format, version, note, created_at, changed_at, body)
    VALUES (?, 'sample.note', 0, 1, '', 0, 0, '{}')"""
VERSION = "INSERT INTO version (record, number, format, at, note, body) VALUES (?, 1, 0, 0, '', '')"
FILE = """INSERT INTO attachment (id, record, media_type, size, crc32, bytes)
    VALUES ('f', ?, '', 0, 0, x'')"""


def test_a_new_file_is_of_the_present_schema(database: Database, folder: Path) -> None:
    assert database.read("PRAGMA user_version") == [(len(schema.STEPS),)]
    assert database.read("PRAGMA application_id") == [(int.from_bytes(b"COPK"),)]
    tables = {name for (name,) in database.read("SELECT name FROM sqlite_schema")}
    assert {"vault", "record", "version", "attachment", "search"} <= tables


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        ("INSERT INTO vault VALUES ('x', 'no number', 0, 0)", ()),
        (RECORD.replace("'{}'", "x'00'"), ("new",)),
        (RECORD, (None,)),
        (VERSION, (999,)),
        (FILE, (999,)),
    ],
)
def test_rows_that_break_a_rule_are_refused(
    database: Database, statement: str, values: tuple[Value, ...]
) -> None:
    with pytest.raises(Exception, match=r"constraint|cannot store"), database.transaction():
        database.write(statement, values)


def test_an_id_is_there_once(database: Database) -> None:
    with database.transaction():
        database.write(RECORD, ("same",))
        with pytest.raises(Exception, match="UNIQUE"):
            database.write(RECORD, ("same",))


def test_versions_and_files_go_with_their_record(database: Database) -> None:
    with database.transaction():
        seq = database.write(RECORD, ("mine",))
        database.write(VERSION, (seq,))
        database.write(FILE, (seq,))
        database.write("DELETE FROM record WHERE seq = ?", (seq,))
    for table in ("version", "attachment"):
        assert database.read(f"SELECT count(*) FROM {table}") == [(0,)]


def test_finding_by_time_reads_the_index(database: Database) -> None:
    plan = database.read(
        "EXPLAIN QUERY PLAN SELECT id FROM record WHERE kind = 'k' AND removed_at IS NULL"
        " AND coalesce(occurred_at, created_at) >= 0"
        " ORDER BY coalesce(occurred_at, created_at) DESC, seq DESC LIMIT 5"
    )
    said = " ".join(str(row[-1]) for row in plan)
    assert "record_by_time" in said
    assert "TEMP B-TREE" not in said
