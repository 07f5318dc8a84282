"""Fixtures that several suites use; `conftest.py` imports them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.real_keyring import RealKeyring


@pytest.fixture
def real_keyring(no_real_keyring: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[RealKeyring]:
    """An empty, unlocked GNOME Keyring of the test's own, on the session bus of this process."""
    keyring = RealKeyring()
    try:
        keyring.start()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", keyring.address)
        yield keyring
    finally:
        keyring.stop()


@pytest.fixture
def empty_session(no_real_keyring: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[RealKeyring]:
    """A session bus with no keyring on it."""
    keyring = RealKeyring()
    try:
        keyring.start_bus()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", keyring.address)
        yield keyring
    finally:
        keyring.stop()
