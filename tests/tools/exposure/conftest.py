"""A real encrypted store for the exposure tool, whose disk a test can fill."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from copingkit.core import assets
from copingkit.tools.exposure import body, guide
from copingkit.tools.exposure.records import KINDS
from copingkit.tools.exposure.service import ExposureService
from copingkit.vault.database import Database
from tests.support.clock import HandClock
from tests.support.full_disk import FillableRecords


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def records(tmp_path: Path, clock: HandClock) -> Iterator[FillableRecords]:
    database = Database.create(tmp_path / "vault.db", bytes(32), "test")
    yield FillableRecords(database, KINDS, clock)
    database.close()


@pytest.fixture
def service(records: FillableRecords, clock: HandClock) -> ExposureService:
    return ExposureService(records, clock)


@pytest.fixture
def other_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder whose files are read in place of the shipped ones; it is empty. Icons stay."""
    (tmp_path / "icons").symlink_to(assets.root() / "icons")
    folder = tmp_path / "exposure" / "en"
    folder.mkdir(parents=True)
    monkeypatch.setattr(assets, "root", lambda: tmp_path)
    body.body_exposures.cache_clear()
    guide.guide.cache_clear()
    yield folder
    body.body_exposures.cache_clear()
    guide.guide.cache_clear()
