"""What can be done to the slots of an open vault, and erasing it."""

from __future__ import annotations

from pathlib import Path

import pytest

from copingkit.core.errors import (
    DiskFull,
    KeyringItemMissing,
    NoKeyringService,
    WrongPassphrase,
)
from copingkit.vault import keyslots, slots_file
from copingkit.vault.key_store import KeyringState
from copingkit.vault.keyslots import KEYRING_KINDS, SlotKind
from copingkit.vault.open_vault import MOST_KEYRING_SLOTS
from copingkit.vault.vault import Created, Vault, Ways
from tests.fakes import FakeKeyStore
from tests.support.clock import HandClock
from tests.support.vaults import PASSPHRASE, vault_in

OTHER_WORDS = "legal winner thank year wave sausage worth useful legal winner thank yellow"
NEW = "two herons at eight"


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


def by_both(vault: Vault, passphrase: str) -> None:
    vault.unlock_with_keyring_and_passphrase(passphrase).lock()


def by_passphrase(vault: Vault, passphrase: str) -> None:
    vault.unlock_with_passphrase(passphrase).lock()


def by_words(vault: Vault, created: Created) -> None:
    vault.unlock_with_words(" ".join(created.words)).lock()


# --- passphrase ---------------------------------------------------------------------------------


def test_a_passphrase_joins_the_keyring_and_leaves_it(vault: Vault) -> None:
    created = vault.create(keyring=True, passphrase=None)
    opened = created.open
    opened.set_passphrase(PASSPHRASE)
    assert opened.asks_passphrase_beside_keyring
    assert vault.ways() == Ways(False, True, False, True)
    by_both(vault, PASSPHRASE)
    opened.set_passphrase(NEW)
    by_both(vault, NEW)
    with pytest.raises(WrongPassphrase):
        by_both(vault, PASSPHRASE)
    opened.set_passphrase(None)
    opened.set_passphrase(None)
    assert vault.ways() == Ways(True, False, False, True)
    by_keyring(vault)
    by_words(vault, created)
    opened.lock()


def test_a_passphrase_alone_is_changed_in_place(vault: Vault, keys: FakeKeyStore) -> None:
    keys.now = KeyringState.ABSENT
    created = vault.create(keyring=False, passphrase=PASSPHRASE)
    created.open.set_passphrase(NEW)
    by_passphrase(vault, NEW)
    with pytest.raises(WrongPassphrase):
        by_passphrase(vault, PASSPHRASE)
    by_words(vault, created)
    with pytest.raises(NoKeyringService):
        created.open.set_passphrase(None)
    by_passphrase(vault, NEW)
    created.open.lock()


def test_a_vault_that_only_words_open_takes_a_passphrase_of_its_own(vault: Vault) -> None:
    made = vault.create(keyring=True, passphrase=None)
    made.open.lock()
    # as a backup brings it back: without the slots that only a keyring opens
    slots_file.save(vault.folder, vault.slots().without(*KEYRING_KINDS))
    opened = vault.unlock_with_words(" ".join(made.words))
    opened.set_passphrase(NEW)
    opened.lock()
    assert vault.ways() == Ways(
        keyring=False, keyring_and_passphrase=False, passphrase=True, words=True
    )
    vault.unlock_with_passphrase(NEW).lock()


def test_a_passphrase_alone_may_give_way_to_the_keyring(vault: Vault) -> None:
    opened = vault.create(keyring=False, passphrase=PASSPHRASE).open
    opened.add_keyring_slot()
    assert vault.ways() == Ways(True, False, True, True)
    assert not vault.ways().asks_passphrase
    opened.set_passphrase(NEW)
    assert vault.ways() == Ways(True, False, True, True)
    opened.set_passphrase(None)
    opened.lock()
    assert vault.ways() == Ways(True, False, False, True)
    by_keyring(vault)


def test_a_new_passphrase_shuts_out_keyrings_of_other_computers(
    vault: Vault, keys: FakeKeyStore
) -> None:
    opened = vault.create(keyring=True, passphrase=None).open
    elsewhere = dict(keys.kept)
    keys.kept.clear()
    opened.add_keyring_slot()
    here = dict(keys.kept)
    for kept in (elsewhere, here):
        keys.kept = dict(kept)
        by_keyring(vault)
    opened.set_passphrase(PASSPHRASE)
    opened.lock()
    by_both(vault, PASSPHRASE)
    keys.kept = dict(elsewhere)
    with pytest.raises(KeyringItemMissing):
        by_both(vault, PASSPHRASE)


# --- keyring slots ------------------------------------------------------------------------------


def test_recovery_touches_no_other_slot_and_overwrites_no_key(
    vault: Vault, keys: FakeKeyStore
) -> None:
    opened = vault.create(keyring=True, passphrase=None).open
    (vault_id,) = keys.kept
    before = opened.slots.slots
    keys.kept[vault_id] = bytes(32)  # another computer's key for the same vault
    assert opened.ensure_keyring_slot()
    assert keys.kept == {vault_id: bytes(32)}
    assert opened.slots.slots[:-1] == before
    opened.lock()
    by_keyring(vault)


def test_a_slot_that_opens_to_another_key_is_not_enough(vault: Vault, keys: FakeKeyStore) -> None:
    opened = vault.create(keyring=True, passphrase=None).open
    (secret,) = keys.kept.values()
    false = keyslots.seal_with_keyring(opened.vault_id, secret, bytes(32))
    opened._change(opened.slots.without(SlotKind.KEYRING).with_slot(false))
    assert opened.ensure_keyring_slot()
    opened.lock()
    by_keyring(vault)


def test_recovery_of_both_takes_a_passphrase(vault: Vault, keys: FakeKeyStore) -> None:
    opened = vault.create(keyring=True, passphrase=PASSPHRASE).open
    assert not opened.ensure_keyring_slot()
    keys.kept.clear()
    with pytest.raises(ValueError, match="passphrase"):
        opened.ensure_keyring_slot()
    assert keys.kept == {}
    assert opened.ensure_keyring_slot(NEW)
    opened.lock()
    by_both(vault, NEW)


def test_a_vault_without_keyring_gets_none_by_recovery(vault: Vault, keys: FakeKeyStore) -> None:
    opened = vault.create(keyring=False, passphrase=PASSPHRASE).open
    assert not opened.ensure_keyring_slot()
    assert keys.kept == {}
    opened.lock()


def test_keyring_slots_do_not_grow_without_end(vault: Vault, keys: FakeKeyStore) -> None:
    created = vault.create(keyring=True, passphrase=None)
    for _ in range(MOST_KEYRING_SLOTS + 3):
        keys.kept.clear()
        created.open.add_keyring_slot()
    assert len(created.open.slots.of(*KEYRING_KINDS)) == MOST_KEYRING_SLOTS
    created.open.lock()
    by_keyring(vault)
    by_words(vault, created)


# --- failing ------------------------------------------------------------------------------------


def test_a_change_that_cannot_be_written_changes_nothing(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    created = vault.create(keyring=True, passphrase=None)
    before = created.open.slots

    def full(*_args: object) -> None:
        raise DiskFull("keyslots.json")

    with monkeypatch.context() as patch:
        patch.setattr(slots_file, "write_atomically", full)
        for change in (
            created.open.replace_words,
            created.open.confirm_words,
            lambda: created.open.set_passphrase(PASSPHRASE),
        ):
            with pytest.raises(DiskFull):
                change()
    assert created.open.slots == before
    created.open.lock()
    by_keyring(vault)
    by_words(vault, created)


def test_the_daily_backup_is_made(vault: Vault) -> None:
    opened = vault.create(keyring=True, passphrase=None).open
    opened.snapshot_if_due(lambda: True)
    assert not list((vault.folder / "backups").glob("*.*"))
    opened.snapshot_if_due()
    assert any((vault.folder / "backups").iterdir())
    assert opened.database is not None
    assert opened.folder == vault.folder
    assert not opened.slots.has(SlotKind.PASSPHRASE)
    opened.lock()
