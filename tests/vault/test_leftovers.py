"""Erasing a vault, whole or half way."""

from __future__ import annotations

from pathlib import Path

import pytest

from copingkit.core.errors import (
    DiskFull,
    FolderNotWritable,
    VaultMissing,
)
from copingkit.vault import leftovers
from copingkit.vault.key_store import KeyringState
from copingkit.vault.vault import Vault
from tests.fakes import FakeKeyStore
from tests.support.clock import HandClock
from tests.support.vaults import vault_in


@pytest.fixture
def keys() -> FakeKeyStore:
    return FakeKeyStore()


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def vault(tmp_path: Path, keys: FakeKeyStore, clock: HandClock) -> Vault:
    return vault_in(tmp_path / "v", keys, clock)


def by_keyring(vault: Vault) -> None:
    vault.unlock_with_keyring(quietly=True).lock()


@pytest.mark.parametrize("state", [KeyringState.READY, KeyringState.LOCKED, KeyringState.ABSENT])
def test_erasing_leaves_nothing(vault: Vault, keys: FakeKeyStore, state: KeyringState) -> None:
    opened = vault.create(keyring=True, passphrase=None).open
    (vault.folder / "backups").mkdir(exist_ok=True)
    (vault.folder / "backups" / "one.zip").write_bytes(b"x")
    (vault.folder / "vault.db.broken-1").write_bytes(b"x")
    (vault.folder / "something else.txt").write_text("not ours")
    keys.now = state
    opened.erase()
    assert opened.locked
    assert [path.name for path in vault.folder.iterdir()] == ["something else.txt"]
    assert (keys.kept == {}) is (state is KeyringState.READY)
    with pytest.raises(VaultMissing):
        vault.ways()


def test_erasing_works_on_a_full_disk(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = vault.create(keyring=True, passphrase=None).open

    def full(*_args: object) -> None:
        raise DiskFull("vault.unfinished")

    monkeypatch.setattr(leftovers, "write_atomically", full)
    opened.erase()
    assert list(vault.folder.iterdir()) == []


def test_a_half_erased_vault_is_none(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = vault.create(keyring=True, passphrase=None).open

    def stuck(*_args: object, **_kwargs: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", stuck)
        with pytest.raises(FolderNotWritable):
            opened.erase()
    assert not vault.exists()
    vault.create(keyring=True, passphrase=None).open.lock()
    by_keyring(vault)
