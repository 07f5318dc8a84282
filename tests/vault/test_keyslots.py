"""Slots: what opens them, what does not, and what they are bound to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from copingkit.vault import keyslots
from copingkit.vault.cipher import WrongKey
from copingkit.vault.keyslots import Slot, SlotKind, Slots
from tests.support.vaults import CHEAP, PASSPHRASE

VAULT = "ab" * 16
SECRET = bytes(range(32))
DATA_KEY = bytes(range(100, 132))
ENTROPY = bytes(16)

SEALED: dict[SlotKind, Callable[[], Slot]] = {
    SlotKind.KEYRING: lambda: keyslots.seal_with_keyring(VAULT, SECRET, DATA_KEY),
    SlotKind.KEYRING_AND_PASSPHRASE: lambda: keyslots.seal_with_both(
        VAULT, SECRET, PASSPHRASE, DATA_KEY, CHEAP
    ),
    SlotKind.PASSPHRASE: lambda: keyslots.seal_with_passphrase(VAULT, PASSPHRASE, DATA_KEY, CHEAP),
    SlotKind.WORDS: lambda: keyslots.seal_with_words(VAULT, ENTROPY, DATA_KEY),
}


def opened(slot: Slot, vault: str = VAULT, *, wrong: bool = False) -> bytes:
    """The data key behind a slot, by the right secret or a wrong one."""
    secret = SECRET[::-1] if wrong else SECRET
    passphrase = "a grey heron at eight" if wrong else PASSPHRASE
    match slot.kind:
        case SlotKind.KEYRING:
            return keyslots.open_with_keyring(vault, slot, secret)
        case SlotKind.KEYRING_AND_PASSPHRASE:
            return keyslots.open_with_both(vault, slot, SECRET, passphrase)
        case SlotKind.PASSPHRASE:
            return keyslots.open_with_passphrase(vault, slot, passphrase)
        case SlotKind.WORDS:
            return keyslots.open_with_words(vault, slot, b"\1" * 16 if wrong else ENTROPY)


@pytest.mark.parametrize("kind", SlotKind)
def test_the_right_secret_gives_the_data_key(kind: SlotKind) -> None:
    slot = SEALED[kind]()
    assert slot.kind is kind
    assert opened(slot) == DATA_KEY


@pytest.mark.parametrize("kind", SlotKind)
def test_a_wrong_one_does_not(kind: SlotKind) -> None:
    with pytest.raises(WrongKey):
        opened(SEALED[kind](), wrong=True)


@pytest.mark.parametrize("kind", SlotKind)
def test_a_slot_opens_only_in_its_own_vault_and_under_its_own_name(kind: SlotKind) -> None:
    slot = SEALED[kind]()
    with pytest.raises(WrongKey):
        opened(slot, "cd" * 16)
    with pytest.raises(WrongKey):
        opened(slot._replace(id="cd" * 16))


def test_both_secrets_are_needed() -> None:
    slot = SEALED[SlotKind.KEYRING_AND_PASSPHRASE]()
    with pytest.raises(WrongKey):
        keyslots.open_with_both(VAULT, slot, SECRET[::-1], PASSPHRASE)
    with pytest.raises(WrongKey):
        keyslots.open_with_keyring(VAULT, slot, SECRET)


def test_costs_and_check_are_bound() -> None:
    slot = SEALED[SlotKind.KEYRING_AND_PASSPHRASE]()
    with pytest.raises(WrongKey):
        opened(slot._replace(derivation=slot.derivation._replace(passes=2)))
    with pytest.raises(WrongKey):
        opened(slot._replace(derivation=slot.derivation._replace(check=bytes(16))))


def test_another_keyring_is_told_from_a_wrong_passphrase() -> None:
    slot = SEALED[SlotKind.KEYRING_AND_PASSPHRASE]()
    assert keyslots.is_for(slot, SECRET)
    assert not keyslots.is_for(slot, SECRET[::-1])


def test_slots_are_found_added_and_taken_out_by_kind() -> None:
    first, second = SEALED[SlotKind.KEYRING](), SEALED[SlotKind.WORDS]()
    slots = Slots(VAULT, datetime(2026, 1, 1, tzinfo=UTC), (first,)).with_slot(second)
    assert slots.of(SlotKind.WORDS, SlotKind.KEYRING) == (first, second)
    assert slots.has(SlotKind.WORDS)
    assert not slots.has(SlotKind.PASSPHRASE)
    assert slots.without(SlotKind.KEYRING).slots == (second,)


def test_no_secret_is_in_a_slot() -> None:
    for seal in SEALED.values():
        shown = repr(seal())
        assert DATA_KEY.hex() not in shown
        assert repr(DATA_KEY)[2:-1] not in shown
        assert PASSPHRASE not in shown


def test_of_several_keyring_slots_the_one_that_fits_opens() -> None:
    other = keyslots.seal_with_keyring(VAULT, bytes(32), DATA_KEY)
    both = Slots(VAULT, datetime(2026, 3, 1, tzinfo=UTC), (SEALED[SlotKind.KEYRING](), other))
    assert keyslots.open_by_secret(both, SECRET) == DATA_KEY
    assert keyslots.open_by_secret(both, SECRET[::-1]) is None
