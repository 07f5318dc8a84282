from __future__ import annotations

import shutil
import threading
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from copingkit.core.errors import (
    BackupDamaged,
    DatabaseDamaged,
    FileUnreadable,
    FolderGone,
    NewerFormat,
    NoSuchSlot,
    SlotsDamaged,
    VaultClosed,
    VaultExists,
)
from copingkit.core.records import Record
from copingkit.vault import backup, backup_file, keyslots, slots_file
from copingkit.vault.database import Database
from copingkit.vault.keyslots import KEYRING_KINDS, Slots
from copingkit.vault.record_store import SqlRecordStore
from tests.support.clock import HandClock
from tests.support.kinds import NOTE, SAMPLE_KINDS, Note
from tests.support.vault_files import ENTROPY, KEY, VAULT_ID, make_vault, slots, texts_in

DAY = timedelta(days=1)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "vault"
    made.mkdir()
    make_vault(made, "one", "two")
    return made


@pytest.fixture
def database(folder: Path) -> Iterator[Database]:
    opened = Database.open(folder / "vault.db", KEY, VAULT_ID)
    yield opened
    opened.close()


def snapshot(folder: Path, database: Database, clock: HandClock) -> backup.Backup:
    made = backup.snapshot_if_due(folder, database, clock)
    assert made is not None
    return made


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "backups").iterdir())


def flip(path: Path, position: int) -> None:
    content = bytearray(path.read_bytes())
    content[position] ^= 0x10
    path.write_bytes(content)


class TestSnapshots:
    def test_one_a_day(self, folder: Path, database: Database, clock: HandClock) -> None:
        made = snapshot(folder, database, clock)
        assert made.made_at == clock.now()
        assert backup.snapshot_if_due(folder, database, clock) is None
        clock.time += timedelta(hours=14, minutes=59)
        assert backup.snapshot_if_due(folder, database, clock) is None
        clock.time += timedelta(minutes=1)
        assert backup.snapshot_if_due(folder, database, clock) is not None
        assert names(folder) == [
            "copingkit-2026-03-14-090000.backup",
            "copingkit-2026-03-15-000000.backup",
        ]

    def test_its_database_is_whole_and_its_slots_open_without_a_keyring(
        self, folder: Path, database: Database, clock: HandClock, tmp_path: Path
    ) -> None:
        made = snapshot(folder, database, clock)
        assert not made.slots.of(*KEYRING_KINDS)
        (slot,) = made.slots.slots
        assert keyslots.open_with_words(VAULT_ID, slot, ENTROPY) == KEY
        backup_file.unpack_database(made, tmp_path / "copy.db")
        assert texts_in(tmp_path / "copy.db") == ["one", "two"]
        assert (tmp_path / "copy.db").stat().st_mode & 0o777 == 0o600
        assert made.path.stat().st_mode & 0o777 == 0o600
        assert made.path.parent.stat().st_mode & 0o777 == 0o700

    def test_saves_not_yet_in_the_database_file_are_in_it(
        self, folder: Path, database: Database, clock: HandClock, tmp_path: Path
    ) -> None:
        SqlRecordStore(database, SAMPLE_KINDS, clock).save(NOTE, Note("three"))
        backup_file.unpack_database(snapshot(folder, database, clock), tmp_path / "copy.db")
        assert texts_in(tmp_path / "copy.db") == ["one", "two", "three"]

    def test_nothing_private_is_readable_in_it(
        self, folder: Path, database: Database, clock: HandClock
    ) -> None:
        store = SqlRecordStore(database, SAMPLE_KINDS, clock)
        store.save(NOTE, Note("MARKER-of-the-test " * 50))
        assert b"MARKER" not in snapshot(folder, database, clock).path.read_bytes()

    def test_seven_days_and_four_weeks_stay(
        self, folder: Path, database: Database, clock: HandClock
    ) -> None:
        (folder / "backups").mkdir()
        for days in range(1, 80):
            moment = clock.now() + days * DAY
            (folder / "backups" / moment.strftime("copingkit-%Y-%m-%d-%H%M%S.backup")).touch()
        (folder / "backups" / "mine.backup").touch()
        (folder / "backups" / "copingkit-old.backup").touch()
        clock.time += 80 * DAY  # 2 June 2026, a Tuesday
        snapshot(folder, database, clock)
        assert names(folder) == [
            *(f"copingkit-2026-05-{day}-090000.backup" for day in (10, 17, 24, 26)),
            *(f"copingkit-2026-05-{day}-090000.backup" for day in (27, 28, 29, 30, 31)),
            "copingkit-2026-06-01-090000.backup",
            "copingkit-2026-06-02-090000.backup",
            "copingkit-old.backup",
            "mine.backup",
        ]

    def test_a_clock_set_back_deletes_nothing(
        self, folder: Path, database: Database, clock: HandClock
    ) -> None:
        clock.time += 3000 * DAY
        snapshot(folder, database, clock)
        clock.time -= 3000 * DAY
        for _ in range(20):
            snapshot(folder, database, clock)
            clock.time += DAY
        assert len(names(folder)) == 7 + 3 + 1
        assert "copingkit-2034-05-31-090000.backup" in names(folder)

    def test_a_damaged_database_makes_none_and_deletes_none(
        self, folder: Path, database: Database, clock: HandClock
    ) -> None:
        first = snapshot(folder, database, clock)
        database.close()
        flip(folder / "vault.db", 4096 * 3 + 100)
        clock.time += DAY
        opened = Database.open(folder / "vault.db", KEY, VAULT_ID)
        with pytest.raises(DatabaseDamaged):
            backup.snapshot_if_due(folder, opened, clock)
        opened.close()
        assert names(folder) == [first.path.name]

    def test_cancelled(self, folder: Path, database: Database, clock: HandClock) -> None:
        assert backup.snapshot_if_due(folder, database, clock, lambda: True) is None
        assert names(folder) == []
        assert database.read("SELECT count(*) FROM record") == [(2,)]

    def test_locked_meanwhile(self, folder: Path, database: Database, clock: HandClock) -> None:
        def lock_then_go_on() -> bool:
            database.close()
            return False

        assert backup.snapshot_if_due(folder, database, clock, lock_then_go_on) is None
        assert names(folder) == []
        with pytest.raises(VaultClosed):
            backup.snapshot_if_due(folder, database, clock)
        assert texts_in(folder / "vault.db") == ["one", "two"]

    def test_saving_goes_on_meanwhile(
        self, folder: Path, database: Database, clock: HandClock
    ) -> None:
        store = SqlRecordStore(database, SAMPLE_KINDS, clock)
        store.attach(store.save(NOTE, Note("big")).id, "video/mp4", bytes(8_000_000))
        saved: list[Record[Note]] = []

        def save_meanwhile() -> bool:
            saved.append(store.save(NOTE, Note(f"meanwhile {len(saved)}")))
            if len(saved) == 2:  # empties the log while the snapshot still reads it
                store.purge(saved[0].id)
            return False

        made = backup.snapshot_if_due(folder, database, clock, save_meanwhile)
        assert made is not None
        assert len(saved) > 3
        database.close()
        assert len(texts_in(folder / "vault.db")) == 3 + len(saved) - 1

    def test_in_a_worker(self, folder: Path, database: Database, clock: HandClock) -> None:
        made: list[object] = []
        worker = threading.Thread(
            target=lambda: made.append(backup.snapshot_if_due(folder, database, clock))
        )
        worker.start()
        worker.join()
        assert len(made) == 1
        assert len(names(folder)) == 1

    def test_leftovers_of_a_crash_go(
        self, folder: Path, database: Database, clock: HandClock
    ) -> None:
        (folder / "backups").mkdir()
        for name in (".snapshot-1234", "backups/.snapshot-1234", "backups/.x.backup.1234.part"):
            (folder / name).write_bytes(b"rest")
        made = snapshot(folder, database, clock)
        assert names(folder) == [made.path.name]
        assert not list(folder.glob(".snapshot*"))

    def test_without_slots_there_is_no_snapshot(
        self, folder: Path, database: Database, clock: HandClock
    ) -> None:
        for name in (slots_file.NAME, slots_file.COPY_NAME):
            (folder / name).unlink()
        with pytest.raises(SlotsDamaged):
            backup.snapshot_if_due(folder, database, clock)


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
        for name in (slots_file.NAME, slots_file.COPY_NAME):
            (folder / name).write_bytes(b"{}")
        (folder / "vault.db").unlink()
        backup.restore_newest(folder)
        assert texts_in(folder / "vault.db") == ["one", "two"]
        assert slots_file.load(folder) == made.slots
        assert (folder / f"{slots_file.NAME}.broken-1").read_bytes() == b"{}"

    def test_without_any(self, folder: Path) -> None:
        with pytest.raises(BackupDamaged):
            backup.restore_newest(folder)
        assert texts_in(folder / "vault.db") == ["one", "two"]


class TestBackupFile:
    @pytest.fixture
    def file(self, folder: Path, database: Database, clock: HandClock, tmp_path: Path) -> Path:
        path = tmp_path / "away" / "mine.backup"
        path.parent.mkdir()
        made = backup.write_backup_file(path, folder, database, clock)
        assert made is not None
        assert made == backup_file.inspect(path)
        assert [p.name for p in path.parent.iterdir()] == ["mine.backup"]
        return path

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

    def test_an_existing_file_is_replaced_when_the_new_one_is_whole(
        self, file: Path, folder: Path, database: Database, clock: HandClock
    ) -> None:
        before = file.read_bytes()
        assert backup.write_backup_file(file, folder, database, clock, lambda: True) is None
        assert file.read_bytes() == before
        clock.time += DAY
        assert backup.write_backup_file(file, folder, database, clock) is not None
        assert backup_file.inspect(file).made_at == clock.now()

    def test_a_backup_that_nothing_opens_is_not_written(
        self, folder: Path, database: Database, clock: HandClock, tmp_path: Path
    ) -> None:
        only_keyring = Slots(VAULT_ID, clock.now(), slots().of(*KEYRING_KINDS))
        slots_file.save(folder, only_keyring)
        with pytest.raises(NoSuchSlot):
            backup.write_backup_file(tmp_path / "b", folder, database, clock)

    def test_a_folder_that_is_not_there(
        self, folder: Path, database: Database, clock: HandClock, tmp_path: Path
    ) -> None:
        with pytest.raises(FolderGone):
            backup.write_backup_file(tmp_path / "gone" / "b", folder, database, clock)

    def test_every_flipped_byte_is_noticed_or_harmless(self, file: Path, tmp_path: Path) -> None:
        whole = file.read_bytes()
        broken = tmp_path / "broken"
        undamaged = backup_file.inspect(file)
        size = len(whole)
        for position in (*range(60), *range(60, size, size // 150), *range(size - 300, size)):
            content = bytearray(whole)
            content[position] ^= 0x41
            broken.write_bytes(content)
            try:
                found = backup_file.inspect(broken)
            except (BackupDamaged, NewerFormat):
                continue
            assert (found.vault_id, found.slots) == (VAULT_ID, undamaged.slots), position

    @pytest.mark.parametrize("keep", [0, 1, 21, 100, 5000, -1, -22, -500])
    def test_truncated(self, file: Path, keep: int) -> None:
        file.write_bytes(file.read_bytes()[:keep])
        with pytest.raises(BackupDamaged):
            backup_file.inspect(file)

    def test_missing(self, tmp_path: Path) -> None:
        with pytest.raises(FileUnreadable):
            backup.restore_backup_file(tmp_path / "none", tmp_path / "vault")

    def _rewritten(
        self, file: Path, changes: dict[str, bytes | None], how: int = zipfile.ZIP_STORED
    ) -> Path:
        """The same zip with other members; None leaves one out."""
        with zipfile.ZipFile(file) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        rewritten = file.with_name("rewritten")
        with zipfile.ZipFile(rewritten, "w", how) as archive:
            for name, content in {**members, **changes}.items():
                if content is not None:
                    archive.writestr(name, content)
        return rewritten

    @pytest.mark.parametrize(
        "changes",
        [
            {"../../evil": b"x"},
            {"/etc/evil": b"x"},
            {"keyslots.json": None},
            {"vault.db": None, "VAULT.DB": b"x"},
            {"keyslots.json": b" " * (300 * 1024)},
            {"keyslots.json": b"{}"},
            {"backup.json": b"[]"},
            {"backup.json": b"\xff"},
            {"backup.json": b'{"program": "other", "format": 1}'},
            {"backup.json": b"[" * 60_000},
        ],
    )
    def test_foreign_zips(self, file: Path, changes: dict[str, bytes | None]) -> None:
        with pytest.raises(BackupDamaged):
            backup_file.inspect(self._rewritten(file, changes))

    @pytest.mark.parametrize("how", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
    def test_nothing_packed_is_unpacked(self, file: Path, how: int) -> None:
        with pytest.raises(BackupDamaged):
            backup_file.inspect(self._rewritten(file, {}, how))

    def test_a_newer_format_is_said_to_be_newer(self, file: Path) -> None:
        manifest = zipfile.ZipFile(file).read("backup.json").replace(b'"format": 1', b'"format": 2')
        with pytest.raises(NewerFormat):
            backup_file.inspect(self._rewritten(file, {"backup.json": manifest}))

    def test_slots_of_another_vault(self, file: Path) -> None:
        import hashlib

        foreign = slots_file.serialise(slots("cc" * 16))
        with zipfile.ZipFile(file) as archive:
            manifest, own = archive.read("backup.json"), archive.read("keyslots.json")
        old, new = hashlib.sha256(own).hexdigest(), hashlib.sha256(foreign).hexdigest()
        changes: dict[str, bytes | None] = {
            "backup.json": manifest.replace(old.encode(), new.encode()),
            "keyslots.json": foreign,
        }
        with pytest.raises(BackupDamaged):
            backup_file.inspect(self._rewritten(file, changes))

    def test_two_members_of_one_name(self, file: Path) -> None:
        with (
            pytest.warns(UserWarning, match="Duplicate"),
            zipfile.ZipFile(file, "a") as archive,
        ):
            archive.writestr("vault.db", b"another")
        with pytest.raises(BackupDamaged):
            backup_file.inspect(file)
