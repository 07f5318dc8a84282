"""No room left: said by name, nothing half-written, and what was saved stays."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from copingkit.core.errors import DiskFull
from copingkit.vault import backup, exchange
from copingkit.vault.database import Database
from copingkit.vault.record_store import SqlRecordStore
from tests.support.clock import HandClock
from tests.support.kinds import NOTE, SAMPLE_KINDS, Note
from tests.support.vault_files import KEY, VAULT_ID, make_vault, texts_in

SAVER = Path(__file__).with_name("saver.py")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 12 MB; skipped where this user may not mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("mounting is not allowed here; the size-limit test covers the same code")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill_up(folder: Path) -> Path:
    """Take all the room there is; delete the file to give it back."""
    filler = folder / "filler"
    with open(filler, "wb", buffering=0) as file:
        for size in (65536, 4096, 512):
            try:
                while True:
                    file.write(b"f" * size)
            except OSError:
                continue
    return filler


@pytest.mark.parametrize("limit", [100_000, 400_000, 1_300_000])
def test_a_file_that_may_not_grow(tmp_path: Path, limit: int) -> None:
    """The size limit of a process stands in for a quota and works without mounting anything."""
    make_vault(tmp_path)
    command = [sys.executable, str(SAVER), str(tmp_path), "2000", str(limit)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    *acknowledged, problem, version = run.stdout.split()
    assert problem == "DiskFull"
    assert int(version) - 1 in {int(acknowledged[-1]), int(acknowledged[-1]) + 1}
    with closing(Database.open(tmp_path / "vault.db", KEY, VAULT_ID)) as database:
        database.check()
        store = SqlRecordStore(database, SAMPLE_KINDS, HandClock())
        versions = store.versions(NOTE, "the-note")
        assert versions[0].value.text == "room again"
        assert len(versions) == int(version) + 1


def test_saving_on_a_full_disk(small_disk: Path) -> None:
    path = make_vault(small_disk, "before")
    told: list[object] = []
    with closing(Database.open(path, KEY, VAULT_ID)) as database:
        store = SqlRecordStore(database, SAMPLE_KINDS, HandClock())
        store.changed.subscribe(told.append)
        filler = fill_up(small_disk)

        def save_on_and_on() -> None:
            for number in range(5000):
                store.save(NOTE, Note(f"{number} " + "x" * 2000))

        with pytest.raises(DiskFull):
            save_on_and_on()
        saved = store.count(NOTE)
        assert len(told) == saved - 1
        with pytest.raises(DiskFull), store.transaction():
            store.save(NOTE, Note("a" * 500_000))
        with pytest.raises(DiskFull):
            store.attach(store.find(NOTE, limit=1)[0].id, "video/mp4", bytes(3_000_000))
        assert (store.count(NOTE), len(told)) == (saved, saved - 1)
        assert store.search("before")
        filler.unlink()
        store.save(NOTE, Note("after"))
        database.check()
    assert texts_in(path)[-1] == "after"
    assert len(texts_in(path)) == saved + 1


def test_a_transaction_that_lost_its_outer_part_does_not_go_on(small_disk: Path) -> None:
    path = make_vault(small_disk, "before")
    with closing(Database.open(path, KEY, VAULT_ID)) as database:
        store = SqlRecordStore(database, SAMPLE_KINDS, HandClock())
        filler = fill_up(small_disk)

        def go_on_regardless() -> None:
            with store.transaction():
                store.save(NOTE, Note("outer"))
                try:
                    for _ in range(30):  # more than the cache holds: written before the commit
                        store.save(NOTE, Note(os.urandom(100_000).hex()))
                except DiskFull:
                    filler.unlink()
                store.save(NOTE, Note("later"))

        with pytest.raises(DiskFull):
            go_on_regardless()
        assert [note.value.text for note in store.find(NOTE)] == ["before"]
        store.save(NOTE, Note("works"))
        database.check()


def test_a_backup_and_an_export_on_a_full_disk(small_disk: Path, tmp_path: Path) -> None:
    path = make_vault(small_disk, *("text " * 100 for _ in range(100)))
    clock = HandClock()
    with closing(Database.open(path, KEY, VAULT_ID)) as database:
        first = backup.snapshot_if_due(small_disk, database, clock)
        assert first is not None
        clock.go_on(minutes=60 * 24)
        filler = fill_up(small_disk)
        before = sorted(small_disk.rglob("*"))
        with pytest.raises(DiskFull):
            backup.snapshot_if_due(small_disk, database, clock)
        with pytest.raises(DiskFull):
            backup.write_backup_file(small_disk / "mine.backup", small_disk, database, clock)
        with pytest.raises(DiskFull):
            exchange.export_to(small_disk / "all.json", database, clock)
        with pytest.raises(DiskFull):
            Database.create(small_disk / "other.db", KEY, VAULT_ID)
        assert sorted(small_disk.rglob("*")) == before
        assert backup.newest_good(small_disk) == first
        filler.unlink()
        assert backup.snapshot_if_due(small_disk, database, clock) is not None


def test_restoring_on_a_full_disk_sets_nothing_aside(small_disk: Path) -> None:
    path = make_vault(small_disk, *("text " * 100 for _ in range(100)))
    with closing(Database.open(path, KEY, VAULT_ID)) as database:
        backup.snapshot_if_due(small_disk, database, HandClock())
    filler = fill_up(small_disk)
    with pytest.raises(DiskFull):
        backup.restore_newest(small_disk)
    filler.unlink()
    assert len(texts_in(path)) == 100
