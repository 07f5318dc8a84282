"""Runs are read in parts, and say the same as if they were read at once."""

from __future__ import annotations

import pytest

from copingkit.core.errors import VaultClosed
from copingkit.tools.exercises import runs as runs_module
from copingkit.tools.exercises.model import Form
from copingkit.tools.exercises.records import RUN, Felt, Run
from copingkit.tools.exercises.runs import Runs
from copingkit.tools.exercises.works import works
from tests.support.clock import HandClock
from tests.support.full_disk import FillableRecords


@pytest.mark.parametrize("count", [0, 1, 4, 5, 11])
def test_parts_make_the_whole(
    records: FillableRecords, clock: HandClock, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    monkeypatch.setattr(runs_module, "AT_ONCE", 5)
    for number in range(count):
        if number % 3:  # some begin at the same moment
            clock.go_on(minutes=1)
        run = Run("stop", "STOP", Form.FULL, clock.now(), before=5, after=number % 7)
        records.save(RUN, run)
    whole = works(record.value for record in records.find(RUN))
    read = Runs(records)
    parts = 0
    while read.read_more():
        parts += 1
    assert parts <= count // 4 + 1
    assert not read.read_more()
    assert read.works() == whole
    assert Runs(records).works() == whole


def test_what_is_kept_meanwhile_counts_at_once(records: FillableRecords, clock: HandClock) -> None:
    read = Runs(records)
    assert read.works() == {}
    run_id = read.start(Run("stop", "STOP", Form.FULL, clock.now()))
    assert read.works()["stop"].uses == 1
    read.amend(run_id, played=9, finished=True, after=None, felt=Felt.WORSE)
    assert read.works()["stop"].worse == 1
    last = read.last()
    assert last is not None
    assert last.felt is Felt.WORSE


def test_without_records_there_are_none(clock: HandClock) -> None:
    read = Runs(None)
    assert read.start(Run("stop", "STOP", Form.FULL, clock.now())) == ""
    assert not read.read_more()
    assert read.works() == {}
    assert read.last() is None
    with pytest.raises(VaultClosed):
        read.amend("x", played=1, finished=False, after=None, felt=None)
