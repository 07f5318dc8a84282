"""A closed vault is looked at to its last page, and not a byte of it changes."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from copingkit.core.errors import DatabaseDamaged, KeyringItemMissing, KeyringLocked
from copingkit.vault import examination
from copingkit.vault.database import Database
from copingkit.vault.key_store import KeyringState
from copingkit.vault.record_store import SqlRecordStore
from tests.fakes import FakeKeyStore
from tests.support.clock import HandClock
from tests.support.damage import as_after_a_crash, flip
from tests.support.kinds import NOTE, SAMPLE_KINDS, Note
from tests.support.vault_files import KEY, VAULT_ID, make_vault, slots


def files(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


def crashed(folder: Path) -> Path:
    """The database of a vault whose newest note is in the log alone."""
    path = make_vault(folder, "before")
    with closing(Database.open(path, KEY, VAULT_ID)) as database:
        SqlRecordStore(database, SAMPLE_KINDS, HandClock()).save(NOTE, Note("in the log"))
        return as_after_a_crash(folder, folder / "crashed")


def test_a_whole_vault_passes_and_stays_as_it_is(tmp_path: Path) -> None:
    path = make_vault(tmp_path, "one", "two")
    before = files(tmp_path)
    examination.verify(path, KEY, VAULT_ID)
    assert files(tmp_path) == before


def test_one_with_a_log_passes_and_stays_as_it_is(tmp_path: Path) -> None:
    path = crashed(tmp_path)
    before = files(path.parent)
    assert before["vault.db-wal"][0]
    examination.verify(path, KEY, VAULT_ID)
    assert files(path.parent) == before


def test_an_index_that_was_there_stays(tmp_path: Path) -> None:
    path = make_vault(tmp_path, "one")
    index = path.with_name("vault.db-shm")
    index.write_bytes(b"")
    examination.verify(path, KEY, VAULT_ID)
    assert index.exists()


@pytest.mark.parametrize("page", [1, 5, 9])
def test_a_flipped_byte_anywhere_is_found_and_kept(tmp_path: Path, page: int) -> None:
    path = make_vault(tmp_path, "one", "two")
    flip(path, 4096 * page + 100)
    before = files(tmp_path)
    with pytest.raises(DatabaseDamaged):
        examination.verify(path, KEY, VAULT_ID)
    assert files(tmp_path) == before


def test_a_damaged_log_is_found_and_kept(tmp_path: Path) -> None:
    path = crashed(tmp_path)
    flip(path.with_name("vault.db-wal"), 32 + 24 + 4096 + 200)
    before = files(path.parent)
    with pytest.raises(DatabaseDamaged, match=r"vault\.db-wal"):
        examination.verify(path, KEY, VAULT_ID)
    assert files(path.parent) == before


def test_another_vaults_file_is_found(tmp_path: Path) -> None:
    path = make_vault(tmp_path, vault_id="11" * 16)
    with pytest.raises(DatabaseDamaged):
        examination.verify(path, KEY, VAULT_ID)


def test_the_keyring_gives_the_key_without_a_question() -> None:
    keyring = FakeKeyStore()
    keyring.kept[VAULT_ID] = bytes(32)
    assert examination.key_by_keyring(slots(), keyring) == KEY
    keyring.kept[VAULT_ID] = bytes(31) + b"x"
    with pytest.raises(KeyringItemMissing):
        examination.key_by_keyring(slots(), keyring)
    keyring.now = KeyringState.LOCKED
    with pytest.raises(KeyringLocked):
        examination.key_by_keyring(slots(), keyring)
