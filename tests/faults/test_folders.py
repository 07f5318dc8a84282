"""Folders that vanish or may not be written to, and clocks that are wrong."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from copingkit.core.errors import FolderGone, RecordMissing, VaultClosed
from copingkit.vault.database import Database
from copingkit.vault.record_store import SqlRecordStore
from tests.support.clock import HandClock
from tests.support.kinds import NOTE, SAMPLE_KINDS, Note
from tests.support.vault_files import KEY, VAULT_ID, make_vault, texts_in

PROJECT = Path(__file__).resolve().parents[2]
NOBODY = 65534
DAY = timedelta(days=1)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "vault").mkdir()
    make_vault(tmp_path / "vault", "one")
    return tmp_path / "vault"


@pytest.fixture
def database(place: Path) -> Iterator[Database]:
    opened = Database.open(place / "vault.db", KEY, VAULT_ID)
    yield opened
    opened.close()


@pytest.fixture
def store(database: Database, clock: HandClock) -> SqlRecordStore:
    return SqlRecordStore(database, SAMPLE_KINDS, clock)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FolderGone):
        Database.open(tmp_path / "none" / "vault.db", KEY, VAULT_ID)
    with pytest.raises(FolderGone):
        Database.create(tmp_path / "none" / "vault.db", KEY, VAULT_ID)


def test_the_folder_goes_while_the_vault_is_open(place: Path, store: SqlRecordStore) -> None:
    told: list[object] = []
    store.changed.subscribe(told.append)
    shutil.rmtree(place)
    with pytest.raises(FolderGone):
        store.save(NOTE, Note("two"))
    assert told == []
    assert not place.exists()


def test_the_folder_moves_and_comes_back(place: Path, store: SqlRecordStore) -> None:
    elsewhere = place.with_name("elsewhere")
    place.rename(elsewhere)
    with pytest.raises(FolderGone):
        store.save(NOTE, Note("two"))
    elsewhere.rename(place)
    store.save(NOTE, Note("three"))
    assert [note.value.text for note in store.find(NOTE)] == ["three", "one"]


def test_another_file_in_its_place(place: Path, store: SqlRecordStore) -> None:
    shutil.copy(place / "vault.db", place / "copy")
    os.replace(place / "copy", place / "vault.db")
    with pytest.raises(FolderGone):
        store.save(NOTE, Note("two"))


def test_the_log_alone_goes(place: Path, store: SqlRecordStore) -> None:
    (place / "vault.db-wal").unlink()
    with pytest.raises(FolderGone):
        store.save(NOTE, Note("two"))


AS_NOBODY = """
import os, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from copingkit.core.clock import SystemClock
from copingkit.core.errors import EnvironmentProblem
from copingkit.vault import backup, exchange
from copingkit.vault.database import Database
from copingkit.vault.record_store import SqlRecordStore
from tests.support.kinds import NOTE, SAMPLE_KINDS, Note
from tests.support.vault_files import KEY, VAULT_ID
folder = Path(sys.argv[1])
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)

def attempt(call):
    try:
        call()
    except EnvironmentProblem as problem:
        print(type(problem).__name__)
    else:
        print("done")

attempt(lambda: Database.create(folder / "new.db", KEY, VAULT_ID))
attempt(lambda: Database.open(folder / "vault.db", KEY, VAULT_ID))
attempt(lambda: backup.restore_newest(folder))
"""


def test_a_folder_that_may_not_be_written_to(place: Path, tmp_path: Path) -> None:
    """Permissions do not bind root, so the test goes on as nobody."""
    home = Path("/var/tmp") if os.getuid() == 0 else tmp_path
    folder = home / f"copingkit-test-{os.getpid()}"
    folder.mkdir()
    try:
        shutil.copy(place / "vault.db", folder)
        (folder / "vault.db").chmod(0o644)
        folder.chmod(0o555)
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        command = [sys.executable, "-c", AS_NOBODY, str(folder), str(PROJECT)]
        run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        assert run.returncode == 0, run.stderr
        assert run.stdout.split() == ["FolderNotWritable", "FolderNotWritable", "BackupDamaged"]
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


class TestClocks:
    """Recently removed empties after 30 days by the clock and by the vault's own age."""

    def removed(self, store: SqlRecordStore) -> str:
        saved = store.save(NOTE, Note("removed"))
        store.remove(saved.id)
        return saved.id

    def pass_days(self, store: SqlRecordStore, clock: HandClock, days: int) -> int:
        """Use the program every day; gives how many records went."""
        gone = 0
        for _ in range(days):
            clock.time += DAY
            gone += store.purge_expired()
        return gone

    def test_after_30_days_it_is_gone(self, store: SqlRecordStore, clock: HandClock) -> None:
        record_id = self.removed(store)
        assert self.pass_days(store, clock, 29) == 0
        assert [removed.record_id for removed in store.removed()] == [record_id]
        assert self.pass_days(store, clock, 1) == 1
        assert store.removed() == []
        with pytest.raises(RecordMissing):
            store.restore(record_id)

    def test_a_clock_that_jumps_ahead_purges_nothing(
        self, store: SqlRecordStore, clock: HandClock
    ) -> None:
        self.removed(store)
        clock.time += 4000 * DAY
        assert store.purge_expired() == 0
        assert store.purge_expired() == 0
        clock.time -= 4000 * DAY
        assert self.pass_days(store, clock, 15) == 0
        assert self.pass_days(store, clock, 15) == 1

    def test_a_clock_that_was_behind_when_it_was_removed(
        self, store: SqlRecordStore, clock: HandClock
    ) -> None:
        clock.time -= 20_000 * DAY
        self.removed(store)
        clock.time += 20_000 * DAY
        assert self.pass_days(store, clock, 10) == 0
        assert self.pass_days(store, clock, 20) == 1

    def test_a_clock_that_was_ahead_when_it_was_removed(
        self, store: SqlRecordStore, clock: HandClock
    ) -> None:
        clock.time += 4000 * DAY
        self.removed(store)
        clock.time -= 4000 * DAY
        assert self.pass_days(store, clock, 30) == 0
        assert self.pass_days(store, clock, 2) == 1

    def test_a_vault_that_is_opened_rarely(self, store: SqlRecordStore, clock: HandClock) -> None:
        self.removed(store)
        gone = []
        for _ in range(4):
            clock.time += 90 * DAY
            gone.append(store.purge_expired())
        assert gone == [0, 0, 1, 0]

    def test_a_restored_record_stays(self, store: SqlRecordStore, clock: HandClock) -> None:
        record_id = self.removed(store)
        store.restore(record_id)
        assert self.pass_days(store, clock, 40) == 0
        assert store.get(NOTE, record_id).value == Note("removed")


def test_a_locked_vault_says_so(place: Path, database: Database, store: SqlRecordStore) -> None:
    database.close()
    database.close()
    assert database.closed
    with pytest.raises(VaultClosed):
        store.find(NOTE)
    with pytest.raises(VaultClosed):
        store.save(NOTE, Note("two"))
    for call in (database.check, database.empty_log, lambda: database.copy_to(place / "x")):
        with pytest.raises(VaultClosed):
            call()
    assert texts_in(place / "vault.db") == ["one"]


def test_locked_inside_a_transaction(
    place: Path, database: Database, store: SqlRecordStore
) -> None:
    def lock_halfway() -> None:
        with store.transaction():
            store.save(NOTE, Note("two"))
            database.close()

    with pytest.raises(VaultClosed):
        lock_halfway()
    assert texts_in(place / "vault.db") == ["one"]
    with closing(Database.open(place / "vault.db", KEY, VAULT_ID)) as again:
        again.check()
