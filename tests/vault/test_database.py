"""The database file as a whole: made or not, opened or refused, copied, closed."""

from __future__ import annotations

import threading
from contextlib import closing
from pathlib import Path

import pytest

from copingkit.core.errors import DatabaseDamaged, DiskFull, FolderGone, NewerFormat, VaultExists
from copingkit.vault import schema
from copingkit.vault.connection import Connection
from copingkit.vault.database import Database
from copingkit.vault.record_store import SqlRecordStore
from tests.support.clock import HandClock
from tests.support.kinds import NOTE, SAMPLE_KINDS, Note
from tests.support.size_limit import no_file_above
from tests.support.vault_files import KEY, VAULT_ID, texts_in


def store_over(database: Database) -> SqlRecordStore:
    return SqlRecordStore(database, SAMPLE_KINDS, HandClock())


def open_files() -> list[str]:
    """What this process has open (Linux)."""
    descriptors = Path("/proc/self/fd")
    return [str(entry.readlink()) for entry in descriptors.iterdir() if entry.is_symlink()]


class TestCreating:
    def test_never_over_another_file(self, tmp_path: Path) -> None:
        path = tmp_path / "vault.db"
        path.write_bytes(b"something")
        with pytest.raises(VaultExists):
            Database.create(path, KEY, VAULT_ID)
        assert path.read_bytes() == b"something"

    def test_a_mistake_leaves_nothing(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="32 bytes"):
            Database.create(tmp_path / "vault.db", KEY[:-1], VAULT_ID)
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("size", [0, 1, 4096, 20_000, 33_000, 60_000])
    def test_too_little_room_is_a_full_disk_and_leaves_nothing(
        self, tmp_path: Path, size: int
    ) -> None:
        with no_file_above(size), pytest.raises(DiskFull) as caught:
            Database.create(tmp_path / "vault.db", KEY, VAULT_ID)
        assert caught.value.name == "vault.db"
        assert list(tmp_path.iterdir()) == []
        assert not [name for name in open_files() if name.startswith(str(tmp_path))]

    def test_it_is_for_its_owner_alone_and_lies_in_one_file(self, tmp_path: Path) -> None:
        path = tmp_path / "vault.db"
        Database.create(path, KEY, VAULT_ID).close()
        assert [entry.name for entry in tmp_path.iterdir()] == ["vault.db"]
        assert path.stat().st_mode & 0o777 == 0o600


class TestOpening:
    def test_a_later_schema_is_refused_and_stays(self, folder: Path) -> None:
        path = folder / "vault.db"
        later = len(schema.STEPS) + 1
        with closing(Connection(path, KEY, "rw")) as newer:
            newer.run(f"PRAGMA user_version = {later}")
        with pytest.raises(NewerFormat) as caught:
            Database.open(path, KEY, VAULT_ID)
        assert caught.value.name == "vault.db"
        with closing(Connection(path, KEY, "rw")) as newer:
            assert newer.number("user_version") == later

    def test_an_older_schema_is_brought_up_to_date(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        later = (*schema.STEPS, ("CREATE TABLE added (text TEXT) STRICT",))
        monkeypatch.setattr(schema, "STEPS", later)
        with closing(Database.open(folder / "vault.db", KEY, VAULT_ID)) as database:
            assert database.read("SELECT * FROM added") == []
            assert database.read("PRAGMA user_version") == [(len(later),)]
        assert texts_in(folder / "vault.db") == ["one", "two"]

    def test_a_step_that_fails_changes_nothing(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = folder / "vault.db"
        with monkeypatch.context() as patch:
            steps = (*schema.STEPS, ("CREATE TABLE added (text TEXT) STRICT", "no SQL"))
            patch.setattr(schema, "STEPS", steps)
            with pytest.raises(Exception, match="syntax"):
                Database.open(path, KEY, VAULT_ID)
        with closing(Database.open(path, KEY, VAULT_ID)) as database:
            assert database.read("SELECT name FROM sqlite_schema WHERE name = 'added'") == []


class TestClosing:
    def test_while_a_reader_holds_the_log_nothing_is_lost(
        self, folder: Path, database: Database
    ) -> None:
        path = folder / "vault.db"
        with closing(Connection(path, KEY, "rw")) as reader:
            reader.run("BEGIN", "SELECT count(*) FROM record")
            store_over(database).save(NOTE, Note("three"))
            database.close()
            assert (folder / "vault.db-mark").exists()  # the log still has to be whole
        assert texts_in(path) == ["one", "two", "three"]
        assert not (folder / "vault.db-mark").exists()

    def test_twice_is_harmless(self, folder: Path, database: Database) -> None:
        database.close()
        database.close()
        assert database.closed
        assert texts_in(folder / "vault.db") == ["one", "two"]


class TestLanding:
    def test_a_file_that_is_gone_takes_no_save_without_a_word(
        self, folder: Path, database: Database
    ) -> None:
        (folder / "vault.db").rename(folder / "elsewhere")
        with pytest.raises(FolderGone) as caught:
            store_over(database).save(NOTE, Note("three"))
        assert caught.value.name == "vault"
        (folder / "elsewhere").rename(folder / "vault.db")
        store_over(database).save(NOTE, Note("three"))
        database.close()
        assert texts_in(folder / "vault.db") == ["one", "two", "three"]


class TestThreads:
    def test_nobody_writes_into_the_transaction_of_another_thread(self, database: Database) -> None:
        inside, caught = threading.Event(), []

        def write_outside() -> None:
            inside.wait()
            try:
                database.write("UPDATE vault SET age = 99")
            except RuntimeError as error:
                caught.append(str(error))

        worker = threading.Thread(target=write_outside)
        worker.start()
        with database.transaction():
            inside.set()
            worker.join(0.2)
            assert worker.is_alive()  # waits for the end of the transaction
        worker.join()
        assert caught == ["writing outside a transaction"]
        assert database.read("SELECT age FROM vault") == [(0,)]


class TestCopying:
    def test_a_copy_of_what_is_not_consistent_is_refused(
        self, folder: Path, database: Database, tmp_path: Path
    ) -> None:
        """Every page has its HMAC, so only the check of the copy can tell."""
        path = folder / "vault.db"
        with closing(Connection(path, KEY, "rw")) as other:
            other.run(
                "PRAGMA writable_schema = ON",
                "DELETE FROM sqlite_schema WHERE name = 'record_removed'",
            )
        target = tmp_path / "copy.db"
        with pytest.raises(DatabaseDamaged) as caught:
            database.copy_to(target)
        assert caught.value.name == "vault.db"
        assert not target.exists()
