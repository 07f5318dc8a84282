"""A real encrypted store for the exercises, whose disk a test can fill."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from copingkit.tools.exercises.records import CHOICES, DRAFT, OWN, RUN
from copingkit.tools.exercises.service import ExercisesService
from copingkit.vault.database import Database
from tests.support.clock import HandClock
from tests.support.full_disk import FillableRecords


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def records(tmp_path: Path, clock: HandClock) -> Iterator[FillableRecords]:
    database = Database.create(tmp_path / "vault.db", bytes(32), "test")
    yield FillableRecords(database, (OWN, RUN, CHOICES, DRAFT), clock)
    database.close()


@pytest.fixture
def service(records: FillableRecords, clock: HandClock) -> ExercisesService:
    return ExercisesService(records, clock)


@pytest.fixture
def locked(clock: HandClock) -> ExercisesService:
    """What there is of the exercises while the vault is locked."""
    return ExercisesService(None, clock)
