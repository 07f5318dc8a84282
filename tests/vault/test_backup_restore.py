"""Bringing back a backup, beside whatever is in its place."""

from __future__ import annotations

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from copingkit.core.errors import (
    BackupDamaged,
    DatabaseDamaged,
    FileUnreadable,
    NewerFormat,
    VaultExists,
)
from copingkit.vault import backup, keyslots, slots_file
from copingkit.vault.database import Database
from copingkit.vault.record_store import SqlRecordStore
from tests.support.backups import snapshot, written
from tests.support.clock import HandClock
from tests.support.damage import flip
from tests.support.kinds import NOTE, SAMPLE_KINDS, Note
from tests.support.vault_files import ENTROPY, KEY, VAULT_ID, make_vault, texts_in

DAY = timedelta(days=1)


def lose_slots(folder: Path) -> None:
    for name in (slots_file.NAME, slots_file.COPY_NAME):
        (folder / name).write_bytes(b"{}")


class TestNewestGood:
    def test_damaged_and_foreign_ones_are_passed_over(
        self, folder: Path, database: Database, clock: HandClock, tmp_path: Path
    ) -> None:
        assert backup.newest_good(folder) is None
        made = []
        for _ in range(3):
            made.append(snapshot(folder, database, clock))
            clock.time += DAY
        assert backup.newest_good(folder) == made[2]
        flip(made[2].path, made[2].path.stat().st_size // 2)
        assert backup.newest_good(folder) == made[1]
        other = tmp_path / "other"
        other.mkdir()
        make_vault(other, "foreign", vault_id="cc" * 16)
        opened = Database.open(other / "vault.db", KEY, "cc" * 16)
        foreign = snapshot(other, opened, clock)
        opened.close()
        shutil.copy(foreign.path, folder / "backups")
        assert backup.newest_good(folder) == made[1]

    def test_without_slots_file_any_whole_one_counts(
        self, folder: Path, database: Database, clock: HandClock
    ) -> None:
        made = snapshot(folder, database, clock)
        for name in (slots_file.NAME, slots_file.COPY_NAME):
            (folder / name).unlink()
        assert backup.newest_good(folder) == made


class TestRestoreNewest:
    def test_the_damaged_files_are_set_aside(
        self, folder: Path, database: Database, clock: HandClock
    ) -> None:
        snapshot(folder, database, clock)
        database.close()
        before = slots_file.load(folder)
        (folder / "vault.db").write_bytes(b"broken")
        (folder / "vault.db-wal").write_bytes(b"log")
        (folder / "vault.db-mark").write_bytes(b"mark")
        assert backup.restore_newest(folder).vault_id == VAULT_ID
        assert texts_in(folder / "vault.db") == ["one", "two"]
        assert (folder / "vault.db.broken-1").read_bytes() == b"broken"
        assert (folder / "vault.db-wal.broken-1").read_bytes() == b"log"
        assert slots_file.load(folder) == before  # with its keyring slot
        assert not list(folder.glob(".snapshot*"))

    def test_damaged_slots_come_back_too(
        self, folder: Path, database: Database, clock: HandClock
    ) -> None:
        made = snapshot(folder, database, clock)
        database.close()
        lose_slots(folder)
        (folder / "vault.db").unlink()
        backup.restore_newest(folder)
        assert texts_in(folder / "vault.db") == ["one", "two"]
        assert slots_file.load(folder) == made.slots
        assert (folder / f"{slots_file.NAME}.broken-1").read_bytes() == b"{}"

    def test_lost_slots_come_back_beside_a_newer_database(
        self, folder: Path, database: Database, clock: HandClock
    ) -> None:
        made = snapshot(folder, database, clock)
        SqlRecordStore(database, SAMPLE_KINDS, clock).save(NOTE, Note("later than the backup"))
        database.close()
        lose_slots(folder)
        assert backup.restore_newest(folder) == made
        assert slots_file.load(folder) == made.slots
        (words,) = slots_file.load(folder).slots
        assert keyslots.open_with_words(VAULT_ID, words, ENTROPY) == KEY
        assert texts_in(folder / "vault.db") == ["one", "two", "later than the backup"]
        assert (folder / f"{slots_file.NAME}.broken-1").read_bytes() == b"{}"
        assert not (folder / "vault.db.broken-1").exists()

    @pytest.mark.parametrize("damage", ["flipped", "foreign"])
    def test_where_that_database_is_damaged_too_a_second_call_brings_it_back(
        self, folder: Path, database: Database, clock: HandClock, damage: str
    ) -> None:
        snapshot(folder, database, clock)
        database.close()
        lose_slots(folder)
        path = folder / "vault.db"
        if damage == "flipped":
            flip(path, 200)
        else:
            path.unlink()
            Database.create(path, bytes(32), "cc" * 16).close()
        backup.restore_newest(folder)
        with pytest.raises(DatabaseDamaged):
            texts_in(path)
        backup.restore_newest(folder)
        assert texts_in(path) == ["one", "two"]
        assert (folder / "vault.db.broken-1").exists()

    @pytest.mark.parametrize("content", [b"", b"x" * 5000])
    def test_lost_slots_beside_half_a_database_bring_back_both(
        self, folder: Path, database: Database, clock: HandClock, content: bytes
    ) -> None:
        snapshot(folder, database, clock)
        database.close()
        lose_slots(folder)
        (folder / "vault.db").write_bytes(content)
        backup.restore_newest(folder)
        assert texts_in(folder / "vault.db") == ["one", "two"]
        assert (folder / "vault.db.broken-1").read_bytes() == content

    def test_slots_of_a_newer_program_are_not_replaced(
        self, folder: Path, database: Database, clock: HandClock
    ) -> None:
        snapshot(folder, database, clock)
        database.close()
        content = json.loads((folder / slots_file.NAME).read_text())
        content["format"] = 2
        content["checksum"] = slots_file.checksum(content)
        newer = json.dumps(content).encode()
        for name in (slots_file.NAME, slots_file.COPY_NAME):
            (folder / name).write_bytes(newer)
        with pytest.raises(NewerFormat):
            backup.restore_newest(folder)
        assert (folder / slots_file.NAME).read_bytes() == newer

    def test_without_any(self, folder: Path) -> None:
        with pytest.raises(BackupDamaged):
            backup.restore_newest(folder)
        assert texts_in(folder / "vault.db") == ["one", "two"]


class TestRestoreBackupFile:
    @pytest.fixture
    def file(self, folder: Path, database: Database, clock: HandClock, tmp_path: Path) -> Path:
        return written(tmp_path / "away" / "mine.backup", folder, database, clock)

    def test_into_an_empty_folder(self, file: Path, tmp_path: Path) -> None:
        target = tmp_path / "new" / "place"
        restored = backup.restore_backup_file(file, target)
        assert restored.vault_id == VAULT_ID
        assert texts_in(target / "vault.db") == ["one", "two"]
        assert slots_file.load(target) == restored.slots
        assert target.stat().st_mode & 0o777 == 0o700

    def test_never_over_a_vault(self, file: Path, folder: Path) -> None:
        with pytest.raises(VaultExists):
            backup.restore_backup_file(file, folder)

    def test_over_another_vault_that_is_set_aside(self, file: Path, tmp_path: Path) -> None:
        other = tmp_path / "other"
        other.mkdir()
        make_vault(other, "other", vault_id="cc" * 16)
        (other / "frontpage.bin").write_bytes(b"sealed")
        backup.restore_backup_file(file, other, replace=True)
        assert texts_in(other / "vault.db") == ["one", "two"]
        assert texts_in(other / "vault.db.broken-1", "cc" * 16) == ["other"]
        assert slots_file.load(other).vault_id == VAULT_ID
        assert (other / "frontpage.bin.broken-1").exists()

    def test_missing(self, tmp_path: Path) -> None:
        with pytest.raises(FileUnreadable):
            backup.restore_backup_file(tmp_path / "none", tmp_path / "vault")


def test_beginning_anew_renames_everything_and_deletes_nothing(
    folder: Path, database: Database, clock: HandClock
) -> None:
    made = snapshot(folder, database, clock)
    database.close()
    lose_slots(folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    backup.begin_anew(folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == {
        f"{name}.broken-1": content for name, content in before.items()
    }
    assert (folder / "backups.broken-1" / made.path.name).exists()
    backup.begin_anew(folder)  # where there is nothing it does nothing
