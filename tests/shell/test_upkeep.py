"""What goes on beside an open vault: the daily backup, after the plan was seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from copingkit.core.errors import EnvironmentProblem
from copingkit.shell import upkeep
from copingkit.shell.door import Door
from copingkit.shell.upkeep import Upkeep
from copingkit.tools.helplines.model import OwnLine
from copingkit.tools.helplines.records import OWN_LINE
from copingkit.ui.tasks import Tasks
from copingkit.vault import backup
from copingkit.vault.single_instance import ask_to_raise
from tests.fakes import FakeKeyStore
from tests.support.clock import HandClock
from tests.support.own_vault import own_vault


@pytest.fixture
def door(qtbot: QtBot, tmp_path: Path) -> Door:
    """An open one."""
    door = Door(own_vault(tmp_path / "vault", FakeKeyStore(), HandClock()), Tasks())
    with qtbot.waitSignal(door.opened):
        door.create(keyring=True, passphrase=None)
    return door


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "AFTERWARDS_MS", 1)


def made(door: Door) -> Upkeep:
    return Upkeep(door, door._tasks, HandClock(), door)


def snapshots(door: Door) -> list[Path]:
    return list((door.vault.folder / backup.FOLDER).glob("*.backup"))


def test_a_backup_is_made_and_the_next_is_due_in_a_day(
    qtbot: QtBot, door: Door, at_once: None
) -> None:
    mine = made(door)
    mine.begin()
    qtbot.waitUntil(lambda: len(snapshots(door)) == 1)
    assert mine._due.interval() == upkeep.DAY_MS
    with qtbot.waitSignal(mine.heard):
        ask_to_raise(door.vault.folder)
    mine.stop()
    assert not mine._due.isActive()
    door.lock()


def test_a_backup_that_fails_is_told(qtbot: QtBot, door: Door, at_once: None) -> None:
    (door.vault.folder / backup.FOLDER).write_text("a file where the folder should be")
    mine = made(door)
    with qtbot.waitSignal(mine.failed) as told:
        mine.begin()
    assert told.args is not None
    assert isinstance(told.args[0], EnvironmentProblem)
    mine.stop()
    door.lock()


def test_what_went_for_good_is_told(qtbot: QtBot, tmp_path: Path, at_once: None) -> None:
    clock = HandClock()
    door = Door(own_vault(tmp_path / "vault", FakeKeyStore(), clock), Tasks())
    with qtbot.waitSignal(door.opened):
        door.create(keyring=True, passphrase=None)
    assert door.open is not None
    door.open.records.remove(door.open.records.save(OWN_LINE, OwnLine("A line")).id)
    for _ in range(3):  # most of a month in which the program was in use
        clock.go_on(minutes=9 * 24 * 60)
        assert door.open.tidy() == 0
    clock.go_on(minutes=9 * 24 * 60)
    mine = made(door)
    with qtbot.waitSignal(mine.emptied):
        mine.begin()
    mine.stop()
    door.lock()


def test_after_the_lock_nothing_is_begun(qtbot: QtBot, door: Door, at_once: None) -> None:
    mine = made(door)
    mine.begin()
    door.lock()
    qtbot.wait(20)
    assert snapshots(door) == []
    assert isinstance(mine, QObject)
    assert not mine._due.isActive()
