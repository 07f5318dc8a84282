"""The clock of a trial, and what its plan says about its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from copingkit.tools.exposure import flow, pace
from copingkit.tools.exposure.ladder import Mode
from copingkit.tools.exposure.pace import MayEnd
from copingkit.tools.exposure.trial import PlannedEnd, TrialClock
from tests.support.exposures import NOON, running, tick

gaps = st.floats(-1e6, 1e6)


@given(st.floats(0, 1e6), gaps, st.booleans())
def test_a_kept_clock_goes_on_with_the_world_and_never_back(
    stood: float, gap: float, on: bool
) -> None:
    clock = TrialClock(NOON, stood, NOON, running=on)
    now = pace.elapsed(clock, NOON + timedelta(seconds=gap))
    assert now >= stood
    if on and gap > 0:
        assert abs(now - stood - gap) < 1e-3
    else:
        assert now == stood


@given(st.lists(st.integers(0, 100), max_size=12), st.floats(0, 7200))
def test_in_habituation_half_of_the_highest_or_the_time_is_enough(
    suds: list[int], seconds: float
) -> None:
    found = pace.may_end(running(Mode.HABITUATION, *suds), seconds)
    halved = bool(suds) and max(suds) > 0 and suds[-1] <= max(suds) / 2
    if halved:
        assert found is MayEnd.HALVED
    else:
        assert found is (MayEnd.TIME if seconds >= 1800 else None)


@given(st.lists(st.integers(0, 100), max_size=12), st.floats(0, 7200))
def test_in_learning_mode_only_the_planned_time_ends_it(suds: list[int], seconds: float) -> None:
    assert pace.may_end(running(Mode.LEARNING, *suds), seconds) is None
    timed = running(Mode.LEARNING, *suds, end=PlannedEnd(minutes=20))
    assert pace.may_end(timed, seconds) is (MayEnd.TIME if seconds >= 1200 else None)


def test_what_ends_with_something_done_has_no_time() -> None:
    trial = running(Mode.HABITUATION, 60, end=PlannedEnd(behaviour="Paid at the till"))
    assert pace.may_end(trial, 7200) is None
    both = running(Mode.HABITUATION, 60, end=PlannedEnd(10, "Paid at the till"))
    assert pace.may_end(both, 600) is MayEnd.TIME


def test_what_is_over_may_not_end_again() -> None:
    trial = flow.stop(running(Mode.HABITUATION, 80, 20), tick(3))
    assert pace.may_end(trial, 7200) is None


def test_the_cue_comes_after_the_set_minutes_without_a_reading() -> None:
    trial = running()
    assert not pace.cue_due(trial, 299)
    assert pace.cue_due(trial, 300)
    read = flow.add_suds(trial, tick(4), 50)
    assert not pace.cue_due(read, 539)
    assert pace.cue_due(read, 540)
    never = replace(read, before=replace(read.before, cue_minutes=0.0))
    assert not pace.cue_due(never, 9000)
    assert not pace.cue_due(flow.end(read, tick(5)), 9000)


def test_the_peak_is_the_highest_reading() -> None:
    assert pace.peak_suds(running()) is None
    assert pace.peak_suds(running(Mode.LEARNING, 40, 70, 20)) == 70
