"""What every test runs under: no network, no key of the real user, Qt without a screen."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from copingkit.ui import language, theme
from copingkit.ui.collector import collect_due
from tests.support.fixtures import (
    empty_session,
    no_sound,
    private_sound,
    real_keyring,
    sound_device,
)
from tests.support.keyring_broke_off import pytest_runtest_protocol, pytest_terminal_summary
from tests.support.looks import dress

__all__ = [
    "empty_session",
    "no_sound",
    "private_sound",
    "pytest_runtest_protocol",
    "pytest_terminal_summary",
    "real_keyring",
    "sound_device",
]

# how fast a machine makes examples says nothing about the code that is tried with them
settings.register_profile("copingkit", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("copingkit")

gc.disable()  # a worker thread must not destroy what a test left behind; as in `ui.collector`

if "xvfb" not in os.environ.get("COPINGKIT_TEST_SUITE", ""):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What pytest-qt makes the application with: the style that the program has everywhere."""
    return ["copingkit", *theme.STYLE]


@pytest.fixture(scope="session")
def catalogue(qapp: QApplication) -> list[QTranslator]:
    """English counts rightly in every test, whatever test ran before."""
    return language.install(qapp, "en")


@pytest.fixture(scope="session")
def plain(qapp: QApplication) -> theme.Look:
    """What parts are built for unless a test says otherwise; see `tests.support.looks`."""
    theme.prepare("light", 100)
    return theme.now()


@pytest.fixture(autouse=True)
def as_at_first(
    qapp: QApplication, catalogue: list[QTranslator], plain: theme.Look
) -> Iterator[None]:
    """English, for the light theme at 100 %: what another test chose or showed has ended."""
    if theme.now() != plain:
        theme.prepare("light", 100)
    if qapp.styleSheet():
        qapp.setStyleSheet("")
    before, windows = QLocale(), QApplication.topLevelWidgets()
    yield
    QLocale.setDefault(before)
    for left in QApplication.topLevelWidgets():  # thousands of them slow down what comes later
        if left.parent() is None and left not in windows:
            left.deleteLater()
    for each in qapp.findChildren(QTranslator, "", Qt.FindChildOption.FindDirectChildrenOnly):
        if each not in catalogue:
            qapp.removeTranslator(each)
            each.deleteLater()
    # a test without an event loop of its own would leave them all to the next ones
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    collect_due()


@pytest.fixture
def dressed(as_at_first: None) -> None:
    """The look of the program, for tests of where things are, how large and in which colours."""
    dress()


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own, so that nothing reaches the real one."""
    home = tmp_path_factory.mktemp("home")
    for name, folder in (
        ("HOME", ""),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_CACHE_HOME", "cache"),
    ):
        monkeypatch.setenv(name, str(home / folder))
    return home


@pytest.fixture(autouse=True)
def no_real_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless a test starts a keyring of its own there is no session bus to find one on."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/copingkit-tests")
