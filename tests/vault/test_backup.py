from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

import pytest

from copingkit.core.errors import (
    DatabaseDamaged,
    SlotsDamaged,
    VaultClosed,
)
from copingkit.core.records import Record
from copingkit.vault import backup, backup_file, keyslots, slots_file
from copingkit.vault.database import Database
from copingkit.vault.keyslots import KEYRING_KINDS
from copingkit.vault.record_store import SqlRecordStore
from tests.support.backups import snapshot
from tests.support.clock import HandClock
from tests.support.damage import flip
from tests.support.kinds import NOTE, SAMPLE_KINDS, Note
from tests.support.vault_files import ENTROPY, KEY, VAULT_ID, texts_in

DAY = timedelta(days=1)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "backups").iterdir())


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
