"""The backup file: written whole or not at all, and believed only when every byte fits."""

from __future__ import annotations

import os
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from copingkit.core.errors import (
    BackupDamaged,
    FolderGone,
    FolderNotWritable,
    NewerFormat,
    NoSuchSlot,
)
from copingkit.vault import backup, backup_file, slots_file
from copingkit.vault.database import Database
from copingkit.vault.keyslots import KEYRING_KINDS, Slots
from tests.support.backups import written
from tests.support.clock import HandClock
from tests.support.vault_files import VAULT_ID, slots

DAY = timedelta(days=1)


class TestWriting:
    @pytest.fixture
    def file(self, folder: Path, database: Database, clock: HandClock, tmp_path: Path) -> Path:
        return written(tmp_path / "away" / "mine.backup", folder, database, clock)

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

    def test_a_disk_that_keeps_other_bytes_is_found_out(
        self, file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = file.read_bytes()

        def keep_other_bytes(descriptor: int) -> None:
            os.pwrite(descriptor, b"other", 5000)

        monkeypatch.setattr(os, "fsync", keep_other_bytes)
        with pytest.raises(BackupDamaged):
            backup_file.write(file, folder / "vault.db", slots(), HandClock().now())
        assert file.read_bytes() == before
        assert [path.name for path in file.parent.iterdir()] == [file.name]

    def test_what_cannot_be_put_in_its_place_leaves_nothing(
        self, folder: Path, database: Database, clock: HandClock, tmp_path: Path
    ) -> None:
        target = tmp_path / "in the way"
        target.mkdir()
        with pytest.raises(FolderNotWritable):
            backup.write_backup_file(target, folder, database, clock)
        assert sorted(path.name for path in tmp_path.iterdir()) == ["in the way", "vault"]


class TestInspecting:
    @pytest.fixture
    def file(self, folder: Path, database: Database, clock: HandClock, tmp_path: Path) -> Path:
        return written(tmp_path / "away" / "mine.backup", folder, database, clock)

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
