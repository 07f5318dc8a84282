"""What one SQLCipher connection says of itself, and by which names its problems come out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from copingkit.core.errors import DatabaseDamaged, DiskFull, EnvironmentProblem, FolderGone
from copingkit.vault.connection import Connection, engine_version
from copingkit.vault.database import Database
from copingkit.vault.record_store import SqlRecordStore
from tests.support.clock import HandClock
from tests.support.damage import flip
from tests.support.kinds import NOTE, SAMPLE_KINDS, Note
from tests.support.size_limit import no_file_above
from tests.support.vault_files import KEY, VAULT_ID


@pytest.fixture
def connection(folder: Path) -> Iterator[Connection]:
    with closing(Connection(folder / "vault.db", KEY, "rw")) as opened:
        yield opened


def test_the_engine_says_both_its_versions() -> None:
    assert re.fullmatch(r"4\.\d+\.\d+ \(SQLite 3\.\d+\.\d+\)", engine_version())


@pytest.mark.parametrize("size", [0, 16, 31, 33])
def test_a_key_of_another_length_is_refused(folder: Path, size: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Connection(folder / "vault.db", bytes(size), "rw")


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FolderGone):
        Connection(tmp_path / "vault.db", KEY, "rw")
    assert list(tmp_path.iterdir()) == []


def test_another_key_opens_nothing(folder: Path) -> None:
    with (
        closing(Connection(folder / "vault.db", bytes(32), "rw")) as other,
        pytest.raises(DatabaseDamaged) as caught,
    ):
        other.number("user_version")
    assert caught.value.name == "vault.db"


def test_a_mistake_of_ours_keeps_its_own_class(connection: Connection) -> None:
    for statement in ("SELECT nonsense", "no SQL"):
        with pytest.raises(Exception, match=r"nonsense|syntax") as caught:
            connection.rows(statement)
        assert not isinstance(caught.value, EnvironmentProblem)
    connection.close()
    with pytest.raises(Exception, match="closed") as caught:
        connection.rows("SELECT 1")
    assert not isinstance(caught.value, EnvironmentProblem)


def test_no_problem_carries_values_or_the_key(connection: Connection) -> None:
    with pytest.raises(Exception, match="UNIQUE") as caught:
        connection.insert(
            "INSERT INTO record (id, kind, format, version, note, created_at, changed_at, body)"
            " SELECT id, ?, 0, 1, '', 0, 0, '{}' FROM record LIMIT 1",
            ("a private word",),
        )
    said = repr(caught.value) + repr(caught.value.__context__)
    assert "private" not in said
    assert KEY.hex() not in said


def test_committing_after_a_page_came_as_zeros_is_damage(folder: Path) -> None:
    """SQLCipher then lets no page out any more: Python sees a MemoryError at the commit."""
    path = folder / "vault.db"
    with closing(Database.open(path, KEY, VAULT_ID)) as database:
        store = SqlRecordStore(database, SAMPLE_KINDS, HandClock())
        for number in range(8):
            store.save(NOTE, Note(f"{number} " + "words " * 1000))
    whole = path.read_bytes()
    only_read = 0
    for page in range(1, len(whole) // 4096):
        path.write_bytes(whole)
        flip(path, page * 4096 + 9)
        with closing(Connection(path, KEY, "rw")) as broken, suppress(DatabaseDamaged):
            broken.run("BEGIN", "UPDATE vault SET age = age + 1", "SELECT body FROM record")
            only_read += 1
            broken.run("COMMIT")
            only_read -= 1
    assert only_read == 1  # the page at the end of the last body


def test_a_log_that_cannot_be_moved_stays(folder: Path, database: Database) -> None:
    store = SqlRecordStore(database, SAMPLE_KINDS, HandClock())
    store.save(NOTE, Note("words " * 20_000))
    size = (folder / "vault.db").stat().st_size
    with closing(Connection(folder / "vault.db", KEY, "rw")) as other:
        other.number("schema_version")
        with no_file_above(size):
            assert not other.write_back()
        assert other.write_back()


def test_a_copy_that_finds_no_room_names_the_copy(
    folder: Path, connection: Connection, tmp_path: Path
) -> None:
    target = tmp_path / "copy.db"
    target.touch()
    with (
        closing(Connection(target, KEY, "rw")) as copy,
        no_file_above(40_000),
        pytest.raises(DiskFull) as caught,
    ):
        connection.copy_into(copy, lambda: False)
    assert caught.value.name == "copy.db"
