"""A real encrypted store for the exposure tool, whose disk a test can fill."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

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
