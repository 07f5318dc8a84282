"""Backups, export and import from the command line; also how a command opens the vault."""

from __future__ import annotations

import contextlib
import getpass
import sys
from collections.abc import Iterator
from pathlib import Path

from copingkit.core.clock import SystemClock
from copingkit.core.errors import (
    EnvironmentProblem,
    FolderNotWritable,
    KeyringDidNotAnswer,
    KeyringItemMissing,
    KeyringLocked,
    NoKeyringService,
    NoTerminal,
    VaultMissing,
)
from copingkit.core.files import make_private_folder
from copingkit.shell import folders, registry
from copingkit.vault import backup, exchange
from copingkit.vault.single_instance import InstanceLock
from copingkit.vault.system_keyring import SystemKeyring
from copingkit.vault.vault import OpenVault, Vault

_ASKING_HELPS = (KeyringDidNotAnswer, KeyringItemMissing, KeyringLocked, NoKeyringService)


def vault_in(chosen: Path | None) -> Vault:
    """The vault of the chosen folder, or of the usual one."""
    return Vault(folders.find(chosen).vault, SystemKeyring(), registry.all_kinds(), SystemClock())


@contextlib.contextmanager
def held(vault: Vault) -> Iterator[None]:
    """Hold the vault's folder for this process; raises AlreadyOpen."""
    lock = InstanceLock(vault.folder)
    lock.take()
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def opened(vault: Vault) -> Iterator[OpenVault]:
    """The vault, open and held for this process; locked again at the end.

    Opens by the keyring without any prompt, else asks on the terminal for the passphrase or the
    recovery words, never shown. Raises AlreadyOpen, VaultMissing, NoTerminal and as unlocking
    does.
    """
    if not vault.exists():
        raise VaultMissing
    with held(vault):
        open_vault = _unlock(vault)
        try:
            yield open_vault
        finally:
            open_vault.lock()


def _unlock(vault: Vault) -> OpenVault:
    ways = vault.ways()
    problem: EnvironmentProblem = NoTerminal()
    if ways.keyring:
        try:
            return vault.unlock_with_keyring(quietly=True)
        except _ASKING_HELPS as error:
            problem = error
    if not sys.stdin.isatty():
        raise problem
    if ways.keyring_and_passphrase:
        return vault.unlock_with_keyring_and_passphrase(getpass.getpass("Passphrase: "))
    if ways.passphrase:
        return vault.unlock_with_passphrase(getpass.getpass("Passphrase: "))
    return vault.unlock_with_words(getpass.getpass("Recovery words: "))


def back_up(vault: Vault, file: Path) -> str:
    """Write the vault to one encrypted file that words or a passphrase open anywhere."""
    _must_take(file)
    with opened(vault) as open_vault:
        backup.write_backup_file(file, vault.folder, open_vault.database, SystemClock())
    return f"Written and read back: {file.name}. It opens with the recovery words or passphrase."


def _must_take(file: Path) -> None:
    """Raise FolderNotWritable, by its name, where no file can be: before anything is asked."""
    if file.is_dir() or not file.parent.is_dir():
        raise FolderNotWritable(file.name if file.is_dir() else file.parent.name)


def restore(vault: Vault, file: Path, *, replace: bool) -> str:
    """Make the vault of a backup file the one in the folder; what is there is set aside."""
    make_private_folder(vault.folder)
    with held(vault):
        found = backup.restore_backup_file(file, vault.folder, replace=replace)
    return f"Brought back from {found.made_at:%Y-%m-%d %H:%M} UTC. Nothing was deleted."


def export(vault: Vault, file: Path) -> str:
    """Write everything as readable JSON."""
    _must_take(file)
    with opened(vault) as open_vault:
        count = exchange.export_to(file, open_vault.database, SystemClock())
    return f"{_records(count)} written to {file.name}. Anybody can read it: it is not protected."


def bring_in(vault: Vault, file: Path) -> str:
    """Read an exported JSON file into this vault, which has to be empty."""
    with opened(vault) as open_vault:
        kinds = registry.all_kinds()
        count = exchange.import_from(file, open_vault.database, kinds, SystemClock())
    return f"{_records(count)} brought in."


def _records(count: int) -> str:
    return "1 record" if count == 1 else f"{count} records"
