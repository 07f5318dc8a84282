"""Making a vault and every way into it, with a real database; keyrings real where it matters."""

from __future__ import annotations

import json
import resource
import threading
from pathlib import Path

import pytest
from typing_extensions import override

from copingkit.core.errors import (
    DatabaseDamaged,
    FolderNotWritable,
    KeyringDoesNotKeep,
    KeyringItemMissing,
    KeyringLocked,
    NewerFormat,
    NoKeyringService,
    NoSuchSlot,
    SlotsDamaged,
    VaultClosed,
    VaultExists,
    VaultMissing,
    WordsMistyped,
    WrongPassphrase,
    WrongWords,
)
from copingkit.vault import leftovers, recovery_words, slots_file
from copingkit.vault.database import Database
from copingkit.vault.key_store import KeyringState
from copingkit.vault.keyslots import SlotKind
from copingkit.vault.system_keyring import SystemKeyring
from copingkit.vault.vault import OpenVault, Vault, Ways
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
