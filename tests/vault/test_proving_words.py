"""What shows that the recovery words are still to be had: given back, typed in, opened with."""

from __future__ import annotations

from pathlib import Path

import pytest

from copingkit.core.errors import DiskFull, NoSuchSlot, WordsMistyped, WrongWords
from copingkit.vault import keyslots, slots_file
from copingkit.vault.vault import Created, Vault
from tests.fakes import FakeKeyStore
from tests.support.clock import HandClock
from tests.support.vaults import vault_in

OTHER_WORDS = "legal winner thank year wave sausage worth useful legal winner thank yellow"


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def vault(tmp_path: Path, clock: HandClock) -> Vault:
    return vault_in(tmp_path / "v", FakeKeyStore(), clock)


def by_words(vault: Vault, created: Created) -> None:
    vault.unlock_with_words(" ".join(created.words)).lock()


def test_words_are_confirmed_or_proved(vault: Vault, clock: HandClock) -> None:
    created = vault.create(keyring=True, passphrase=None)
    opened = created.open
    seen = [opened.words_confirmed]
    opened.prove_words(" ".join(created.words))
    seen.append(opened.words_confirmed)
    assert seen == [False, True]
    assert opened.words_proved_at == clock.now()
    opened.lock()
    again = vault.unlock_with_keyring(quietly=True)
    assert again.words_proved_at == clock.now()
    again.lock()


def test_opening_by_the_words_is_a_proof_of_them(vault: Vault, clock: HandClock) -> None:
    created = vault.create(keyring=True, passphrase=None)
    created.open.lock()
    by_words(vault, created)
    assert vault.slots().words_proved_at == clock.now()


def test_three_words_given_back_confirm_them(vault: Vault) -> None:
    opened = vault.create(keyring=True, passphrase=None).open
    opened.confirm_words()
    assert opened.words_confirmed
    opened.lock()
    assert vault.slots().words_proved_at is None


def test_wrong_words_prove_nothing(vault: Vault) -> None:
    opened = vault.create(keyring=True, passphrase=None).open
    with pytest.raises(WrongWords):
        opened.prove_words(OTHER_WORDS)
    with pytest.raises(WordsMistyped):
        opened.prove_words("legal winner")
    assert not opened.words_confirmed
    opened.lock()


def test_a_slot_that_opens_to_another_key_proves_nothing(vault: Vault) -> None:
    opened = vault.create(keyring=True, passphrase=None, words=False).open
    with pytest.raises(NoSuchSlot):
        opened.prove_words(OTHER_WORDS)
    false = keyslots.seal_with_words(opened.vault_id, b"\x7f" * 16, bytes(32))
    opened._change(opened.slots.with_slot(false))
    with pytest.raises(WrongWords):
        opened.prove_words(OTHER_WORDS)
    opened.lock()


def test_new_words_replace_the_old_ones(vault: Vault) -> None:
    created = vault.create(keyring=True, passphrase=None)
    created.open.confirm_words()
    words = created.open.replace_words()
    assert not created.open.words_confirmed
    created.open.lock()
    vault.unlock_with_words(" ".join(words)).lock()
    with pytest.raises(WrongWords):
        by_words(vault, created)


def test_the_words_open_even_where_their_proof_cannot_be_noted(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    created = vault.create(keyring=True, passphrase=None)
    created.open.lock()

    def full(*_args: object) -> None:
        raise DiskFull("keyslots.json")

    with monkeypatch.context() as patch:
        patch.setattr(slots_file, "write_atomically", full)
        opened = vault.unlock_with_words(" ".join(created.words))
    assert not opened.words_confirmed
    opened.lock()
    by_words(vault, created)
    assert vault.slots().words_proved_at is not None
