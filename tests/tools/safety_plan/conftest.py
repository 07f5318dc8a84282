"""A real encrypted store for the safety plan, whose disk a test can fill."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from copingkit.tools.safety_plan.records import CRISIS_RUN, PLAN, REMOVED_ITEM
from copingkit.tools.safety_plan.service import SafetyPlanService
from copingkit.vault.database import Database
from tests.support.clock import HandClock
from tests.support.full_disk import FillableRecords
from tests.support.plans import sample_plan


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def records(tmp_path: Path, clock: HandClock) -> Iterator[FillableRecords]:
    database = Database.create(tmp_path / "vault.db", bytes(32), "test")
    yield FillableRecords(database, (PLAN, REMOVED_ITEM, CRISIS_RUN), clock)
    database.close()


@pytest.fixture
def service(records: FillableRecords, clock: HandClock) -> SafetyPlanService:
    return SafetyPlanService(records, clock)


@pytest.fixture
def filled(records: FillableRecords, clock: HandClock) -> SafetyPlanService:
    """A service opened on a plan that was there before."""
    records.save(PLAN, sample_plan())
    return SafetyPlanService(records, clock)
