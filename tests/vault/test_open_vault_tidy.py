"""What an open vault does once a day, in a worker, while the window goes on saving."""

from __future__ import annotations

import threading
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from copingkit.core.errors import RecordMissing
from copingkit.vault import backup
from copingkit.vault.open_vault import OpenVault
from copingkit.vault.vault import Vault
from tests.fakes import FakeKeyStore
from tests.support.clock import HandClock
from tests.support.vaults import SENTENCE, Sentence, vault_in

REMOVED = 40
SAVED = 150


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def vault(tmp_path: Path, clock: HandClock) -> Vault:
    return vault_in(tmp_path / "v", FakeKeyStore(), clock)


@pytest.fixture
def opened(vault: Vault, clock: HandClock) -> OpenVault:
    """Open, with removed records whose 30 days are over (its own age has grown with them)."""
    made = vault.create(keyring=True, passphrase=None).open
    for number in range(REMOVED):
        made.records.remove(made.records.save(SENTENCE, Sentence(f"old {number}")).id)
    for _ in range(3):
        clock.time += timedelta(days=10)
        with made.records.transaction():  # a removal is a look at the clock
            kept = made.records.save(SENTENCE, Sentence("look"))
            made.records.remove(kept.id)
            made.records.purge(kept.id)
    return made


def backups(vault: Vault) -> list[Path]:
    return list((vault.folder / backup.FOLDER).glob("*.backup"))


def test_it_purges_then_makes_the_daily_backup(vault: Vault, opened: OpenVault) -> None:
    told: list[object] = []
    opened.records.changed.subscribe(told.append)
    assert opened.tidy() == REMOVED
    assert opened.records.removed() == []
    assert told == []  # it may run in a worker, where no widget is to be touched
    assert len(backups(vault)) == 1
    assert opened.tidy() == 0
    assert len(backups(vault)) == 1
    opened.lock()


def test_it_can_be_called_off(vault: Vault, opened: OpenVault) -> None:
    assert opened.tidy(lambda: True) == REMOVED
    assert backups(vault) == []
    opened.lock()


def test_a_lock_before_or_meanwhile_ends_it_quietly(vault: Vault, opened: OpenVault) -> None:
    def lock_then_go_on() -> bool:
        opened.lock()
        return False

    assert opened.tidy(lock_then_go_on) == REMOVED
    assert opened.locked
    assert opened.tidy() == 0
    assert backups(vault) == []
    vault.unlock_with_keyring(quietly=True).lock()


def test_saves_go_on_meanwhile_and_neither_spoils_the_other(
    vault: Vault, opened: OpenVault, clock: HandClock
) -> None:
    failures: list[BaseException] = []
    under_way = threading.Event()
    begin = threading.Barrier(2)

    def tidy_daily() -> None:
        begin.wait()
        try:
            for _ in range(4):
                opened.tidy()
                clock.time += timedelta(days=1)
        except BaseException as error:  # noqa: BLE001 - told by the test
            failures.append(error)
        finally:
            under_way.clear()

    worker = threading.Thread(target=tidy_daily)
    under_way.set()
    worker.start()
    begin.wait()
    number = 0
    while under_way.is_set() or number < SAVED:
        saved = opened.records.save(SENTENCE, Sentence(f"new {number}"))
        with suppress(RecordMissing), opened.records.transaction():
            opened.records.save(SENTENCE, Sentence("taken back"))
            opened.records.purge("nothing of that name")
        assert opened.records.get(SENTENCE, saved.id).value == saved.value
        number += 1
    worker.join()
    assert failures == []
    assert opened.records.removed() == []
    present = [record.value.text for record in opened.records.find(SENTENCE)]
    assert sorted(present) == sorted(f"new {n}" for n in range(number))
    assert len(backups(vault)) == 4
    opened.database.check()
    opened.lock()
    found = backup.newest_good(vault.folder)
    assert found is not None
