"""The vault in every state of keyring and files: what is said, and the way on from there."""

from __future__ import annotations

import json
import resource
import threading
from pathlib import Path

import pytest

from copingkit.core.errors import (
    DatabaseDamaged,
    FolderNotWritable,
    KeyringItemMissing,
    KeyringLocked,
    NewerFormat,
    NoKeyringService,
    SlotsDamaged,
    VaultClosed,
    WrongWords,
)
from copingkit.vault import recovery_words, slots_file
from copingkit.vault.keyslots import SlotKind
from copingkit.vault.system_keyring import SystemKeyring
from copingkit.vault.vault import OpenVault, Vault
from tests.fakes import FakeKeyStore
from tests.support.real_keyring import RealKeyring
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


# --- a real keyring, in each state --------------------------------------------------------------


@pytest.fixture
def on_this_computer(tmp_path: Path, real_keyring: RealKeyring) -> Vault:
    return vault_in(tmp_path / "v", SystemKeyring(patience=1.0))


def test_a_wiped_keyring_is_overcome_by_words(
    on_this_computer: Vault, real_keyring: RealKeyring
) -> None:
    vault = on_this_computer
    words = made(vault)
    real_keyring.wipe()
    with pytest.raises(KeyringItemMissing):
        vault.unlock_with_keyring(quietly=True)
    opened = vault.unlock_with_words(words)
    assert opened.ensure_keyring_slot()
    assert not opened.ensure_keyring_slot()
    opened.lock()
    assert sentences(vault.unlock_with_keyring(quietly=True)) == [HERON]
    assert sentences(vault.unlock_with_words(words)) == [HERON]


def test_a_new_login_finds_the_key_again(
    on_this_computer: Vault, real_keyring: RealKeyring
) -> None:
    made(on_this_computer)
    real_keyring.restart_daemon()
    assert sentences(on_this_computer.unlock_with_keyring(quietly=True)) == [HERON]


def test_a_locked_keyring_is_said_quietly_and_opened_by_its_prompt(
    on_this_computer: Vault, real_keyring: RealKeyring
) -> None:
    made(on_this_computer)
    real_keyring.answer_prompts("unlock")
    real_keyring.lock()
    with pytest.raises(KeyringLocked):
        on_this_computer.unlock_with_keyring(quietly=True)
    assert sentences(on_this_computer.unlock_with_keyring(quietly=False)) == [HERON]


def test_a_keyring_that_is_gone_leaves_the_words(
    on_this_computer: Vault, real_keyring: RealKeyring
) -> None:
    words = made(on_this_computer)
    real_keyring.stop_daemon()
    with pytest.raises(NoKeyringService):
        on_this_computer.unlock_with_keyring(quietly=True)
    opened = on_this_computer.unlock_with_words(words)
    with pytest.raises(NoKeyringService):
        opened.ensure_keyring_slot()
    assert sentences(opened) == [HERON]


def test_a_vault_made_with_no_keyring_needs_none(
    tmp_path: Path, empty_session: RealKeyring
) -> None:
    vault = vault_in(tmp_path / "v", SystemKeyring())
    with pytest.raises(NoKeyringService):
        vault.create(keyring=True, passphrase=None)
    assert not vault.exists()
    made(vault, keyring=False, passphrase=PASSPHRASE)
    assert sentences(vault.unlock_with_passphrase(PASSPHRASE)) == [HERON]


# --- damage -------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [None, b"", b"SQLite format 3\0", b"x" * 1000])
def test_no_whole_database_beside_slots_is_damage_and_stays(
    vault: Vault, content: bytes | None
) -> None:
    words = made(vault)
    database = vault.folder / "vault.db"
    database.unlink()
    if content is not None:
        database.write_bytes(content)
    with pytest.raises(DatabaseDamaged) as caught:
        vault.unlock_with_keyring(quietly=True)
    assert caught.value.name == "vault.db"
    with pytest.raises(DatabaseDamaged):
        vault.unlock_with_words(words)
    assert (database.read_bytes() if database.exists() else None) == content


def test_a_database_without_slots_is_damage_of_the_slots(vault: Vault) -> None:
    words = made(vault)
    for name in (slots_file.NAME, slots_file.COPY_NAME):
        (vault.folder / name).unlink()
    with pytest.raises(SlotsDamaged) as caught:
        vault.unlock_with_words(words)
    assert caught.value.name == "keyslots.json"


def test_a_damaged_slots_file_is_mended_from_its_copy(vault: Vault) -> None:
    made(vault)
    file = vault.folder / slots_file.NAME
    whole = file.read_bytes()
    file.write_bytes(whole[:200])
    assert sentences(vault.unlock_with_keyring(quietly=True)) == [HERON]
    assert file.read_bytes() == whole
    assert (vault.folder / "keyslots.json.broken-1").read_bytes() == whole[:200]


def test_opening_does_not_fail_because_mending_does(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(vault)

    def full(*_args: object) -> None:
        raise FolderNotWritable("keyslots.json")

    monkeypatch.setattr(slots_file, "mend", full)
    assert sentences(vault.unlock_with_keyring(quietly=True)) == [HERON]


def test_a_newer_vault_is_refused_by_name(vault: Vault) -> None:
    made(vault)
    file = vault.folder / slots_file.NAME
    content = json.loads(file.read_text())
    content["format"] = 2
    content["checksum"] = slots_file.checksum(content)
    file.write_text(json.dumps(content))
    with pytest.raises(NewerFormat):
        vault.unlock_with_keyring(quietly=True)


# --- threads, core dumps ------------------------------------------------------------------------


def test_a_worker_may_open_what_the_main_thread_uses(vault: Vault) -> None:
    made(vault)
    found: list[OpenVault] = []
    worker = threading.Thread(target=lambda: found.append(vault.unlock_with_keyring(quietly=True)))
    worker.start()
    worker.join()
    assert sentences(found[0]) == [HERON]


def test_core_dumps_are_off_while_it_is_open(vault: Vault) -> None:
    before = resource.getrlimit(resource.RLIMIT_CORE)
    opened = vault.create(keyring=True, passphrase=None).open
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] in {0, 1}
    opened.lock()
    assert resource.getrlimit(resource.RLIMIT_CORE) == before


def test_a_locked_vault_gives_nothing_more(vault: Vault) -> None:
    opened = vault.create(keyring=True, passphrase=None).open
    opened.lock()
    opened.lock()
    assert opened.locked
    for use in (
        lambda: opened.records.find(SENTENCE),
        lambda: opened.records.save(SENTENCE, HERON),
        opened.confirm_words,
        opened.replace_words,
        opened.add_keyring_slot,
        lambda: opened.set_passphrase(PASSPHRASE),
        lambda: opened.set_passphrase(None),
        lambda: opened.prove_words(OTHER_WORDS),
        opened.snapshot_if_due,
    ):
        with pytest.raises((VaultClosed, WrongWords)):
            use()


def test_words_are_shown_once_and_kept_nowhere(vault: Vault, keys: FakeKeyStore) -> None:
    words = made(vault).split()
    everything = b"".join(path.read_bytes() for path in vault.folder.rglob("*") if path.is_file())
    entropy = recovery_words.entropy(" ".join(words))
    assert entropy.hex().encode() not in everything
    assert entropy not in everything
    assert " ".join(words).encode() not in everything
    assert vault.slots().has(SlotKind.WORDS)
