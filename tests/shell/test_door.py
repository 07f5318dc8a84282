"""The door: tries end in `opened` or `refused`, and it holds the folder only while it must."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import SignalInstance
from pytestqt.qtbot import QtBot

from copingkit.core.errors import (
    AlreadyOpen,
    EnvironmentProblem,
    KeyringItemMissing,
    WrongPassphrase,
    WrongWords,
)
from copingkit.shell.door import Door
from copingkit.shell.folders import PORTABLE
from copingkit.ui.tasks import Tasks
from copingkit.vault.key_store import KeyringState
from copingkit.vault.keyslots import KEYRING_KINDS, SlotKind
from copingkit.vault.single_instance import InstanceLock
from tests.fakes import FakeKeyStore
from tests.support.own_vault import made, own_vault
from tests.support.vaults import PASSPHRASE

OTHER_WORDS = "legal winner thank year wave sausage worth useful legal winner thank yellow"


@pytest.fixture
def keyring() -> FakeKeyStore:
    return FakeKeyStore()


@pytest.fixture
def door(qapp: object, tmp_path: Path, keyring: FakeKeyStore) -> Door:
    return Door(own_vault(tmp_path / "vault", keyring), Tasks())


def free(door: Door) -> bool:
    """Whether another process could open the vault now."""
    lock = InstanceLock(door.vault.folder)
    try:
        lock.take()
    except AlreadyOpen:
        return False
    lock.release()
    return True


def answered(qtbot: QtBot, signal: SignalInstance, ask: Callable[[], None]) -> object:
    """What `signal` brings after `ask`."""
    with qtbot.waitSignal(signal) as told:
        ask()
    assert told.args is not None
    return told.args[0]


def refused(qtbot: QtBot, door: Door, ask: Callable[[], None]) -> type[EnvironmentProblem]:
    problem = answered(qtbot, door.refused, ask)
    assert isinstance(problem, EnvironmentProblem)
    assert door.open is None
    assert not door.trying
    assert free(door)
    return type(problem)


def test_a_new_vault_is_open_and_held(qtbot: QtBot, door: Door) -> None:
    order: list[str] = []
    door.made.connect(lambda made: order.append(f"made with {len(made.words)} words"))
    door.opened.connect(lambda _opened: order.append("opened"))
    answered(qtbot, door.opened, lambda: door.create(keyring=True, passphrase=None))
    assert order == ["made with 12 words", "opened"]
    opened = door.open
    assert opened is not None
    assert not free(door)
    with qtbot.waitSignal(door.closed):
        door.lock()
    assert opened.locked
    assert door.open is None
    assert free(door)


def test_each_way_opens(qtbot: QtBot, door: Door, keyring: FakeKeyStore) -> None:
    words = made(door.vault, passphrase=PASSPHRASE)
    for ask in (lambda: door.try_passphrase(PASSPHRASE), lambda: door.try_words(words)):
        answered(qtbot, door.opened, ask)
        door.lock()
    assert refused(qtbot, door, lambda: door.try_passphrase("no")) is WrongPassphrase
    assert refused(qtbot, door, lambda: door.try_words(OTHER_WORDS)) is WrongWords


def test_words_let_the_keyring_open_it_again(
    qtbot: QtBot, door: Door, keyring: FakeKeyStore
) -> None:
    words = made(door.vault)
    keyring.kept.clear()
    ask: Callable[[], None] = lambda: door.try_keyring(quietly=True)  # noqa: E731 - twice
    assert refused(qtbot, door, ask) is KeyringItemMissing
    answered(qtbot, door.opened, lambda: door.try_words(words))
    door.lock()
    answered(qtbot, door.opened, ask)
    door.lock()


def test_words_open_also_where_there_is_no_keyring(
    qtbot: QtBot, door: Door, keyring: FakeKeyStore
) -> None:
    words = made(door.vault)
    keyring.now = KeyringState.ABSENT
    answered(qtbot, door.opened, lambda: door.try_words(words))
    assert door.open is not None
    assert len(door.open.slots.of(SlotKind.KEYRING)) == 1
    door.lock()


def test_a_vault_that_is_carried_along_leaves_no_key_in_a_keyring(
    qtbot: QtBot, tmp_path: Path, keyring: FakeKeyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "copingkit"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    door = Door(own_vault(tmp_path / PORTABLE, keyring), Tasks())
    words = made(door.vault, keyring=False, passphrase=PASSPHRASE)
    answered(qtbot, door.opened, lambda: door.try_words(words))
    assert door.open is not None
    assert not door.open.slots.of(*KEYRING_KINDS)
    door.lock()


def test_a_passphrase_alone_opens_without_the_keyring(
    qtbot: QtBot, door: Door, keyring: FakeKeyStore
) -> None:
    made(door.vault, keyring=False, passphrase=PASSPHRASE)
    keyring.now = KeyringState.ABSENT
    answered(qtbot, door.opened, lambda: door.try_passphrase(PASSPHRASE))
    door.lock()


def test_a_cancelled_try_answers_nothing_and_the_next_one_counts(
    qtbot: QtBot, door: Door, keyring: FakeKeyStore
) -> None:
    made(door.vault)
    keyring.now, keyring.answer = KeyringState.LOCKED, None  # a prompt that nobody answers
    door.try_keyring(quietly=False)
    with qtbot.assertNotEmitted(door.refused, wait=50):
        door.cancel()
    assert not door.trying
    door.cancel()
    keyring.now = KeyringState.READY
    answered(qtbot, door.opened, lambda: door.try_keyring(quietly=True))
    door.lock()


def test_a_vault_that_another_process_has_is_left_to_it(qtbot: QtBot, door: Door) -> None:
    made(door.vault)
    holder = InstanceLock(door.vault.folder)
    holder.take()
    problem = answered(qtbot, door.refused, lambda: door.try_keyring(quietly=True))
    assert isinstance(problem, AlreadyOpen)
    assert not free(door)
    holder.release()


def test_a_vault_that_could_not_be_made_leaves_no_folder_held(
    qtbot: QtBot, door: Door, keyring: FakeKeyStore
) -> None:
    keyring.now = KeyringState.ABSENT
    refused(qtbot, door, lambda: door.create(keyring=True, passphrase=None))
    assert not door.vault.exists()
