"""The real window over a vault of the test's own, put together as `app` does it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from copingkit.core.clock import Clock
from copingkit.core.errors import DiskFull
from copingkit.preferences.preferences import Preferences, PreferencesFile
from copingkit.shell.choices import Choices
from copingkit.shell.door import Door
from copingkit.shell.main_window import MainWindow
from copingkit.ui.tasks import Tasks
from copingkit.vault.key_store import KeyStore
from tests.support.accessible import spoken
from tests.support.clock import HandClock
from tests.support.own_vault import own_vault


def make_window(
    qtbot: QtBot,
    folder: Path,
    key_store: KeyStore,
    clock: Clock | None = None,
    preferences: Preferences | None = None,
) -> MainWindow:
    """The window for the vault in `folder`, not started yet; preferences lie beside the folder."""
    clock = clock or HandClock()
    file = PreferencesFile(folder.parent / "preferences.json")
    file.save(preferences or Preferences(theme="light", country="DE"))
    tasks = Tasks()
    door = Door(own_vault(folder, key_store, clock), tasks)
    window = MainWindow(door, Choices(file), clock, tasks)
    qtbot.addWidget(window)
    return window


def wait_for(qtbot: QtBot, window: MainWindow, page: str) -> QWidget:
    """Until a page of that class is in front of the shown window; gives it."""

    def there() -> None:
        assert window.isVisible()
        assert type(window.current_view).__name__ == page, spoken(window)

    qtbot.waitUntil(there, timeout=8_000)
    return window.current_view


class FullPage(QWidget):
    """A page on which something is typed that the disk has no room for, while `full`."""

    full = True
    saved = 0

    def flush(self) -> None:
        if self.full:
            raise DiskFull("vault.db")
        self.saved += 1


def key(window: MainWindow, which: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    places: tuple[QWidget | None, ...] = (QApplication.focusWidget(), window.focusWidget(), window)
    QTest.keyClick(next(place for place in places if place is not None), which, held)


def is_open(window: MainWindow) -> bool:
    return window.session.records is not None


def places(window: MainWindow) -> set[str]:
    """The words of the buttons in the sidebar."""
    found = window.stage.workspace.sidebar.findChildren(QPushButton)
    return {one.accessibleName() or one.text().strip() for one in found if one.isVisible()}
