"""Both record stores, the real one and the one in memory, for the same tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from copingkit.core.records import Change, RecordStore
from tests.support.clock import HandClock
from tests.support.kinds import SAMPLE_KINDS
from tests.support.memory_store import MemoryRecordStore
from tests.support.stores import open_store


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture(params=["real", "memory"])
def store(
    request: pytest.FixtureRequest, tmp_path: Path, clock: HandClock
) -> Iterator[RecordStore]:
    if request.param == "memory":
        yield MemoryRecordStore(SAMPLE_KINDS, clock)
        return
    with open_store(tmp_path, SAMPLE_KINDS, clock) as real:
        yield real


@pytest.fixture
def told(store: RecordStore) -> list[Change]:
    changes: list[Change] = []
    store.changed.subscribe(changes.append)
    return changes
