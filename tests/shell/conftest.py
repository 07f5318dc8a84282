"""The look under which every page of the shell is tried."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from copingkit.shell.main_window import MainWindow
from tests.fakes import FakeKeyStore
from tests.support.clock import HandClock
from tests.support.own_vault import made, own_vault
from tests.support.windows import make_window, wait_for


@pytest.fixture
def keyring() -> FakeKeyStore:
    return FakeKeyStore()


@pytest.fixture
def folder(tmp_path: Path, keyring: FakeKeyStore) -> Path:
    """A vault with one warning sign in it."""
    folder = tmp_path / "vault"
    made(own_vault(folder, keyring, HandClock()))
    return folder


@pytest.fixture
def window(qtbot: QtBot, folder: Path, keyring: FakeKeyStore) -> MainWindow:
    """The window, open on the plan."""
    window = make_window(qtbot, folder, keyring)
    window.start(crisis=False)
    wait_for(qtbot, window, "PlanPage")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window
