"""Trials are read in parts, newest first, and give the same as if read at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copingkit.core.errors import RecordMissing
from copingkit.tools.exposure import kept_trials
from copingkit.tools.exposure.kept_trials import KeptTrials
from copingkit.tools.exposure.ladder import Mode
from copingkit.tools.exposure.records import TRIAL
from copingkit.tools.exposure.trial import Trial
from tests.support.exposures import NOON
from tests.support.full_disk import FillableRecords


def planned(number: int, minute: int, ladder: str = "l-1") -> Trial:
    return Trial(
        f"t{number}", ladder, "i", "The tram", Mode.LEARNING, NOON + timedelta(minutes=minute)
    )


def fill(records: FillableRecords, minutes: list[int]) -> list[Trial]:
    """One trial for each minute, every third of another ladder; newest first."""
    trials = [
        planned(n, minute, "l-2" if n % 3 == 2 else "l-1") for n, minute in enumerate(minutes)
    ]
    for trial in trials:
        records.save(TRIAL, trial, trial.id)
    return sorted(trials, key=lambda trial: trial.at, reverse=True)


@pytest.fixture(autouse=True)
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_trials, "AT_ONCE", 4)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=25,
)
@given(minutes=st.lists(st.integers(0, 9), max_size=14), limit=st.integers(1, 6))
def test_parts_make_the_whole(records: FillableRecords, minutes: list[int], limit: int) -> None:
    for record in records.find(TRIAL):
        records.purge(record.id)
    many = max((minutes.count(each) for each in minutes), default=0)
    if many >= 4:  # more at one moment than are read at once: see below
        return
    filled = fill(records, minutes)
    every = [trial.at for trial in filled]
    newest = [trial.at for trial in filled if trial.ladder == "l-1"]
    assert [trial.at for trial in KeptTrials(records).of("l-1", limit)] == newest[:limit]
    assert [trial.at for trial in KeptTrials(records).of("l-1")] == newest
    assert [trial.at for trial in KeptTrials(records).all()] == every


def test_more_at_one_moment_than_are_read_at_once_do_not_hold_up_the_older(
    records: FillableRecords,
) -> None:
    fill(records, [5, 5, 5, 5, 5, 5, 3, 2])
    assert {trial.id for trial in KeptTrials(records).of("l-1")} > {"t6", "t7"}


def test_the_first_ones_need_few_reads(records: FillableRecords) -> None:
    fill(records, list(range(40)))
    trials = KeptTrials(records)
    assert len(trials.of("l-1", 2)) == 2
    assert trials.read_more()
    while trials.read_more():
        pass
    assert not trials.read_more()
    assert len(trials.of("l-1")) == 27


def test_one_that_is_saved_meanwhile_stands_in_its_place(records: FillableRecords) -> None:
    fill(records, list(range(30)))
    trials = KeptTrials(records)
    trials.keep(planned(90, -5))  # the clock had been set back
    assert [trial.id for trial in trials.of("l-1", 2)] == ["t28", "t27"]
    trials.keep(planned(91, 99))
    assert [trial.id for trial in trials.of("l-1", 2)] == ["t91", "t28"]
    assert trials.of("l-1")[-1].id == "t90"
    trials.drop("t91", "t90", "nowhere")
    assert len(trials.of("l-1")) == 20
    trials.forget()
    assert len(trials.of("l-1")) == 20


def test_an_older_one_that_is_known_does_not_hide_newer_ones(records: FillableRecords) -> None:
    for number in range(20):
        ladder = "l-9" if number > 9 else "l-1"
        records.save(TRIAL, planned(number, number, ladder), f"t{number}")
    trials = KeptTrials(records)
    trials.keep(planned(90, -5))
    assert [trial.id for trial in trials.of("l-1", 1)] == ["t9"]


def test_what_is_known_has_no_holes_and_reads_nothing(records: FillableRecords) -> None:
    fill(records, list(range(20)))
    trials = KeptTrials(records)
    assert trials.known("l-1") == []
    trials.keep(planned(90, 3))  # an older one that was saved meanwhile
    assert trials.known("l-1") == []
    assert trials.read_more()
    assert [trial.id for trial in trials.known("l-1")] == ["t19", "t18", "t16"][:2]
    while trials.read_more():
        pass
    assert trials.known("l-1") == trials.of("l-1")
    assert "t90" in {trial.id for trial in trials.known("l-1")}


def test_one_is_read_by_its_id(records: FillableRecords) -> None:
    fill(records, [1])
    trials = KeptTrials(records)
    assert trials.get("t0").id == "t0"
    trials.keep(planned(1, 2))
    assert trials.get("t1").at == NOON + timedelta(minutes=2)
    with pytest.raises(RecordMissing):
        trials.get("nowhere")


def test_none_at_all(records: FillableRecords) -> None:
    assert KeptTrials(records).of("l-1", 3) == []
    assert not KeptTrials(records).read_more()
