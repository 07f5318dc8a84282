"""Key slots: each lets one secret (keyring, passphrase, words) unwrap the data key."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from copingkit.core.ids import new_id
from copingkit.vault import cipher

FORMAT = 1
_WORDS_PURPOSE = b"copingkit recovery words"
_BOTH_PURPOSE = b"copingkit keyring+passphrase"
_CHECK_PURPOSE = b"copingkit keyring check"
_CHECK_BYTES = 16

Json = str | int | None | list["Json"] | dict[str, "Json"]
JsonMap = Mapping[str, Json]


class SlotKind(StrEnum):
    """What opens a slot."""

    KEYRING = "keyring"
    KEYRING_AND_PASSPHRASE = "keyring+passphrase"  # noqa: S105 - the name of a kind
    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a kind
    WORDS = "words"


KEYRING_KINDS = frozenset({SlotKind.KEYRING, SlotKind.KEYRING_AND_PASSPHRASE})


class Derivation(NamedTuple):
    """How the slot key comes about.

    `salt` is empty for a keyring slot, whose key is the keyring's secret itself. The three costs
    are those of Argon2id (KiB, passes, lanes), 0 where no passphrase is involved. `check` lets a
    keyring secret be told from a wrong passphrase; empty but for keyring + passphrase.
    """

    salt: bytes = b""
    memory_kib: int = 0
    passes: int = 0
    lanes: int = 0
    check: bytes = b""


class Slot(NamedTuple):
    """The data key, wrapped under one slot key: a 12-byte nonce and 32 + 16 sealed bytes."""

    id: str
    kind: SlotKind
    derivation: Derivation
    nonce: bytes
    wrapped: bytes


class Slots(NamedTuple):
    """All slots of a vault, and what is known about its recovery words (UTC, or None: never).

    `words_confirmed_at`: three of the words were asked back right after they were shown.
    `words_proved_at`: all twelve were typed in and fitted.
    """

    vault_id: str
    created_at: datetime
    slots: tuple[Slot, ...]
    words_confirmed_at: datetime | None = None
    words_proved_at: datetime | None = None

    def of(self, *kinds: SlotKind) -> tuple[Slot, ...]:
        """The slots of these kinds, oldest first."""
        return tuple(slot for slot in self.slots if slot.kind in kinds)

    def has(self, kind: SlotKind) -> bool:
        """Whether there is a slot of this kind."""
        return bool(self.of(kind))

    def without(self, *kinds: SlotKind) -> Slots:
        """The same without the slots of these kinds."""
        return self._replace(slots=tuple(s for s in self.slots if s.kind not in kinds))

    def with_slot(self, slot: Slot) -> Slots:
        """The same with one more slot."""
        return self._replace(slots=(*self.slots, slot))


def associated_data(vault_id: str, slot_id: str, kind: SlotKind, how: Derivation) -> bytes:
    """What a wrapped key is bound to: format, vault, slot, kind and derivation."""
    return canonical(
        {
            "format": FORMAT,
            "vault": vault_id,
            "slot": slot_id,
            "kind": str(kind),
            "kdf": derivation_to_json(how),
        }
    )


def canonical(value: JsonMap) -> bytes:
    """JSON with sorted keys, no spaces and ASCII only: the same bytes for the same content."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def derivation_to_json(how: Derivation) -> dict[str, Json]:
    """How a derivation stands in the file and in the associated data."""
    content: dict[str, Json] = {}
    if how.salt:
        content["salt"] = how.salt.hex()
    if how.memory_kib:
        content.update(memory_kib=how.memory_kib, passes=how.passes, lanes=how.lanes)
    if how.check:
        content["check"] = how.check.hex()
    return content


def seal_with_keyring(vault_id: str, secret: bytes, data_key: bytes) -> Slot:
    """A slot whose key is the 32-byte secret kept in the keyring."""
    return _seal(vault_id, SlotKind.KEYRING, Derivation(), secret, data_key)


def seal_with_both(
    vault_id: str, secret: bytes, passphrase: str, data_key: bytes, costs: cipher.Argon2Costs
) -> Slot:
    """A slot that takes the keyring's secret and a passphrase (slow: Argon2id)."""
    salt = cipher.random_salt()
    how = _argon2(salt, costs, check=_check(secret, salt))
    key = _both_key(secret, passphrase, how)
    return _seal(vault_id, SlotKind.KEYRING_AND_PASSPHRASE, how, key, data_key)


def seal_with_passphrase(
    vault_id: str, passphrase: str, data_key: bytes, costs: cipher.Argon2Costs
) -> Slot:
    """A slot that a passphrase opens on its own (slow: Argon2id)."""
    how = _argon2(cipher.random_salt(), costs)
    key = _stretched(passphrase, how)
    return _seal(vault_id, SlotKind.PASSPHRASE, how, key, data_key)


def seal_with_words(vault_id: str, entropy: bytes, data_key: bytes) -> Slot:
    """A slot that the 16 bytes behind the recovery words open."""
    how = Derivation(cipher.random_salt())
    return _seal(vault_id, SlotKind.WORDS, how, _words_key(entropy, how), data_key)


def open_with_keyring(vault_id: str, slot: Slot, secret: bytes) -> bytes:
    """The data key behind a keyring slot; raises cipher.WrongKey."""
    return _open(vault_id, slot, secret)


def open_by_secret(slots: Slots, secret: bytes) -> bytes | None:
    """The data key behind whichever keyring slot `secret` opens; None when it opens none.

    There may be slots of several computers, each with a keyring and a secret of its own.
    """
    for slot in reversed(slots.of(SlotKind.KEYRING)):
        with contextlib.suppress(cipher.WrongKey):
            return open_with_keyring(slots.vault_id, slot, secret)
    return None


def open_with_both(vault_id: str, slot: Slot, secret: bytes, passphrase: str) -> bytes:
    """The data key behind a keyring + passphrase slot; raises cipher.WrongKey (slow)."""
    return _open(vault_id, slot, _both_key(secret, passphrase, slot.derivation))


def open_with_passphrase(vault_id: str, slot: Slot, passphrase: str) -> bytes:
    """The data key behind a passphrase slot; raises cipher.WrongKey (slow)."""
    return _open(vault_id, slot, _stretched(passphrase, slot.derivation))


def open_with_words(vault_id: str, slot: Slot, entropy: bytes) -> bytes:
    """The data key behind a words slot; raises cipher.WrongKey."""
    return _open(vault_id, slot, _words_key(entropy, slot.derivation))


def is_for(slot: Slot, secret: bytes) -> bool:
    """Whether a keyring + passphrase slot was made with this keyring secret."""
    return slot.derivation.check == _check(secret, slot.derivation.salt)


def _seal(vault_id: str, kind: SlotKind, how: Derivation, key: bytes, data_key: bytes) -> Slot:
    slot_id = new_id()
    bound = associated_data(vault_id, slot_id, kind, how)
    nonce, wrapped = cipher.wrap(key, data_key, bound)
    return Slot(slot_id, kind, how, nonce, wrapped)


def _open(vault_id: str, slot: Slot, key: bytes) -> bytes:
    bound = associated_data(vault_id, slot.id, slot.kind, slot.derivation)
    return cipher.unwrap(key, slot.nonce, slot.wrapped, bound)


def _argon2(salt: bytes, costs: cipher.Argon2Costs, check: bytes = b"") -> Derivation:
    return Derivation(salt, costs.memory_kib, costs.passes, costs.lanes, check)


def _stretched(passphrase: str, how: Derivation) -> bytes:
    costs = cipher.Argon2Costs(how.memory_kib, how.passes, how.lanes)
    return cipher.stretch(passphrase, how.salt, costs)


def _both_key(secret: bytes, passphrase: str, how: Derivation) -> bytes:
    return cipher.derive(secret + _stretched(passphrase, how), how.salt, _BOTH_PURPOSE)


def _words_key(entropy: bytes, how: Derivation) -> bytes:
    return cipher.derive(entropy, how.salt, _WORDS_PURPOSE)


def _check(secret: bytes, salt: bytes) -> bytes:
    return cipher.derive(secret, salt, _CHECK_PURPOSE)[:_CHECK_BYTES]
