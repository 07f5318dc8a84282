"""Fixtures that several suites use; `conftest.py` imports them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.private_sound import PrivateSound
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


@pytest.fixture(scope="module")
def sound_device() -> Iterator[PrivateSound]:
    """The daemon behind `private_sound`, one for the tests of a file."""
    with PrivateSound() as sound:
        yield sound


@pytest.fixture
def private_sound(sound_device: PrivateSound, monkeypatch: pytest.MonkeyPatch) -> PrivateSound:
    """A sound device of the tests' own, recorded, with a voice once that is started."""
    for name, value in sound_device.variables.items():
        monkeypatch.setenv(name, value)
    return sound_device


@pytest.fixture
def no_sound(monkeypatch: pytest.MonkeyPatch, own_home: Path) -> None:
    """A computer without a sound device, without a voice and with no way to start either."""
    monkeypatch.setenv("PULSE_SERVER", "unix:/nonexistent/copingkit-tests")
    monkeypatch.setenv("SPEECHD_ADDRESS", "unix_socket:/nonexistent/copingkit-tests")
    monkeypatch.setenv("PATH", str(own_home))
