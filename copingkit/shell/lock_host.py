"""Wires the lock page to the door."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from copingkit.core.errors import (
    DatabaseDamaged,
    EnvironmentProblem,
    KeyringLocked,
    SlotsDamaged,
)
from copingkit.core.links import Link
from copingkit.shell.entrance import Entrance
from copingkit.shell.lock_page import LockPage
from copingkit.ui import file_dialogs
from copingkit.ui.language import short_date, translate
from copingkit.vault import backup, recovery_words
from copingkit.vault.backup import Backup
from copingkit.vault.single_instance import InstanceLock
from copingkit.vault.vault import DATABASE_NAME

_DAMAGE = (DatabaseDamaged, SlotsDamaged)


class LockHost(QObject):
    """Passes what is typed to the door and shows what comes back; offers a backup on damage."""

    def __init__(self, entrance: Entrance) -> None:
        super().__init__(entrance)
        self._entrance = entrance
        self._door = entrance.door
        self._page = LockPage(self._ways(), recovery_words.is_word)
        page = self._page
        page.keyring_requested.connect(self._on_keyring)
        page.passphrase_entered.connect(self._on_passphrase)
        page.words_entered.connect(self._on_words)
        page.cancel_requested.connect(self._on_cancel)
        page.backup_requested.connect(self._on_backup)
        page.backup_file_requested.connect(self._on_backup_file)
        page.anew_requested.connect(self._on_anew)
        page.rest_requested.connect(self._on_rest)
        page.destroyed.connect(self.deleteLater)
        if self._door.trying:
            page.set_busy(translate("LockPage", "Opening …"))

    @property
    def page(self) -> QWidget:
        """The lock page."""
        return self._page

    def refuse(self, problem: EnvironmentProblem) -> None:
        """Say why the vault did not open; a keyring that is merely locked is no news."""
        self._page.set_idle()
        if isinstance(problem, KeyringLocked):
            return
        self._page.show_problem(problem)
        if isinstance(problem, DatabaseDamaged) and problem.name == f"{DATABASE_NAME}-wal":
            self._page.offer_rest()
        if isinstance(problem, _DAMAGE):
            self._look_for_backup()

    def open_at_once(self) -> None:
        """As if Open was pressed, where only the keyring may ask something."""
        if self._page.way == "keyring" and not self._door.trying:
            self._on_keyring()

    def _look_for_backup(self) -> None:
        """In a worker: a backup is read wholly before it is called good."""
        folder = self._door.vault.folder
        self._page.set_looking(translate("LockPage", "Looking for a backup …"))
        tasks = self._entrance.tasks
        looking = tasks.run(lambda: backup.newest_good(folder), self._on_looked)
        self._page.destroyed.connect(lambda: tasks.cancel(looking))

    def _on_looked(self, found: Backup | None) -> None:
        self._page.set_idle()
        if found is not None:
            self._page.offer_backup(short_date(found.made_at))
        else:
            self._page.offer_backup_file()

    def _ways(self) -> frozenset[str]:
        try:
            ways = self._door.vault.ways()
        except EnvironmentProblem:
            return frozenset()  # the entrance tells it to `refuse`
        named = {
            "keyring": ways.keyring,
            "keyring+passphrase": ways.keyring_and_passphrase,
            "passphrase": ways.passphrase,
            "words": ways.words,
        }
        return frozenset(name for name, there in named.items() if there)

    def _on_keyring(self) -> None:
        self._page.set_busy(translate("LockPage", "Waiting for this computer's keyring …"))
        self._door.try_keyring(quietly=False)

    def _on_passphrase(self, typed: str) -> None:
        self._page.set_busy(translate("LockPage", "Opening …"))
        self._door.try_passphrase(typed)

    def _on_words(self, typed: str) -> None:
        self._page.set_busy(translate("LockPage", "Opening …"))
        self._door.try_words(typed)

    def _on_cancel(self) -> None:
        self._door.cancel()
        self._page.set_idle()

    def _on_rest(self) -> None:
        """Open with what is whole: by the keyring at once, else by what is typed next."""
        self._door.vault.accept_lost_tail = True
        self._entrance.reset()
        self._entrance.go_requested.emit(Link("entrance", "again"))

    def _on_backup(self) -> None:
        self._put_right(translate("LockPage", "Bringing back the backup …"), backup.restore_newest)

    def _on_backup_file(self) -> None:
        says = translate("LockPage", "Choose a backup file")
        file_dialogs.ask_for_file(self._page, says, self._take_backup)

    def _take_backup(self, path: Path) -> None:
        self._put_right(
            translate("LockPage", "Bringing back the backup …"),
            lambda folder: backup.restore_backup_file(path, folder, replace=True),
        )

    def _on_anew(self) -> None:
        self._put_right(translate("LockPage", "Making room …"), backup.begin_anew)

    def _put_right(self, says: str, work: Callable[[Path], object]) -> None:
        """Do something to the closed vault's files, then begin as at the start."""
        self._page.set_busy(says, can_cancel=False)
        folder = self._door.vault.folder
        self._entrance.tasks.run(
            lambda: _held(folder, work), self._on_put_right, self._on_not_put_right
        )

    def _on_put_right(self, _done: object) -> None:
        self._entrance.reset()
        self._entrance.go_requested.emit(Link("entrance", "again"))

    def _on_not_put_right(self, error: Exception) -> None:
        self._page.set_idle()
        if not isinstance(error, EnvironmentProblem):
            raise error
        self._page.show_problem(error)


def _held(folder: Path, work: Callable[[Path], object]) -> None:
    """Held meanwhile, so that no other copingkit opens what is being replaced."""
    lock = InstanceLock(folder)
    lock.take()
    try:
        work(folder)
    finally:
        lock.release()
