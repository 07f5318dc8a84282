"""A vault in a folder, open, with two notes in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from copingkit.vault.database import Database
from tests.support.clock import HandClock
from tests.support.vault_files import KEY, VAULT_ID, make_vault


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "vault"
    made.mkdir()
    make_vault(made, "one", "two")
    return made


@pytest.fixture
def database(folder: Path) -> Iterator[Database]:
    opened = Database.open(folder / "vault.db", KEY, VAULT_ID)
    yield opened
    opened.close()
