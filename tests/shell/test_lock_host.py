"""The lock page in the window: what is typed there opens, and damage leads to a backup."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from copingkit.shell.lock_page import LockPage
from copingkit.shell.main_window import MainWindow
from copingkit.vault.key_store import KeyringState
from copingkit.vault.single_instance import InstanceLock
from tests.fakes import FakeKeyStore
from tests.support.accessible import spoken
from tests.support.own_vault import MARKER
from tests.support.windows import make_window, wait_for
from tests.support.words import WORDS


def locked(qtbot: QtBot, folder: Path, keyring: FakeKeyStore) -> tuple[MainWindow, LockPage]:
    window = make_window(qtbot, folder, keyring)
    window.start(crisis=False)
    page = wait_for(qtbot, window, "LockPage")
    assert isinstance(page, LockPage)
    return window, page


@pytest.fixture
def emptied(folder: Path) -> Path:
    """The vault's folder, its database cut to nothing."""
    (folder / "vault.db").write_bytes(b"")
    return folder


def test_the_keyring_is_asked_by_a_button(
    qtbot: QtBot, folder: Path, keyring: FakeKeyStore
) -> None:
    keyring.now, keyring.answer = KeyringState.LOCKED, None
    window, page = locked(qtbot, folder, keyring)
    page.keyring_requested.emit()
    assert "Waiting for this computer's keyring …" in spoken(window)
    page.cancel_requested.emit()
    assert not window.door.trying
    keyring.answer = True
    page.keyring_requested.emit()
    wait_for(qtbot, window, "PlanPage")


def test_wrong_words_are_said_and_change_nothing(
    qtbot: QtBot, folder: Path, keyring: FakeKeyStore
) -> None:
    keyring.kept.clear()
    window, page = locked(qtbot, folder, keyring)
    page.words_entered.emit(" ".join(WORDS))
    qtbot.waitUntil(lambda: "not twelve recovery words" in spoken(window))
    page.passphrase_entered.emit("there is none")
    qtbot.waitUntil(lambda: "cannot be opened that way" in spoken(window))


def test_a_damaged_vault_is_brought_back_from_its_backup(
    qtbot: QtBot, emptied: Path, keyring: FakeKeyStore
) -> None:
    window, page = locked(qtbot, emptied, keyring)
    qtbot.waitUntil(lambda: "damaged or missing: vault.db" in spoken(window))
    page.backup_requested.emit()
    wait_for(qtbot, window, "PlanPage")
    assert MARKER in spoken(window)


def test_nothing_is_brought_back_under_another_copingkit(
    qtbot: QtBot, emptied: Path, keyring: FakeKeyStore
) -> None:
    window, page = locked(qtbot, emptied, keyring)
    holder = InstanceLock(emptied)
    holder.take()
    page.backup_requested.emit()
    qtbot.waitUntil(lambda: "copingkit is open already" in spoken(window))
    assert (emptied / "vault.db").read_bytes() == b""
    holder.release()
    page.backup_requested.emit()
    wait_for(qtbot, window, "PlanPage")


def test_damaged_slots_without_a_backup_are_said(
    qtbot: QtBot, folder: Path, keyring: FakeKeyStore
) -> None:
    for name in ("keyslots.json", "keyslots.copy.json"):
        (folder / name).write_bytes(b"{}")
    for path in (folder / "backups").iterdir():
        path.unlink()
    window, page = locked(qtbot, folder, keyring)
    assert "damaged or missing: keyslots" in spoken(window)
    page.backup_requested.emit()
    qtbot.waitUntil(lambda: "backup is damaged" in spoken(window))
    shown = {one.text().strip() for one in page.findChildren(QPushButton) if one.isVisible()}
    assert shown == {"Choose a backup file", "Begin anew"}


def test_a_file_that_is_no_backup_changes_nothing(
    qtbot: QtBot, emptied: Path, keyring: FakeKeyStore
) -> None:
    window, page = locked(qtbot, emptied, keyring)
    qtbot.waitUntil(lambda: "damaged or missing: vault.db" in spoken(window))
    (emptied / "holiday.jpg").write_bytes(b"not one of ours")
    page.backup_file_requested.emit()
    (dialog,) = page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(emptied / "holiday.jpg"))
    qtbot.waitUntil(lambda: "is not one of ours: holiday.jpg" in spoken(window))
    assert (emptied / "vault.db").read_bytes() == b""
