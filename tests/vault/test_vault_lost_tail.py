"""A vault whose log is damaged at its end opens with the rest, once somebody says so."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from copingkit.core.errors import DatabaseDamaged, WrongWords
from copingkit.vault.vault import Vault
from tests.fakes import FakeKeyStore
from tests.support.damage import flip
from tests.support.vaults import SENTENCE, Sentence, vault_in

OTHER_WORDS = "legal winner thank year wave sausage worth useful legal winner thank yellow"
TEXTS = [f"sentence {number}" for number in range(12)]


@pytest.fixture
def crashed(tmp_path: Path) -> Vault:
    """As a crash leaves it after twelve saves, with a byte flipped late in the log."""
    keys = FakeKeyStore()
    opened = vault_in(tmp_path / "v", keys).create(keyring=True, passphrase=None).open
    for text in TEXTS:
        opened.records.save(SENTENCE, Sentence(text))
    shutil.copytree(
        tmp_path / "v", tmp_path / "crashed", ignore=shutil.ignore_patterns("*-shm", "lock")
    )
    opened.lock()
    log = tmp_path / "crashed" / "vault.db-wal"
    flip(log, log.stat().st_size - 5000)
    return vault_in(tmp_path / "crashed", keys)


def test_unasked_it_is_damage_every_time(crashed: Vault) -> None:
    for _ in range(2):
        with pytest.raises(DatabaseDamaged) as caught:
            crashed.unlock_with_keyring(quietly=True)
        assert caught.value.name == "vault.db-wal"


def test_asked_it_opens_with_what_is_whole(crashed: Vault) -> None:
    crashed.accept_lost_tail = True
    opened = crashed.unlock_with_keyring(quietly=True)
    whole = [record.value.text for record in reversed(opened.records.find(SENTENCE))]
    assert 0 < len(whole) < len(TEXTS)
    assert whole == TEXTS[: len(whole)]
    opened.records.save(SENTENCE, Sentence("from here on"))
    opened.lock()
    assert not crashed.accept_lost_tail
    again = crashed.unlock_with_keyring(quietly=True)
    assert again.records.find(SENTENCE)[0].value.text == "from here on"
    again.lock()


def test_a_way_in_that_fails_does_not_use_it_up(crashed: Vault) -> None:
    crashed.accept_lost_tail = True
    with pytest.raises(WrongWords):
        crashed.unlock_with_words(OTHER_WORDS)
    assert crashed.accept_lost_tail
    crashed.unlock_with_keyring(quietly=True).lock()
    assert not crashed.accept_lost_tail
