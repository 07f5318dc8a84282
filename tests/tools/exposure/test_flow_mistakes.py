"""What a slip of the hand did to a trial is put right: a number, a note, its end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copingkit.tools.exposure import flow
from copingkit.tools.exposure.ladder import Mode
from copingkit.tools.exposure.pace import Tick, elapsed
from copingkit.tools.exposure.trial import After, LogEntry, LogKind, Reading, State, Trial
from tests.support.exposures import NOON, running, tick

Noting = Callable[[Trial, Tick], Trial]
NOTES: tuple[Noting, ...] = (
    lambda trial, now: flow.add_suds(trial, now, 60),
    lambda trial, now: flow.add_expectancy(trial, now, 30),
    lambda trial, now: flow.note(trial, now, LogEntry(LogKind.FEELING, "dread")),
)


@given(st.lists(st.tuples(st.sampled_from(NOTES), st.integers(0, 3)), max_size=6))
def test_all_is_taken_back_one_by_one_the_last_first(noted: list[tuple[Noting, int]]) -> None:
    trial, minute = running(), 0
    counts = [0]
    for note, later in noted:
        minute += later
        trial = note(trial, tick(minute))
        counts.append(counts[-1] + 1)
    for count in reversed(counts):
        during = trial.during
        left: tuple[Reading | LogEntry, ...] = (*during.suds, *during.expectancy, *during.log)
        assert len(left) == count
        before = max((each.at for each in left), default=0.0)
        trial = flow.take_back(trial, tick(minute))
        during = trial.during
        rest: tuple[Reading | LogEntry, ...] = (*during.suds, *during.expectancy, *during.log)
        assert max((each.at for each in rest), default=0.0) <= before
    assert trial.state is State.RUNNING
    assert trial.at == NOON


@pytest.mark.parametrize("note", NOTES)
def test_the_last_one_is_taken_back_also_among_others_of_its_moment(note: Noting) -> None:
    trial = flow.add_suds(running(), tick(1), 40)
    during = flow.take_back(note(trial, tick(2)), tick(3)).during
    assert during == trial.during


def test_more_digits_make_it_the_same_reading() -> None:
    trial = flow.correct_suds(running(Mode.LEARNING, 80, 60), tick(3), 65)
    assert trial.during.suds == (Reading(0.0, 80), Reading(60.0, 65))
    assert flow.correct_suds(running(), tick(3), 65).during.suds == (Reading(180.0, 65),)
    with pytest.raises(ValueError, match="0-100"):
        flow.correct_suds(running(Mode.LEARNING, 80), tick(3), 101)


def test_an_end_by_mistake_is_no_end_and_the_time_counts() -> None:
    ended = flow.reflect(flow.stop(running(Mode.LEARNING, 80), tick(5)), After("It sat"))
    trial = flow.go_on(ended)
    assert trial.state is State.RUNNING
    assert trial.after == After("It sat")
    assert trial.clock is not None
    assert elapsed(trial.clock, NOON + timedelta(minutes=9)) == 540
    assert trial.during == ended.during
