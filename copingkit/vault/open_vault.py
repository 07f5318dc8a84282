"""A vault that is open: its records, and everything that can be done to its slots."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from copingkit.core.clock import Clock
from copingkit.core.errors import KeyringItemMissing, NoSuchSlot, VaultClosed, WrongWords
from copingkit.core.kinds import AnyKinds
from copingkit.core.records import RecordStore
from copingkit.vault import keyslots, leftovers, slots_file
from copingkit.vault.cipher import Argon2Costs, DataKey, WrongKey, random_key
from copingkit.vault.core_dumps import CoreDumpsOff
from copingkit.vault.database import Database
from copingkit.vault.key_store import KeyStore
from copingkit.vault.keyslots import KEYRING_KINDS, Slot, SlotKind, Slots
from copingkit.vault.record_store import SqlRecordStore

MOST_KEYRING_SLOTS = 32  # one a computer, or one a reset keyring; the oldest go first


class Surroundings(NamedTuple):
    """What a vault lives with: its folder, the keyring, the kinds it keeps, time, Argon2 costs."""

    folder: Path
    key_store: KeyStore
    kinds: AnyKinds
    clock: Clock
    costs: Argon2Costs


class OpenVault:
    """An unlocked vault. Used by one thread at a time, `tidy` and snapshots apart.

    After `lock` all raises VaultClosed.

    What takes a passphrase runs Argon2id (about half a second), what needs the keyring may wait
    for its prompt: call those in a worker. Every change of slots is on the disk on return; when
    it fails the vault opens as before.
    """

    def __init__(
        self, around: Surroundings, slots: Slots, data_key: DataKey, database: Database
    ) -> None:
        self._around = around
        self._slots = slots
        self._data_key = data_key
        self._database = database
        self._core_dumps = CoreDumpsOff()
        self._store = SqlRecordStore(database, around.kinds, around.clock)
        self.records: RecordStore = self._store

    @property
    def vault_id(self) -> str:
        """The vault's name for the keyring and in its files: 32 hex digits."""
        return self._slots.vault_id

    @property
    def folder(self) -> Path:
        """The folder with the vault's files."""
        return self._around.folder

    @property
    def database(self) -> Database:
        """The database behind `records`, for backups and checks."""
        return self._database

    @property
    def slots(self) -> Slots:
        """The slots as they are now."""
        return self._slots

    @property
    def locked(self) -> bool:
        """Whether `lock` was called."""
        return self._database.closed

    def lock(self) -> None:
        """Close the database and let go of the key; twice is harmless."""
        try:
            self._database.close()
        finally:
            self._data_key.drop()
            self._core_dumps.restore()

    # --- keyring and passphrase ---------------------------------------------------------------

    @property
    def asks_passphrase_beside_keyring(self) -> bool:
        """Whether the keyring's way in also takes a passphrase."""
        return self._slots.has(SlotKind.KEYRING_AND_PASSPHRASE)

    def ensure_keyring_slot(
        self, passphrase: str | None = None, abandoned: threading.Event | None = None
    ) -> bool:
        """After a recovery: let this computer's keyring open the vault again.

        Does nothing for a vault that never used a keyring, or that this keyring opens. Returns
        whether a slot was added. Takes the (old or a new) passphrase when
        `asks_passphrase_beside_keyring`; raises as `add_keyring_slot`.
        """
        if not self._slots.of(*KEYRING_KINDS):
            return False
        key_store = self._around.key_store
        try:
            secret = key_store.read(self.vault_id, abandoned)
        except KeyringItemMissing:
            pass
        else:
            if _is_for(self._slots, secret, self._data_key.bytes):
                return False
        self.add_keyring_slot(passphrase, abandoned)
        return True

    def add_keyring_slot(
        self, passphrase: str | None = None, abandoned: threading.Event | None = None
    ) -> None:
        """Let this computer's keyring open the vault; no other slot is touched.

        A key that the keyring already holds for this vault is used, never overwritten. Raises
        NoKeyringService, KeyringPromptDismissed, KeyringDidNotAnswer, KeyringDoesNotKeep,
        DiskFull, FolderGone, FolderNotWritable, and ValueError when the passphrase is left out
        though `asks_passphrase_beside_keyring`.
        """
        if passphrase is None and self.asks_passphrase_beside_keyring:
            raise ValueError("the keyring alone would then open what asked for a passphrase")
        slot = self._keyring_slot(passphrase, abandoned)
        self._change(_trimmed(self._slots).with_slot(slot))

    def set_passphrase(
        self, passphrase: str | None, abandoned: threading.Event | None = None
    ) -> None:
        """Set, change or (None) take away the passphrase.

        Where a keyring opens the vault, the passphrase is asked beside this computer's keyring,
        and slots for the keyrings of other computers go, since they would open with the old
        passphrase or without one. Otherwise (portable, or brought back from a backup) the
        passphrase alone opens it. None needs the keyring, as without it nothing but the words
        would open the vault. Raises as `add_keyring_slot`.
        """
        key, costs = self._data_key.bytes, self._around.costs
        if passphrase is None:
            self._change(self._without_passphrase(abandoned))
        elif self._slots.has(SlotKind.PASSPHRASE) or not self._slots.of(*KEYRING_KINDS):
            slot = keyslots.seal_with_passphrase(self.vault_id, passphrase, key, costs)
            self._change(self._slots.without(SlotKind.PASSPHRASE).with_slot(slot))
        else:
            slot = self._keyring_slot(passphrase, abandoned)
            self._change(self._slots.without(*KEYRING_KINDS).with_slot(slot))

    def _without_passphrase(self, abandoned: threading.Event | None) -> Slots:
        slots = self._slots.without(SlotKind.PASSPHRASE, SlotKind.KEYRING_AND_PASSPHRASE)
        if slots.has(SlotKind.KEYRING):
            return slots
        return slots.with_slot(self._keyring_slot(None, abandoned))

    def _keyring_slot(self, passphrase: str | None, abandoned: threading.Event | None) -> Slot:
        key = self._data_key.bytes
        secret = secret_for(self._around.key_store, self.vault_id, abandoned)
        if passphrase is None:
            return keyslots.seal_with_keyring(self.vault_id, secret, key)
        return keyslots.seal_with_both(self.vault_id, secret, passphrase, key, self._around.costs)

    # --- recovery words -----------------------------------------------------------------------

    @property
    def words_confirmed(self) -> bool:
        """Whether words were asked back at set-up or proved since; else Home reminds of it."""
        return bool(self._slots.words_confirmed_at or self._slots.words_proved_at)

    @property
    def words_proved_at(self) -> datetime | None:
        """When all twelve words were last typed in and fitted (UTC); None: never."""
        return self._slots.words_proved_at

    def confirm_words(self) -> None:
        """Note that the person gave back the words that were asked of them at set-up."""
        self._change(self._slots._replace(words_confirmed_at=self._around.clock.now()))

    def prove_words(self, words: str) -> None:
        """Check that `words` would open this vault, and note the date.

        Raises WordsMistyped, WrongWords, NoSuchSlot.
        """
        key = open_by_words(self._slots, words)
        if key != self._data_key.bytes:  # a slot that opens to another key helps nobody
            raise WrongWords
        self._change(self._slots._replace(words_proved_at=self._around.clock.now()))

    def replace_words(self) -> tuple[str, ...]:
        """Twelve new words; the old ones open nothing from now on (older backups apart)."""
        words, slot = words_slot(self.vault_id, self._data_key.bytes)
        slots = self._slots.without(SlotKind.WORDS).with_slot(slot)
        self._change(slots._replace(words_confirmed_at=None, words_proved_at=None))
        return words

    # --- the whole vault ----------------------------------------------------------------------

    def tidy(self, cancelled: Callable[[], bool] = lambda: False) -> int:
        """What is due once a day: purge what was removed 30 days ago, then make the backup.

        Gives how many records are gone; `records.changed` does not tell. For a worker, after each
        opening, while saves go on. Ends quietly when the vault is locked meanwhile. Raises as
        `backup.snapshot_if_due`.
        """
        gone = 0
        with contextlib.suppress(VaultClosed):
            gone = self._store.purge_expired()
            self.snapshot_if_due(cancelled)
        return gone

    def snapshot_if_due(self, cancelled: Callable[[], bool] = lambda: False) -> None:
        """Make the daily backup if it is due; in a worker. Raises as `backup.snapshot_if_due`."""
        from copingkit.vault import backup  # late: not on the way to the plan

        self._data_key.bytes  # noqa: B018 - raises VaultClosed
        backup.snapshot_if_due(self.folder, self._database, self._around.clock, cancelled)

    def erase(self) -> None:
        """Lock, then delete the vault, its backups and its key in the keyring.

        Raises FolderNotWritable or FolderGone; what is left then counts as no vault any more.
        """
        self.lock()
        leftovers.erase(self.folder, self._around.key_store, self.vault_id)

    def _change(self, slots: Slots) -> None:
        self._data_key.bytes  # noqa: B018 - raises VaultClosed
        slots_file.save(self.folder, slots)
        self._slots = slots


def secret_for(
    key_store: KeyStore, vault_id: str, abandoned: threading.Event | None = None
) -> bytes:
    """The secret that the keyring keeps for a vault, made and stored if there is none yet."""
    try:
        return key_store.read(vault_id, abandoned)
    except KeyringItemMissing:
        secret = random_key()
        key_store.set(vault_id, secret, abandoned)
        return secret


def words_slot(vault_id: str, data_key: bytes) -> tuple[tuple[str, ...], Slot]:
    """Twelve new words and the slot that they open."""
    from copingkit.vault import recovery_words  # late: not on the way to the plan

    words = recovery_words.new_words()
    entropy = recovery_words.entropy(" ".join(words))
    return words, keyslots.seal_with_words(vault_id, entropy, data_key)


def open_by_words(slots: Slots, words: str) -> bytes:
    """The data key behind the words; raises NoSuchSlot, WordsMistyped, WrongWords."""
    from copingkit.vault import recovery_words  # late: not on the way to the plan

    if not slots.has(SlotKind.WORDS):
        raise NoSuchSlot
    entropy = recovery_words.entropy(words)
    for slot in slots.of(SlotKind.WORDS):
        try:
            return keyslots.open_with_words(slots.vault_id, slot, entropy)
        except WrongKey:
            continue
    raise WrongWords


def _is_for(slots: Slots, secret: bytes, data_key: bytes) -> bool:
    """Whether a keyring slot was made with this keyring secret for this data key."""
    if any(keyslots.is_for(slot, secret) for slot in slots.of(SlotKind.KEYRING_AND_PASSPHRASE)):
        return True
    return keyslots.open_by_secret(slots, secret) == data_key


def _trimmed(slots: Slots) -> Slots:
    surplus = slots.of(*KEYRING_KINDS)[: -(MOST_KEYRING_SLOTS - 1)]
    return slots._replace(slots=tuple(slot for slot in slots.slots if slot not in surplus))
