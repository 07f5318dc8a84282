"""Backups, export and import from the command line; also how a command opens the vault."""

from __future__ import annotations

import contextlib
import getpass
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from copingkit.core.clock import SystemClock
from copingkit.core.errors import EnvironmentProblem, KeyringLocked, VaultMissing
from copingkit.core.files import make_private_folder
from copingkit.shell import folders, registry
from copingkit.vault.single_instance import InstanceLock
from copingkit.vault.system_keyring import SystemKeyring
from copingkit.vault.vault import OpenVault, Vault


def vault_in(chosen: Path | None) -> Vault:
    """The vault of the chosen folder, or of the usual one."""
    return Vault(folders.find(chosen).vault, SystemKeyring(), registry.all_kinds(), SystemClock())


@contextlib.contextmanager
def opened(vault: Vault) -> Iterator[OpenVault]:
    """The vault, open and held for this process; locked again at the end.

    Opens by the keyring without any prompt, else asks on the terminal for the passphrase or the
    recovery words, never shown. Raises AlreadyOpen, VaultMissing and as unlocking does.
    """
    if not vault.exists():
        raise VaultMissing
    lock = InstanceLock(vault.folder)
    lock.take()
    try:
        open_vault = _unlock(vault)
        try:
            yield open_vault
        finally:
            open_vault.lock()
    finally:
        lock.release()


def _unlock(vault: Vault) -> OpenVault:
    ways = vault.ways()
    problem: EnvironmentProblem = KeyringLocked()
    if ways.keyring:
        try:
            return vault.unlock_with_keyring(quietly=True)
        except EnvironmentProblem as error:
            problem = error
    if not sys.stdin.isatty():
        raise problem
    if ways.keyring_and_passphrase:
        return vault.unlock_with_keyring_and_passphrase(getpass.getpass("Passphrase: "))
    if ways.passphrase:
        return vault.unlock_with_passphrase(getpass.getpass("Passphrase: "))
    return vault.unlock_with_words(getpass.getpass("Recovery words: "))
