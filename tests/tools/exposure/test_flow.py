"""A trial's way from plan to done: what is possible when, and that nothing noted is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copingkit.tools.exposure import flow
from copingkit.tools.exposure.flow import Missing, OutcomeMissing, WrongState
from copingkit.tools.exposure.ladder import Mode
from copingkit.tools.exposure.pace import Tick, elapsed
from copingkit.tools.exposure.trial import (
    After,
    Before,
    CameTrue,
    Ending,
    LogEntry,
    LogKind,
    Reading,
    Ritual,
    State,
    Trial,
)
from tests.support.exposures import LADDER, NOON, TRAM, done, running, tick

PLANNED = flow.plan(LADDER, TRAM, "t-1", NOON)
ENDED = flow.end(running(), tick(10))
OUTCOME = After("I stood there", CameTrue.PARTLY)
STEPS: dict[str, tuple[Callable[[Trial], Trial], set[State]]] = {
    "prepare": (lambda trial: flow.prepare(trial, Before()), {State.PLANNED}),
    "begin": (lambda trial: flow.begin(trial, NOON), {State.PLANNED}),
    "suds": (lambda trial: flow.add_suds(trial, tick(1), 5), {State.RUNNING}),
    "expectancy": (lambda trial: flow.add_expectancy(trial, tick(1), 5), {State.RUNNING}),
    "note": (lambda trial: flow.note(trial, tick(1), LogEntry(LogKind.URGE)), {State.RUNNING}),
    "correct": (lambda trial: flow.correct_suds(trial, tick(1), 5), {State.RUNNING}),
    "take back": (lambda trial: flow.take_back(trial, tick(1)), {State.RUNNING}),
    "go on": (flow.go_on, {State.TO_REFLECT}),
    "asked": (flow.asked_about_calming, {State.RUNNING}),
    "end": (lambda trial: flow.end(trial, tick(1)), {State.RUNNING}),
    "stop": (lambda trial: flow.stop(trial, tick(1)), {State.RUNNING}),
    "reflect": (lambda trial: flow.reflect(trial, OUTCOME), {State.TO_REFLECT, State.DONE}),
    "close": (lambda trial: flow.close(trial, NOON), {State.TO_REFLECT}),
}
STATES = (PLANNED, running(), flow.reflect(ENDED, OUTCOME), done())


@pytest.mark.parametrize("name", list(STEPS))
@pytest.mark.parametrize("trial", STATES, ids=lambda trial: trial.state.value)
def test_every_step_has_its_states_and_no_other(name: str, trial: Trial) -> None:
    step, states = STEPS[name]
    if trial.state in states:
        assert step(trial) != trial or name == "reflect"
    else:
        with pytest.raises(WrongState) as caught:
            step(trial)
        assert caught.value.state is trial.state


def test_a_plan_takes_over_what_the_ladder_says() -> None:
    trial = flow.plan(replace(LADDER, mode=Mode.HABITUATION), TRAM, "t-9", NOON)
    assert (trial.ladder, trial.item, trial.situation) == ("l-1", "i-tram", TRAM.situation)
    assert trial.mode is Mode.HABITUATION
    assert trial.before.contexts == TRAM.contexts
    assert trial.before.dropped == trial.safety_behaviours == TRAM.safety_behaviours
    assert trial.at == NOON


def test_it_begins_now_with_a_number_where_there_is_one() -> None:
    later = NOON + timedelta(hours=3)
    trial = flow.begin(PLANNED, later, 65)
    assert trial.state is State.RUNNING
    assert trial.at == later
    assert trial.during.suds == (Reading(0.0, 65),)
    assert flow.begin(PLANNED, later).during.suds == ()


noted = st.lists(
    st.tuples(st.sampled_from(["suds", "expectancy", "log"]), st.floats(-500, 5000)), max_size=15
)


@given(noted)
def test_what_is_noted_stays_in_order_and_restarts_nothing(
    steps: list[tuple[str, float]],
) -> None:
    trial = running()
    for number, (stream, seconds) in enumerate(steps):
        here = Tick(seconds, NOON + timedelta(seconds=seconds))
        if stream == "suds":
            trial = flow.add_suds(trial, here, number)
        elif stream == "expectancy":
            trial = flow.add_expectancy(trial, here, number)
        else:
            entry = LogEntry(LogKind.RITUAL, "again", ritual=Ritual.DID, urge=number)
            trial = flow.note(trial, here, entry)
        assert trial.at == NOON
        assert trial.state is State.RUNNING
        assert trial.clock is not None
        assert trial.clock.seconds >= 0
        assert trial.clock.read_at == here.wall
    read = [each.at for each in trial.during.suds]
    expected = [each.at for each in trial.during.expectancy]
    logged = [each.at for each in trial.during.log]
    kept = [*read, *expected, *logged]
    assert len(kept) == len(steps)
    assert all(moments == sorted(moments) for moments in (read, expected, logged))
    assert min(kept, default=0.0) >= 0
    if kept and trial.clock is not None:
        assert trial.clock.seconds == max(kept)
        assert elapsed(trial.clock, trial.clock.read_at) == trial.clock.seconds


@pytest.mark.parametrize("number", [-1, 101])
def test_numbers_are_0_to_100(number: int) -> None:
    steps: tuple[Callable[[], Trial], ...] = (
        lambda: flow.add_suds(running(), tick(1), number),
        lambda: flow.add_expectancy(running(), tick(1), number),
        lambda: flow.note(running(), tick(1), LogEntry(LogKind.URGE, urge=number)),
        lambda: flow.begin(PLANNED, NOON, number),
        lambda: flow.prepare(PLANNED, Before(expectancy=number)),
        lambda: flow.prepare(PLANNED, Before(peak=number)),
        lambda: flow.stop(running(), tick(1), number),
        lambda: flow.reflect(ENDED, replace(OUTCOME, surprise=number)),
        lambda: flow.reflect(ENDED, replace(OUTCOME, expectancy=number)),
        lambda: flow.reflect(ENDED, replace(OUTCOME, suds=number)),
    )
    for step in steps:
        with pytest.raises(ValueError, match="0-100"):
            step()


@pytest.mark.parametrize(
    ("over", "ending"), [(flow.end, Ending.BY_PLAN), (flow.stop, Ending.STOPPED)]
)
def test_both_endings_stand_still_and_wait_for_what_came_of_it(
    over: Callable[[Trial, Tick, int | None], Trial], ending: Ending
) -> None:
    trial = over(running(Mode.LEARNING, 80), tick(12), 30)
    assert trial.state is State.TO_REFLECT
    assert (trial.after.ending, trial.after.suds) == (ending, 30)
    assert trial.during.suds[-1] == Reading(720.0, 30)
    assert trial.clock is not None
    assert elapsed(trial.clock, NOON + timedelta(days=3)) == 720
    silent = over(running(Mode.LEARNING, 80), tick(12), None)
    assert silent.after.suds is None
    assert len(silent.during.suds) == 1


def test_it_can_be_said_afterwards_when_it_ended_but_not_before_what_was_noted() -> None:
    trial = running(Mode.LEARNING, 80, 70, 60)
    wall = NOON + timedelta(days=1)
    for minutes, stands in ((30, 1800.0), (1, 120.0)):
        ended = flow.end(trial, Tick(minutes * 60.0, wall))
        assert ended.clock is not None
        assert ended.clock.seconds == stands


@given(st.text(max_size=5), st.none() | st.sampled_from(CameTrue))
def test_without_an_outcome_it_is_not_done(happened: str, came_true: CameTrue | None) -> None:
    trial = flow.reflect(ENDED, After(happened, came_true, learned="x"))
    wanted = set(flow.missing(trial))
    assert (Missing.HAPPENED in wanted) == (not happened.strip())
    assert (Missing.CAME_TRUE in wanted) == (came_true is None)
    if wanted:
        with pytest.raises(OutcomeMissing) as caught:
            flow.close(trial, NOON)
        assert set(caught.value.missing) == wanted
    else:
        closed = flow.close(trial, NOON)
        assert (closed.state, closed.closed_at) == (State.DONE, NOON)


def test_a_stopped_one_is_reflected_on_like_any_other() -> None:
    stopped = flow.stop(running(), tick(2))
    after = replace(OUTCOME, surprise=80, ending=Ending.BY_PLAN)
    closed = flow.close(flow.reflect(stopped, after), NOON)
    assert closed.state is State.DONE
    assert closed.after == replace(after, ending=Ending.STOPPED)


def test_what_is_done_can_be_reworded_but_keeps_an_outcome() -> None:
    reworded = flow.reflect(done(), replace(OUTCOME, happened="I stood and read"))
    assert reworded.state is State.DONE
    assert reworded.after.happened == "I stood and read"
    with pytest.raises(OutcomeMissing):
        flow.reflect(done(), After("", CameTrue.NO))


def test_whether_calming_was_asked_about_is_remembered() -> None:
    assert not running().during.calming_asked
    asked = flow.asked_about_calming(running(Mode.LEARNING, 50))
    assert asked.during.calming_asked
    assert asked.during.suds == (Reading(0.0, 50),)
