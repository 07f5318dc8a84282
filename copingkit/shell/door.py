"""The way in and out of the vault: tries, answers, and locking, never in the main thread."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from copingkit.core.errors import EnvironmentProblem
from copingkit.core.files import make_private_folder
from copingkit.shell import folders
from copingkit.ui.tasks import Task, Tasks
from copingkit.vault.single_instance import InstanceLock
from copingkit.vault.vault import Created, OpenVault, Vault

T = TypeVar("T")


class Door(QObject):
    """Opens and closes one vault, holding its folder for this process while it is open.

    `opened` or `refused` arrives in the main thread for each try that was not cancelled; `made`
    comes before `opened` when the vault is new.
    """

    made = Signal(object)  # Created
    opened = Signal(object)  # OpenVault
    refused = Signal(object)  # EnvironmentProblem
    closed = Signal()

    def __init__(self, vault: Vault, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.vault = vault
        self.open: OpenVault | None = None
        self.opened_by_words = False
        self._tasks = tasks
        self._try: Task | None = None
        self._abandoned = threading.Event()
        self._lock = InstanceLock(vault.folder)

    @property
    def trying(self) -> bool:
        """Whether an answer is awaited."""
        return self._try is not None

    def create(self, *, keyring: bool, passphrase: str | None) -> None:
        """Make a new vault, opened by the keyring, by both, or by a passphrase."""

        def work(abandoned: threading.Event) -> Created:
            make_private_folder(self.vault.folder)
            return self.vault.create(keyring=keyring, passphrase=passphrase, abandoned=abandoned)

        self._start(work, self._on_made, lambda made: made.open.lock())

    def try_keyring(self, *, quietly: bool) -> None:
        """Open with the keyring's key; `quietly` never makes the keyring ask anything."""
        self._open_by(
            lambda abandoned: self.vault.unlock_with_keyring(quietly=quietly, abandoned=abandoned)
        )

    def try_passphrase(self, passphrase: str) -> None:
        """Open with a passphrase, alone or beside the keyring, as the vault was made."""

        def work(abandoned: threading.Event) -> OpenVault:
            if self.vault.ways().keyring_and_passphrase:
                return self.vault.unlock_with_keyring_and_passphrase(passphrase, abandoned)
            return self.vault.unlock_with_passphrase(passphrase)

        self._open_by(work)

    def try_words(self, words: str) -> None:
        """Open with the recovery words, and let this computer's keyring open it from now on.

        Where a passphrase is asked beside the keyring only the person can do that, by setting it.
        A vault that is carried along leaves nothing in the keyrings it comes by.
        """
        stays = not folders.travels(self.vault.folder)

        def work(abandoned: threading.Event) -> OpenVault:
            opened = self.vault.unlock_with_words(words)
            if stays and not opened.asks_passphrase_beside_keyring:
                # The plan is open and that is what counts: without a keyring the words serve
                # again the next time.
                with contextlib.suppress(EnvironmentProblem):
                    opened.ensure_keyring_slot(abandoned=abandoned)
            return opened

        self._open_by(work, by_words=True)

    def cancel(self) -> None:
        """Wait for the present try no longer; a prompt that is still open changes nothing."""
        if self._try is not None:
            self._abandoned.set()
            self._tasks.cancel(self._try)
            self._try = None

    def lock(self) -> None:
        """Close the vault and drop its keys; what still wants it gets VaultClosed."""
        self.cancel()
        if self.open is not None:
            opened, self.open = self.open, None
            opened.lock()
        self._lock.release()
        self.closed.emit()

    def _open_by(
        self, work: Callable[[threading.Event], OpenVault], *, by_words: bool = False
    ) -> None:
        def opened(vault: OpenVault) -> None:
            self.opened_by_words = by_words
            self._on_opened(vault)

        self._start(work, opened, OpenVault.lock)

    def _start(
        self,
        work: Callable[[threading.Event], T],
        done: Callable[[T], None],
        dropped: Callable[[T], None],
    ) -> None:
        self.cancel()
        abandoned = self._abandoned = threading.Event()

        def hold_and_work() -> T:
            if self.vault.folder.is_dir():
                self._lock.take()
            return work(abandoned)

        self._try = self._tasks.run(hold_and_work, done, self._on_failed, dropped)

    def _on_made(self, created: Created) -> None:
        self._lock.take()
        self.made.emit(created)
        self._on_opened(created.open)

    def _on_opened(self, opened: OpenVault) -> None:
        self._try = None
        self.open = opened
        self.opened.emit(opened)

    def _on_failed(self, error: Exception) -> None:
        self._try = None
        self._lock.release()
        if not isinstance(error, EnvironmentProblem):
            raise error
        self.refused.emit(error)
