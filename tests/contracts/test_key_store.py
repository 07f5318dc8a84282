"""What every KeyStore does: the fake, the real Secret Service, and keyring's own backend on it."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from typing import Protocol

import pytest

from copingkit.core.errors import (
    KeyringDidNotAnswer,
    KeyringItemMissing,
    KeyringLocked,
    KeyringPromptDismissed,
    NoKeyringService,
)
from copingkit.vault.key_store import KeyringState, KeyStore, WouldOverwriteKey
from copingkit.vault.secret_service import SecretService
from copingkit.vault.system_keyring import BackendStore, SystemKeyring, native_backend
from tests.fakes import FakeKeyStore
from tests.support.real_keyring import RealKeyring

VAULT = "ab" * 16
OTHER = "cd" * 16
SECRET = bytes(range(32))
PATIENCE = 1.0
BOUNDED = 5.0  # seconds


class Situation(Protocol):
    """A KeyStore, and ways to bring it into each state."""

    store: KeyStore

    def lock(self) -> None: ...
    def answer(self, how: str) -> None: ...
    def hang(self) -> None: ...
    def take_away(self) -> None: ...
    def never_set_up(self) -> None: ...
    def wipe(self) -> None: ...


class FakeSituation:
    def __init__(self) -> None:
        self.fake = FakeKeyStore()
        self.store: KeyStore = self.fake

    def lock(self) -> None:
        self.fake.now = KeyringState.LOCKED

    def answer(self, how: str) -> None:
        self.fake.answer = {"unlock": True, "dismiss": False, "ignore": None}[how]

    def hang(self) -> None:
        self.fake.now = KeyringState.SILENT

    def take_away(self) -> None:
        self.fake.now = KeyringState.ABSENT

    def never_set_up(self) -> None:
        self.fake.now = KeyringState.NOT_SET_UP

    def wipe(self) -> None:
        self.fake.kept.clear()


class RealSituation:
    def __init__(self, keyring: RealKeyring, store: KeyStore) -> None:
        self.keyring = keyring
        self.store = store

    def lock(self) -> None:
        self.keyring.lock()

    def answer(self, how: str) -> None:
        self.keyring.answer_prompts(how)

    def hang(self) -> None:
        self.keyring.hang()

    def take_away(self) -> None:
        self.keyring.stop_daemon()

    def never_set_up(self) -> None:
        self.keyring.stop_daemon()
        shutil.rmtree(self.keyring.files)
        self.keyring.start_daemon(unlocked=False)

    def wipe(self) -> None:
        self.keyring.wipe()


@pytest.fixture(params=["fake", "secret service", "system"])
def situation(request: pytest.FixtureRequest) -> Iterator[Situation]:
    """Every KeyStore that can be in each state here."""
    if request.param == "fake":
        yield FakeSituation()
        return
    keyring: RealKeyring = request.getfixturevalue("real_keyring")
    real = request.param == "secret service"
    yield RealSituation(keyring, SecretService(PATIENCE) if real else SystemKeyring(PATIENCE))


@pytest.fixture(params=["fake", "secret service", "system", "keyring's backend"])
def store(request: pytest.FixtureRequest) -> KeyStore:
    """Every KeyStore there is, ready for use."""
    if request.param == "fake":
        return FakeKeyStore()
    request.getfixturevalue("real_keyring")
    if request.param == "keyring's backend":
        return BackendStore(native_backend("linux"))
    return SecretService(PATIENCE) if request.param == "secret service" else SystemKeyring(PATIENCE)


def test_what_is_set_is_read_again(store: KeyStore) -> None:
    assert store.state() is KeyringState.READY
    store.set(VAULT, SECRET)
    assert store.read_quietly(VAULT) == SECRET
    assert store.read(VAULT) == SECRET


def test_each_vault_has_a_secret_of_its_own(store: KeyStore) -> None:
    store.set(VAULT, SECRET)
    store.set(OTHER, SECRET[::-1])
    assert store.read_quietly(VAULT) == SECRET
    assert store.read_quietly(OTHER) == SECRET[::-1]


@pytest.mark.parametrize("how", ["read", "read_quietly"])
def test_a_secret_that_is_not_there_is_missing(store: KeyStore, how: str) -> None:
    store.set(OTHER, SECRET)
    with pytest.raises(KeyringItemMissing):
        getattr(store, how)(VAULT)


def test_a_key_is_never_overwritten(store: KeyStore) -> None:
    store.set(VAULT, SECRET)
    store.set(VAULT, SECRET)
    with pytest.raises(WouldOverwriteKey):
        store.set(VAULT, SECRET[::-1])
    assert store.read(VAULT) == SECRET


def test_deleting_takes_away_one_secret_and_may_be_repeated(store: KeyStore) -> None:
    store.set(VAULT, SECRET)
    store.set(OTHER, SECRET)
    store.delete(VAULT)
    store.delete(VAULT)
    with pytest.raises(KeyringItemMissing):
        store.read(VAULT)
    assert store.read(OTHER) == SECRET


def test_locked_is_said_at_once_and_asks_nobody(situation: Situation) -> None:
    situation.store.set(VAULT, SECRET)
    situation.answer("ignore")
    situation.lock()
    began = time.monotonic()
    assert situation.store.state() is KeyringState.LOCKED
    with pytest.raises(KeyringLocked):
        situation.store.read_quietly(VAULT)
    with pytest.raises(KeyringLocked):
        situation.store.delete(VAULT)
    assert time.monotonic() - began < PATIENCE


def test_a_dismissed_prompt_is_said(situation: Situation) -> None:
    situation.store.set(VAULT, SECRET)
    situation.answer("dismiss")
    situation.lock()
    with pytest.raises(KeyringPromptDismissed):
        situation.store.read(VAULT)
    with pytest.raises(KeyringPromptDismissed):
        situation.store.set(VAULT, SECRET)


def test_an_answered_prompt_opens_the_keyring(situation: Situation) -> None:
    situation.store.set(VAULT, SECRET)
    situation.answer("unlock")
    situation.lock()
    assert situation.store.read(VAULT) == SECRET
    assert situation.store.state() is KeyringState.READY


def test_waiting_for_a_prompt_can_be_given_up(situation: Situation) -> None:
    situation.store.set(VAULT, SECRET)
    situation.answer("ignore")
    situation.lock()
    abandoned = threading.Event()
    timer = threading.Timer(0.5, abandoned.set)
    timer.start()
    began = time.monotonic()
    with pytest.raises(KeyringPromptDismissed):
        situation.store.read(VAULT, abandoned)
    timer.join()
    assert 0.4 < time.monotonic() - began < BOUNDED
    assert situation.store.state() is KeyringState.LOCKED  # and it is still alive


def test_a_keyring_that_hangs_is_left_after_a_bounded_time(situation: Situation) -> None:
    situation.store.set(VAULT, SECRET)
    situation.hang()
    began = time.monotonic()
    assert situation.store.state() is KeyringState.SILENT
    for call in (situation.store.read_quietly, situation.store.read, situation.store.delete):
        with pytest.raises(KeyringDidNotAnswer):
            call(VAULT)
    with pytest.raises(KeyringDidNotAnswer):
        situation.store.set(OTHER, SECRET)
    assert time.monotonic() - began < 5 * PATIENCE + BOUNDED


def test_no_keyring_is_said(situation: Situation) -> None:
    situation.take_away()
    assert situation.store.state() is KeyringState.ABSENT
    for call in (situation.store.read_quietly, situation.store.read, situation.store.delete):
        with pytest.raises(NoKeyringService):
            call(VAULT)
    with pytest.raises(NoKeyringService):
        situation.store.set(VAULT, SECRET)


def test_a_keyring_never_used_is_set_up_with_the_first_secret(situation: Situation) -> None:
    situation.never_set_up()
    situation.answer("unlock")
    assert situation.store.state() is KeyringState.NOT_SET_UP
    for call in (situation.store.read_quietly, situation.store.read):
        with pytest.raises(KeyringItemMissing):
            call(VAULT)
    situation.store.delete(VAULT)
    situation.store.set(VAULT, SECRET)
    assert situation.store.read_quietly(VAULT) == SECRET
    assert situation.store.state() is KeyringState.READY


def test_giving_up_on_setting_it_up_keeps_nothing(situation: Situation) -> None:
    # GNOME Keyring 42 never says that this prompt was dismissed, so giving up is the only end.
    situation.never_set_up()
    situation.answer("ignore")
    abandoned = threading.Event()
    timer = threading.Timer(0.5, abandoned.set)
    timer.start()
    with pytest.raises(KeyringPromptDismissed):
        situation.store.set(VAULT, SECRET, abandoned)
    timer.join()
    with pytest.raises(KeyringItemMissing):
        situation.store.read(VAULT)


def test_a_wiped_keyring_takes_a_new_secret(situation: Situation) -> None:
    situation.store.set(VAULT, SECRET)
    situation.wipe()
    with pytest.raises(KeyringItemMissing):
        situation.store.read_quietly(VAULT)
    situation.store.set(VAULT, SECRET[::-1])
    assert situation.store.read_quietly(VAULT) == SECRET[::-1]
