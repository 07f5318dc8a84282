"""Flipped bytes, truncated and missing files: all right or named damage, nothing in between."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from copingkit.core.errors import DatabaseDamaged
from copingkit.vault.connection import Connection
from copingkit.vault.database import Database
from copingkit.vault.record_store import SqlRecordStore
from tests.support.clock import HandClock
from tests.support.damage import as_after_a_crash, flip
from tests.support.kinds import NOTE, PAGE, SAMPLE_KINDS, Entry, Note, Page
from tests.support.vault_files import KEY, VAULT_ID, make_vault, texts_in

TEXTS = [f"note {n} " + "long " * (n * 7 % 400) for n in range(40)]
WAL_HEADER, FRAME = 32, 24 + 4096


def opened(path: Path) -> closing[Database]:
    return closing(Database.open(path, KEY, VAULT_ID))


def everything(path: Path) -> tuple[object, ...]:
    """All that a person could come to see of the vault at `path`."""
    with closing(Database.open(path, KEY, VAULT_ID)) as database:
        store = SqlRecordStore(database, SAMPLE_KINDS, HandClock())
        notes = store.find(NOTE)
        return (
            [note.value for note in notes],
            [[version.value for version in store.versions(NOTE, note.id)] for note in notes],
            [store.attached_bytes(a.id) for note in notes for a in store.attachments(note.id)],
            [hit.text for hit in store.search("note", 100)],
            [removed.text for removed in store.removed()],
            store.count(NOTE),
        )


def fill(folder: Path) -> Database:
    """An open vault with a bit of everything, all of it still in the log."""
    database = Database.create(folder / "vault.db", KEY, VAULT_ID)
    store = SqlRecordStore(database, SAMPLE_KINDS, HandClock())
    for text in TEXTS:
        saved = store.save(NOTE, Note(text))
        store.save(NOTE, Note(text, 1), saved.id)
        if len(text) > 1500:
            store.attach(saved.id, "image/png", random.Random(1).randbytes(len(text) * 3))
    store.remove(store.save(NOTE, Note("removed")).id)
    return database


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, tuple[object, ...]]:
    """Copies of a closed vault and of one that crashed, and what both hold."""
    folder = tmp_path_factory.mktemp("filled")
    database = fill(folder)
    crashed = as_after_a_crash(folder, folder / "crashed")
    database.close()
    return folder / "vault.db", crashed, everything(folder / "vault.db")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "vault").mkdir()
    return tmp_path / "vault"


def brought(source: Path, place: Path) -> Path:
    """A fresh copy of the vault files beside `source`."""
    for old in place.iterdir():
        old.unlink()
    for path in source.parent.glob("vault.db*"):
        shutil.copy2(path, place / path.name)
    return place / "vault.db"


def outcome(path: Path, expected: tuple[object, ...]) -> str:
    """The name of the damaged file that was named, or "" where all was right."""
    try:
        found = everything(path)
    except DatabaseDamaged as damage:
        return damage.name
    assert found == expected
    return ""


def harmless(path: Path, expected: tuple[object, ...]) -> bool:
    """Whether the damage to the database is where nobody reads; then a check still finds it."""
    named = outcome(path, expected)
    assert named in {"", "vault.db"}
    if not named:
        with opened(path) as database, pytest.raises(DatabaseDamaged):
            database.check()
    return not named


def test_the_crashed_copy_opens_as_it_is(
    filled: tuple[Path, Path, tuple[object, ...]], place: Path
) -> None:
    _closed, crashed, expected = filled
    size = (crashed.parent / "vault.db-wal").stat().st_size
    assert 100 * FRAME < size < 1000 * FRAME  # from 1000 on SQLite writes over what it moved
    assert outcome(brought(crashed, place), expected) == ""
    assert [path.name for path in place.iterdir()] == ["vault.db"]


def test_a_flipped_byte_in_the_database(
    filled: tuple[Path, Path, tuple[object, ...]], place: Path
) -> None:
    closed, _crashed, expected = filled
    size = closed.stat().st_size
    chance = random.Random(20260314)
    positions = [*range(0, 100, 9), *(chance.randrange(size) for _ in range(150)), size - 1]
    unread = 0
    for position in positions:
        path = brought(closed, place)
        flip(path, position)
        unread += harmless(path, expected)
    assert unread < len(positions) / 2


def test_a_flipped_byte_in_the_log(
    filled: tuple[Path, Path, tuple[object, ...]], place: Path
) -> None:
    _closed, crashed, expected = filled
    size = (crashed.parent / "vault.db-wal").stat().st_size
    chance = random.Random(20260315)
    frames = range(WAL_HEADER, size, FRAME)
    positions = [
        *range(0, WAL_HEADER, 3),
        *(start + chance.randrange(FRAME) for start in frames[:: max(len(frames) // 60, 1)]),
        *(frames[-1] + offset for offset in (0, 5, 9, 20, 500)),
        *(frames[-2] + offset for offset in (4, 4000)),
    ]
    for position in positions:
        path = brought(crashed, place)
        flip(path.with_name("vault.db-wal"), position)
        before = path.with_name("vault.db-wal").read_bytes()
        assert outcome(path, expected) == "vault.db-wal", position
        # And again: opening did not sweep the damage away.
        assert path.with_name("vault.db-wal").read_bytes() == before
        assert outcome(path, expected) == "vault.db-wal", position


def test_a_flipped_byte_in_the_note_beside_it(
    filled: tuple[Path, Path, tuple[object, ...]], place: Path
) -> None:
    _closed, crashed, expected = filled
    for position in range(32):
        path = brought(crashed, place)
        flip(path.with_name("vault.db-mark"), position)
        assert outcome(path, expected) == "", position


def test_a_truncated_log(filled: tuple[Path, Path, tuple[object, ...]], place: Path) -> None:
    _closed, crashed, expected = filled
    size = (crashed.parent / "vault.db-wal").stat().st_size
    for length in (0, 1, 31, 32, 33, FRAME, size // 2, size - FRAME, size - 1):
        path = brought(crashed, place)
        os.truncate(path.with_name("vault.db-wal"), length)
        assert outcome(path, expected) == "vault.db-wal", length


def test_a_log_that_is_gone(filled: tuple[Path, Path, tuple[object, ...]], place: Path) -> None:
    _closed, crashed, expected = filled
    path = brought(crashed, place)
    path.with_name("vault.db-wal").unlink()
    assert outcome(path, expected) == "vault.db-wal"


def test_what_is_whole_of_a_damaged_log_can_be_had(
    filled: tuple[Path, Path, tuple[object, ...]], place: Path
) -> None:
    _closed, crashed, expected = filled
    path = brought(crashed, place)
    flip(path.with_name("vault.db-wal"), WAL_HEADER + 60 * FRAME + 100)
    assert outcome(path, expected) == "vault.db-wal"
    with closing(Database.open(path, KEY, VAULT_ID, accept_lost_tail=True)) as database:
        store = SqlRecordStore(database, SAMPLE_KINDS, HandClock())
        saved = [note.value.text for note in reversed(store.find(NOTE))]
        assert 0 < len(saved) < len(TEXTS)
        assert saved == TEXTS[: len(saved)]
        database.check()
        store.save(NOTE, Note("from here on"))
    assert texts_in(path)[-1] == "from here on"


def test_a_log_moved_in_by_another_program_is_no_damage(
    filled: tuple[Path, Path, tuple[object, ...]], place: Path
) -> None:
    _closed, crashed, expected = filled
    path = brought(crashed, place)
    with closing(Connection(path, KEY, "rw")) as other:
        other.rows("SELECT count(*) FROM record")
    assert not path.with_name("vault.db-wal").exists()
    assert outcome(path, expected) == ""


def test_a_truncated_database(filled: tuple[Path, Path, tuple[object, ...]], place: Path) -> None:
    closed, _crashed, expected = filled
    size = closed.stat().st_size
    for length in (0, 1, 16, 100, 1023, 4095, 4096, 4097, 8192, size // 2, size - 4096, size - 1):
        path = brought(closed, place)
        os.truncate(path, length)
        if length >= size - 4096:
            harmless(path, expected)
            continue
        assert outcome(path, expected) == "vault.db", length
        assert path.stat().st_size == length  # and nothing was made in its place


def test_a_missing_database(tmp_path: Path) -> None:
    path = make_vault(tmp_path, "one")
    path.unlink()
    with pytest.raises(DatabaseDamaged):
        Database.open(path, KEY, VAULT_ID)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"\0" * 8192, b"SQLite format 3\0" + bytes(4080), b"x" * 5000])
def test_a_file_of_something_else(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "vault.db"
    path.write_bytes(content)
    with pytest.raises(DatabaseDamaged):
        Database.open(path, KEY, VAULT_ID)
    assert path.read_bytes() == content


def test_the_vault_of_somebody_else(tmp_path: Path) -> None:
    path = make_vault(tmp_path, "one", vault_id="cc" * 16)
    with pytest.raises(DatabaseDamaged):
        Database.open(path, KEY, VAULT_ID)
    with pytest.raises(DatabaseDamaged):
        Database.open(path, bytes(32), "cc" * 16)
    assert texts_in(path, "cc" * 16) == ["one"]


def test_damage_met_in_the_middle_of_work(tmp_path: Path) -> None:
    path = tmp_path / "vault.db"
    with closing(Database.create(path, KEY, VAULT_ID)) as database:
        store = SqlRecordStore(database, SAMPLE_KINDS, HandClock())
        for number in range(30):
            store.save(PAGE, Page(str(number), (Entry("a", "text " * 1000),)))
    size = path.stat().st_size
    with closing(Database.open(path, KEY, VAULT_ID)) as database:
        with open(path, "r+b") as file:
            file.seek(size // 8 // 4096 * 4096)
            file.write(b"\0" * (size // 2))
        store = SqlRecordStore(database, SAMPLE_KINDS, HandClock())
        with pytest.raises(DatabaseDamaged):
            store.find(PAGE)
        with pytest.raises(DatabaseDamaged):
            database.check()


def test_no_page_of_a_long_file_comes_back_as_zeros(tmp_path: Path) -> None:
    path = tmp_path / "vault.db"
    content = random.Random(2).randbytes(60_000)
    with closing(Database.create(path, KEY, VAULT_ID)) as database:
        store = SqlRecordStore(database, SAMPLE_KINDS, HandClock())
        attached = store.attach(store.save(NOTE, Note("n")).id, "image/png", content).id
    for page in range(1, path.stat().st_size // 4096):
        flip(path, page * 4096 + 9)
        with contextlib.suppress(DatabaseDamaged), opened(path) as database:
            store = SqlRecordStore(database, SAMPLE_KINDS, HandClock())
            assert store.attached_bytes(attached) == content
        with contextlib.suppress(DatabaseDamaged), opened(path) as database:
            database.copy_to(tmp_path / "copy")
            pytest.fail(f"page {page} was copied")
        assert not (tmp_path / "copy").exists()
        flip(path, page * 4096 + 9)
