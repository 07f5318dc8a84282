"""The vault as the rest of the program sees it: make one, see what opens it, open it."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path
from typing import NamedTuple

from typing_extensions import override

from copingkit.core.clock import Clock, SystemClock
from copingkit.core.errors import (
    FileProblem,
    KeyringItemMissing,
    NoSuchSlot,
    VaultExists,
    VaultMissing,
    WrongPassphrase,
)
from copingkit.core.files import make_private_folder
from copingkit.core.ids import new_id
from copingkit.core.kinds import AnyKinds
from copingkit.vault import keyslots, leftovers, slots_file
from copingkit.vault.cipher import RFC_9106_SECOND, Argon2Costs, DataKey, WrongKey, random_key
from copingkit.vault.database import Database
from copingkit.vault.key_store import KeyStore
from copingkit.vault.keyslots import SlotKind, Slots
from copingkit.vault.open_vault import (
    OpenVault,
    Surroundings,
    open_by_words,
    secret_for,
    words_slot,
)

__all__ = ["DATABASE_NAME", "Created", "OpenVault", "Vault", "Ways"]

DATABASE_NAME = "vault.db"


class Ways(NamedTuple):
    """Which ways into a vault there are."""

    keyring: bool
    keyring_and_passphrase: bool
    passphrase: bool
    words: bool

    @property
    def asks_passphrase(self) -> bool:
        """Whether every everyday way in takes a passphrase."""
        return not self.keyring and (self.keyring_and_passphrase or self.passphrase)


class Created(NamedTuple):
    """A new vault, open, and its recovery words, which are nowhere else (none if not wanted)."""

    open: OpenVault
    words: tuple[str, ...]

    @override
    def __repr__(self) -> str:
        return "Created(...)"


class Vault:
    """The vault in `folder`. May be used from any thread, by one at a time.

    Whoever opens it holds the folder's `InstanceLock` first. Everything that takes a passphrase
    runs Argon2id (about half a second, 64 MiB) and everything with `abandoned` may wait for the
    keyring's prompt: call those in a worker. Setting `abandoned` ends the wait.

    `accept_lost_tail` lets one opening take a vault whose log is damaged at its end.
    """

    def __init__(
        self,
        folder: Path,
        key_store: KeyStore,
        kinds: AnyKinds,
        clock: Clock | None = None,
        costs: Argon2Costs = RFC_9106_SECOND,
    ) -> None:
        self._around = Surroundings(folder, key_store, kinds, clock or SystemClock(), costs)
        self.accept_lost_tail = False

    @property
    def folder(self) -> Path:
        """The folder with the vault's files."""
        return self._around.folder

    @property
    def key_store(self) -> KeyStore:
        """The keyring that the vault's keys are kept in."""
        return self._around.key_store

    def exists(self) -> bool:
        """Whether there is a vault, or what is left of one: slots, a database or backups."""
        if leftovers.is_unfinished(self.folder):
            return False
        names = (slots_file.NAME, slots_file.COPY_NAME, DATABASE_NAME)
        backups = self.folder / leftovers.BACKUPS
        return any((self.folder / name).exists() for name in names) or (
            backups.is_dir() and any(backups.iterdir())
        )

    def slots(self) -> Slots:
        """The slots; raises VaultMissing, SlotsDamaged, NewerFormat, FileUnreadable."""
        if not self.exists():
            raise VaultMissing
        return slots_file.load(self.folder)

    def ways(self) -> Ways:
        """Which ways in there are; raises as `slots`."""
        has = self.slots().has
        return Ways(
            keyring=has(SlotKind.KEYRING),
            keyring_and_passphrase=has(SlotKind.KEYRING_AND_PASSPHRASE),
            passphrase=has(SlotKind.PASSPHRASE),
            words=has(SlotKind.WORDS),
        )

    # --- making one ---------------------------------------------------------------------------

    def create(
        self,
        *,
        keyring: bool,
        passphrase: str | None,
        words: bool = True,
        abandoned: threading.Event | None = None,
    ) -> Created:
        """A new vault, opened by the keyring, by both keyring and passphrase, or by a passphrase.

        When it fails nothing is left, in the folder or in the keyring, that looks like a vault.
        Raises VaultExists, DiskFull, FolderGone, FolderNotWritable and what `KeyStore.set` does.
        """
        if self.exists():
            raise VaultExists
        if not keyring and passphrase is None:
            raise ValueError("a vault needs a keyring or a passphrase")
        make_private_folder(self.folder)
        if leftovers.is_unfinished(self.folder):
            leftovers.clear(self.folder, self.key_store)
        vault_id = new_id()
        leftovers.mark(self.folder, vault_id)
        with contextlib.ExitStack() as undo:
            undo.callback(self._undo, vault_id)
            data_key = random_key()
            slots = self._everyday_slots(vault_id, data_key, keyring, passphrase, abandoned)
            shown: tuple[str, ...] = ()
            if words:
                shown, slot = words_slot(vault_id, data_key)
                slots = slots.with_slot(slot)
            opened = self._created(slots, data_key, undo)
            undo.pop_all()
        return Created(opened, shown)

    def _everyday_slots(
        self,
        vault_id: str,
        data_key: bytes,
        keyring: bool,
        passphrase: str | None,
        abandoned: threading.Event | None,
    ) -> Slots:
        costs = self._around.costs
        if keyring:
            secret = secret_for(self.key_store, vault_id, abandoned)
            if passphrase is None:
                slot = keyslots.seal_with_keyring(vault_id, secret, data_key)
            else:
                slot = keyslots.seal_with_both(vault_id, secret, passphrase, data_key, costs)
        else:
            slot = keyslots.seal_with_passphrase(vault_id, passphrase or "", data_key, costs)
        return Slots(vault_id, self._around.clock.now(), (slot,))

    def _created(self, slots: Slots, data_key: bytes, undo: contextlib.ExitStack) -> OpenVault:
        now = int(self._around.clock.now().timestamp() * 1_000_000)
        database = Database.create(self.folder / DATABASE_NAME, data_key, slots.vault_id, now=now)
        undo.callback(database.close)
        slots_file.save(self.folder, slots)
        leftovers.unmark(self.folder)
        return OpenVault(self._around, slots, DataKey(data_key), database)

    def _undo(self, vault_id: str) -> None:
        with contextlib.suppress(FileProblem):  # the marker then still says what it is
            leftovers.erase(self.folder, self.key_store, vault_id)

    # --- opening it ---------------------------------------------------------------------------

    def unlock_with_keyring(
        self, *, quietly: bool, abandoned: threading.Event | None = None
    ) -> OpenVault:
        """Open by the keyring alone; `quietly` never prompts and is done within seconds.

        Raises NoSuchSlot, as `slots`, as `KeyStore.read_quietly` or `read`, KeyringItemMissing
        also when the keyring's key is not this vault's, and as `Database.open`.
        """
        slots = self._slots_with(SlotKind.KEYRING)
        if quietly:
            secret = self.key_store.read_quietly(slots.vault_id)
        else:
            secret = self.key_store.read(slots.vault_id, abandoned)
        key = keyslots.open_by_secret(slots, secret)
        if key is None:
            raise KeyringItemMissing
        return self._open(slots, key)

    def unlock_with_keyring_and_passphrase(
        self, passphrase: str, abandoned: threading.Event | None = None
    ) -> OpenVault:
        """Open by keyring and passphrase together.

        Raises WrongPassphrase, and everything that `unlock_with_keyring` does.
        """
        slots = self._slots_with(SlotKind.KEYRING_AND_PASSPHRASE)
        secret = self.key_store.read(slots.vault_id, abandoned)
        ours = [
            slot
            for slot in slots.of(SlotKind.KEYRING_AND_PASSPHRASE)
            if keyslots.is_for(slot, secret)
        ]
        if not ours:
            raise KeyringItemMissing
        for slot in reversed(ours):
            with contextlib.suppress(WrongKey):
                key = keyslots.open_with_both(slots.vault_id, slot, secret, passphrase)
                return self._open(slots, key)
        raise WrongPassphrase

    def unlock_with_passphrase(self, passphrase: str) -> OpenVault:
        """Open by a passphrase; raises WrongPassphrase, NoSuchSlot, as `slots`, as opening."""
        slots = self._slots_with(SlotKind.PASSPHRASE)
        for slot in slots.of(SlotKind.PASSPHRASE):
            with contextlib.suppress(WrongKey):
                key = keyslots.open_with_passphrase(slots.vault_id, slot, passphrase)
                return self._open(slots, key)
        raise WrongPassphrase

    def unlock_with_words(self, words: str) -> OpenVault:
        """Open by the recovery words as typed, which proves them.

        Raises WordsMistyped, WrongWords, NoSuchSlot, as `slots`, as opening.
        """
        slots = self.slots()
        opened = self._open(slots, open_by_words(slots, words))
        with contextlib.suppress(FileProblem):  # opening matters more than the date of the proof
            opened.prove_words(words)
        return opened

    def _slots_with(self, kind: SlotKind) -> Slots:
        slots = self.slots()
        if not slots.has(kind):
            raise NoSuchSlot
        return slots

    def _open(self, slots: Slots, key: bytes) -> OpenVault:
        database = Database.open(
            self.folder / DATABASE_NAME, key, slots.vault_id, accept_lost_tail=self.accept_lost_tail
        )
        self.accept_lost_tail = False
        with contextlib.suppress(FileProblem):  # opening matters more than a second copy
            slots_file.mend(self.folder, slots)
        return OpenVault(self._around, slots, DataKey(key), database)
