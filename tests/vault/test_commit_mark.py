"""The note of how far the log was committed: when it binds and when it does not."""

from __future__ import annotations

import os
import struct
from contextlib import closing
from pathlib import Path

import pytest

from copingkit.core.errors import DatabaseDamaged
from copingkit.vault.commit_mark import CommitMark
from copingkit.vault.connection import Connection
from tests.support.damage import as_after_a_crash, flip
from tests.support.vault_files import KEY


@pytest.fixture
def crashed(folder: Path, tmp_path: Path) -> Path:
    """The database of a vault as a crash leaves it: with a log, a note, and nobody using it."""
    with closing(Connection(folder / "vault.db", KEY, "rw")) as connection:
        connection.run("UPDATE vault SET age = 1", "UPDATE vault SET age = 2")
        mark = CommitMark(folder / "vault.db")
        mark.write(connection.committed_frames())
        mark.release()
        return as_after_a_crash(folder, tmp_path / "crashed")


def test_it_promises_what_was_written(crashed: Path) -> None:
    with closing(Connection(crashed, KEY, "rw")) as connection:
        connection.number("schema_version")
        assert CommitMark(crashed).promised() == connection.committed_frames() > 0


def test_it_is_for_its_owner_alone_and_stays_small(crashed: Path) -> None:
    mark = CommitMark(crashed)
    mark.clear()
    for frames in (1, 2, 300):
        mark.write(frames)
        assert mark.promised() == frames
    mark.release()
    mark.release()
    assert mark.path.stat().st_size == 32
    assert mark.path.stat().st_mode & 0o777 == 0o600


def test_without_a_note_or_with_a_broken_one_nothing_is_promised(crashed: Path) -> None:
    mark = CommitMark(crashed)
    whole = mark.path.read_bytes()
    for content in (whole[:-1], whole + b"x", bytes(32), b"X" + whole[1:], b""):
        mark.path.write_bytes(content)
        assert mark.promised() == 0
    mark.clear()
    mark.clear()
    assert not mark.path.exists()
    assert mark.promised() == 0


@pytest.mark.parametrize("position", [0, 3, 5, 16, 20, 24, 31])
def test_a_broken_beginning_of_the_log_is_damage(crashed: Path, position: int) -> None:
    mark = CommitMark(crashed)
    flip(mark.log, position)
    with pytest.raises(DatabaseDamaged) as caught:
        mark.promised()
    assert caught.value.name == "vault.db-wal"


def test_a_log_cut_off_in_its_beginning_is_damage(crashed: Path) -> None:
    mark = CommitMark(crashed)
    os.truncate(mark.log, 20)
    with pytest.raises(DatabaseDamaged):
        mark.promised()


def test_a_missing_log_is_damage_unless_the_database_is_younger(crashed: Path) -> None:
    mark = CommitMark(crashed)
    mark.log.unlink()
    noted = mark.path.stat().st_mtime_ns
    os.utime(crashed, ns=(noted - 1_000_000_000, noted - 1_000_000_000))
    with pytest.raises(DatabaseDamaged):
        mark.promised()
    os.utime(crashed, ns=(noted, noted))  # another program has put the log into the database
    assert mark.promised() == 0


def test_another_generation_of_the_log_is_none_of_its_business(crashed: Path) -> None:
    mark = CommitMark(crashed)
    mark.log.write_bytes(log_header(b"\1\2\3\4\5\6\7\x08", little=True))
    assert mark.promised() == 0


@pytest.mark.parametrize("little", [True, False])
def test_both_byte_orders_of_sums_are_read(crashed: Path, little: bool) -> None:
    """A log's sums are in the byte order of the computer that made it."""
    mark = CommitMark(crashed)
    mark.log.write_bytes(log_header(b"generate", little=little))
    mark.write(5)
    mark.release()
    assert mark.promised() == 5


def test_where_it_cannot_be_written_the_save_still_counts(tmp_path: Path) -> None:
    mark = CommitMark(tmp_path / "gone" / "vault.db")
    mark.write(5)
    mark.clear()
    assert list(tmp_path.iterdir()) == []


def log_header(generation: bytes, *, little: bool) -> bytes:
    """Thirty-two bytes as SQLite's file format (section 4.1) describes them."""
    magic = 0x377F0682 if little else 0x377F0683
    start = struct.pack(">4I", magic, 3007000, 4096, 0) + generation
    one = two = 0
    for first, second in struct.iter_unpack("<2I" if little else ">2I", start):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return start + struct.pack(">2I", one, two)
