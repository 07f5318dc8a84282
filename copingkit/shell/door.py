"""The way in and out of the vault: tries, answers, and locking, never in the main thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from copingkit.core.errors import EnvironmentProblem, KeyringItemMissing, NoSuchSlot
from copingkit.ui.tasks import Task, Tasks
from copingkit.vault.vault import OpenVault, Vault


class Door(QObject):
    """Opens and closes one vault.

    `opened` and `refused` arrive in the main thread, one of them for each try that was not
    cancelled. `started` says that a try has begun and whether it can hang.
    """

    opened = Signal(object)  # OpenVault
    refused = Signal(object)  # EnvironmentProblem
    closed = Signal()

    def __init__(self, vault: Vault, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.vault = vault
        self.open: OpenVault | None = None
        self._tasks = tasks
        self._try: Task | None = None

    @property
    def trying(self) -> bool:
        """Whether an answer is awaited."""
        return self._try is not None

    def try_keyring(self, *, quietly: bool) -> None:
        """Open with the keyring's key; `quietly` never makes the keyring ask anything."""
        self._start(lambda: self.vault.unlock_with_keyring(quietly=quietly))

    def try_passphrase(self, passphrase: str) -> None:
        """Open with a passphrase, with or without the keyring's part, as the vault was made."""
        both = "keyring+passphrase" in self.vault.ways()
        unlock = (
            self.vault.unlock_with_keyring_and_passphrase
            if both
            else self.vault.unlock_with_passphrase
        )
        self._start(lambda: unlock(passphrase))

    def try_words(self, words: str) -> None:
        """Open with the recovery words and put a new keyring slot in place where one was."""
        self._start(lambda: _recover(self.vault, words))

    def take(self, opened: OpenVault) -> None:
        """Use a vault that was just made or was opened before the window."""
        self._try = None
        self.open = opened
        self.opened.emit(opened)

    def cancel(self) -> None:
        """Wait for the present try no longer; a prompt that is still open changes nothing."""
        if self._try is not None:
            self._tasks.cancel(self._try)
            self._try = None

    def lock(self) -> None:
        """Close the vault and drop its keys; what still wants it gets VaultClosed."""
        self.cancel()
        if self.open is not None:
            opened, self.open = self.open, None
            opened.lock()
        self.closed.emit()

    def _start(self, unlock: Callable[[], OpenVault]) -> None:
        self.cancel()
        self._try = self._tasks.run(unlock, self.take, self._on_failed, OpenVault.lock)

    def _on_failed(self, error: Exception) -> None:
        self._try = None
        if not isinstance(error, EnvironmentProblem):
            raise error
        self.refused.emit(error)


def _recover(vault: Vault, words: str) -> OpenVault:
    opened = vault.unlock_with_words(words)
    try:
        opened.ensure_keyring_slot()
    except (EnvironmentProblem, KeyringItemMissing, NoSuchSlot):
        # The plan is open and that is what counts; the next start asks for the words again.
        return opened
    return opened
