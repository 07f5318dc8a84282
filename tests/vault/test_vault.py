"""Making a vault and every way into it, with a real database; keyrings real where it matters."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from typing_extensions import override

from copingkit.core.errors import (
    FolderNotWritable,
    KeyringDoesNotKeep,
    KeyringItemMissing,
    NoSuchSlot,
    SlotsDamaged,
    VaultExists,
    VaultMissing,
    WordsMistyped,
    WrongPassphrase,
    WrongWords,
)
from copingkit.vault import leftovers, slots_file
from copingkit.vault.database import Database
from copingkit.vault.key_store import KeyringState
from copingkit.vault.vault import OpenVault, Vault, Ways
from tests.fakes import FakeKeyStore
from tests.support.vaults import PASSPHRASE, SENTENCE, Sentence, vault_in

HERON = Sentence("The heron stands still.")
OTHER_WORDS = "legal winner thank year wave sausage worth useful legal winner thank yellow"


@pytest.fixture
def keys() -> FakeKeyStore:
    return FakeKeyStore()


@pytest.fixture
def vault(tmp_path: Path, keys: FakeKeyStore) -> Vault:
    return vault_in(tmp_path / "home" / "copingkit", keys)


def made(vault: Vault, *, keyring: bool = True, passphrase: str | None = None) -> str:
    """A vault with one record, locked again; gives its words."""
    created = vault.create(keyring=keyring, passphrase=passphrase)
    created.open.records.save(SENTENCE, HERON)
    created.open.lock()
    return " ".join(created.words)


def sentences(opened: OpenVault) -> list[Sentence]:
    """What is in an open vault, which is locked afterwards."""
    found = [record.value for record in opened.records.find(SENTENCE)]
    opened.lock()
    return found


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


# --- making one ---------------------------------------------------------------------------------


def test_there_is_none_before_it_is_made(vault: Vault) -> None:
    assert not vault.exists()
    for ask in (vault.slots, vault.ways, lambda: vault.unlock_with_words(OTHER_WORDS)):
        with pytest.raises(VaultMissing):
            ask()


def test_a_new_vault_is_open_and_for_its_owner_alone(vault: Vault) -> None:
    created = vault.create(keyring=True, passphrase=None)
    assert vault.exists()
    assert len(created.words) == 12
    assert created.words[0] not in repr(created)
    created.open.records.save(SENTENCE, HERON)
    for path in vault.folder.rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path.name
    assert vault.folder.stat().st_mode & 0o777 == 0o700
    created.open.lock()


def test_a_second_one_never_overwrites(vault: Vault) -> None:
    made(vault)
    before = (vault.folder / "keyslots.json").read_bytes()
    with pytest.raises(VaultExists):
        vault.create(keyring=True, passphrase=None)
    assert (vault.folder / "keyslots.json").read_bytes() == before


@pytest.mark.parametrize("left", ["keyslots.json", "keyslots.copy.json", "vault.db", "backups/x"])
def test_whatever_is_left_of_a_vault_counts_as_one(vault: Vault, left: str) -> None:
    (vault.folder / left).parent.mkdir(parents=True)
    (vault.folder / left).write_bytes(b"")
    assert vault.exists()
    with pytest.raises(VaultExists):
        vault.create(keyring=True, passphrase=None)
    with pytest.raises(SlotsDamaged):
        vault.ways()


def test_an_empty_backup_folder_is_no_vault(vault: Vault) -> None:
    (vault.folder / "backups").mkdir(parents=True)
    assert not vault.exists()


def test_it_needs_something_that_opens_it(vault: Vault) -> None:
    with pytest.raises(ValueError, match="keyring or a passphrase"):
        vault.create(keyring=False, passphrase=None)


def test_words_may_be_left_out(vault: Vault) -> None:
    created = vault.create(keyring=True, passphrase=None, words=False)
    created.open.lock()
    assert created.words == ()
    assert not vault.ways().words
    with pytest.raises(NoSuchSlot):
        vault.unlock_with_words(OTHER_WORDS)


class Forgetful(FakeKeyStore):
    """A keyring that does not keep what it is given."""

    @override
    def set(self, vault_id: str, secret: bytes, abandoned: threading.Event | None = None) -> None:
        super().set(vault_id, secret[::-1])
        raise KeyringDoesNotKeep


def test_a_keyring_that_keeps_nothing_leaves_no_vault_and_no_item(tmp_path: Path) -> None:
    keys = Forgetful()
    vault = vault_in(tmp_path / "v", keys)
    with pytest.raises(KeyringDoesNotKeep):
        vault.create(keyring=True, passphrase=None)
    assert not vault.exists()
    assert left_in(vault.folder) == []
    assert keys.kept == {}


@pytest.mark.parametrize("step", ["create", "save", "unmark"])
def test_a_failure_half_way_leaves_nothing(
    vault: Vault, keys: FakeKeyStore, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def failing(*_args: object, **_kwargs: object) -> None:
        raise FolderNotWritable("copingkit")

    with monkeypatch.context() as patch:
        owner = {"create": Database, "save": slots_file, "unmark": leftovers}[step]
        patch.setattr(owner, step, failing)
        with pytest.raises(FolderNotWritable):
            vault.create(keyring=True, passphrase=None)
    assert not vault.exists()
    assert left_in(vault.folder) == []
    assert keys.kept == {}
    made(vault)


def test_what_a_crash_left_half_made_is_cleared_away(vault: Vault, keys: FakeKeyStore) -> None:
    made(vault)
    (vault_id,) = keys.kept
    leftovers.mark(vault.folder, vault_id)
    assert not vault.exists()
    with pytest.raises(VaultMissing):
        vault.unlock_with_keyring(quietly=True)
    words = made(vault)
    assert vault_id not in keys.kept
    assert len(keys.kept) == 1
    assert sentences(vault.unlock_with_words(words)) == [HERON]


# --- the ways in --------------------------------------------------------------------------------


def test_by_the_keyring(vault: Vault) -> None:
    made(vault)
    assert vault.ways() == Ways(True, False, False, True)
    assert not vault.ways().asks_passphrase
    assert sentences(vault.unlock_with_keyring(quietly=True)) == [HERON]
    assert sentences(vault.unlock_with_keyring(quietly=False)) == [HERON]


def test_by_keyring_and_passphrase(vault: Vault) -> None:
    made(vault, passphrase=PASSPHRASE)
    assert vault.ways() == Ways(False, True, False, True)
    assert vault.ways().asks_passphrase
    assert sentences(vault.unlock_with_keyring_and_passphrase(PASSPHRASE)) == [HERON]
    with pytest.raises(WrongPassphrase):
        vault.unlock_with_keyring_and_passphrase("a grey heron")
    with pytest.raises(NoSuchSlot):
        vault.unlock_with_keyring(quietly=True)
    with pytest.raises(NoSuchSlot):
        vault.unlock_with_passphrase(PASSPHRASE)


def test_by_a_passphrase_without_any_keyring(vault: Vault, keys: FakeKeyStore) -> None:
    keys.now = KeyringState.ABSENT
    made(vault, keyring=False, passphrase=PASSPHRASE)
    assert vault.ways() == Ways(False, False, True, True)
    assert vault.ways().asks_passphrase
    assert sentences(vault.unlock_with_passphrase(PASSPHRASE)) == [HERON]
    with pytest.raises(WrongPassphrase):
        vault.unlock_with_passphrase("")
    with pytest.raises(NoSuchSlot):
        vault.unlock_with_keyring(quietly=True)


def test_by_the_words(vault: Vault) -> None:
    words = made(vault)
    typed = "\n".join(f"{place}. {word[:4].upper()}" for place, word in enumerate(words.split(), 1))
    assert sentences(vault.unlock_with_words(typed)) == [HERON]
    with pytest.raises(WrongWords):
        vault.unlock_with_words(OTHER_WORDS)
    with pytest.raises(WordsMistyped):
        vault.unlock_with_words("twelve words")


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_another_key_in_the_keyring_is_a_missing_item(
    vault: Vault, keys: FakeKeyStore, passphrase: str | None
) -> None:
    made(vault, passphrase=passphrase)
    (vault_id,) = keys.kept
    keys.kept[vault_id] = bytes(32)

    def unlock() -> OpenVault:
        if passphrase is None:
            return vault.unlock_with_keyring(quietly=True)
        return vault.unlock_with_keyring_and_passphrase(passphrase)

    with pytest.raises(KeyringItemMissing):
        unlock()
    assert keys.kept[vault_id] == bytes(32)
