"""A trial from its plan to its end: pure steps from one state to the next.

    plan > prepare > begin > suds, expectancy, note ... > end or stop > reflect > close

Each step gives a new trial, or raises WrongState (a bug of the caller: nothing was lost). Only
`close`, and `reflect` on a trial that is done, can be refused for what the person wrote: they
raise OutcomeMissing, which names what is wanted; `missing` tells the same beforehand. Numbers
outside of 0-100 raise ValueError. Nothing that is noted ever starts a trial anew.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from copingkit.tools.exposure.ladder import Contexts, Item, Ladder
from copingkit.tools.exposure.pace import Tick
from copingkit.tools.exposure.trial import (
    After,
    Before,
    Ending,
    LogEntry,
    Reading,
    State,
    Trial,
    TrialClock,
)


class WrongState(Exception):
    """A step was asked of a trial that is not so far, or past it."""

    def __init__(self, state: State) -> None:
        super().__init__(state.value)
        self.state = state


class Missing(StrEnum):
    """What a trial still wants before it can be done."""

    HAPPENED = "happened"
    CAME_TRUE = "came_true"


class OutcomeMissing(Exception):
    """A trial cannot be done without an outcome; `missing` says what is wanted."""

    def __init__(self, missing: tuple[Missing, ...]) -> None:
        super().__init__(*missing)
        self.missing = missing


# --- before


def plan(ladder: Ladder, item: Item, trial_id: str, now: datetime) -> Trial:
    """A trial of an item, with its circumstances and what it says to drop filled in."""
    before = Before(contexts=item.contexts, dropped=item.safety_behaviours)
    return Trial(
        id=trial_id,
        ladder=ladder.id,
        item=item.id,
        situation=item.situation,
        mode=ladder.mode,
        planned_at=now,
        safety_behaviours=item.safety_behaviours,
        before=before,
        body_exposure=item.body_exposure,
    )


def plan_again(trial: Trial, ladder: Ladder, item: Item, now: datetime) -> Trial:
    """A trial that is still planned, with its item as it is now; what was written stays.

    One that was only looked at is planned anew.
    """
    _must_be(trial, State.PLANNED)
    if not is_prepared(trial):
        return plan(ladder, item, trial.id, now)
    known = {each.id for each in trial.safety_behaviours}
    kept = {each.id for each in trial.before.dropped}
    dropped = (each for each in item.safety_behaviours if each.id in kept or each.id not in known)
    return replace(
        trial,
        situation=item.situation,
        mode=ladder.mode,
        safety_behaviours=item.safety_behaviours,
        before=replace(trial.before, dropped=tuple(dropped)),
        body_exposure=item.body_exposure,
    )


def is_prepared(trial: Trial) -> bool:
    """Whether something was written for a trial that has not begun."""
    said = replace(trial.before, contexts=Contexts(), dropped=())
    return trial.state is State.PLANNED and said != Before()


def prepare(trial: Trial, before: Before) -> Trial:
    """With what was written down beforehand; only before it begins."""
    _must_be(trial, State.PLANNED)
    _check(before.expectancy, before.peak, before.urge)
    return replace(trial, before=before)


def begin(trial: Trial, wall: datetime, suds: int | None = None) -> Trial:
    """Running from now on, with the SUDS at the start where it is given."""
    _must_be(trial, State.PLANNED)
    begun = replace(trial, state=State.RUNNING, clock=TrialClock(wall, 0.0, wall, running=True))
    return begun if suds is None else add_suds(begun, Tick(0.0, wall), suds)


# --- during


def add_suds(trial: Trial, tick: Tick, suds: int) -> Trial:
    """With one more reading of distress, 0-100."""
    _check(suds)
    running, clock = _ticked(trial, tick)
    during = running.during
    return replace(
        running, during=replace(during, suds=(*during.suds, Reading(clock.seconds, suds)))
    )


def correct_suds(trial: Trial, tick: Tick, suds: int) -> Trial:
    """With another number for the last reading, as when more digits of it were typed."""
    if not trial.during.suds:
        return add_suds(trial, tick, suds)
    _check(suds)
    running, _clock = _ticked(trial, tick)
    *earlier, last = running.during.suds
    read = (*earlier, replace(last, value=suds))
    return replace(running, during=replace(running.during, suds=read))


def take_back(trial: Trial, tick: Tick) -> Trial:
    """Without what was noted last, as when a number was touched by mistake."""
    running, _clock = _ticked(trial, tick)
    during = running.during
    # of several at one moment the one that is shown last (see `words.noticed`)
    at = [stream[-1].at if stream else -1.0 for stream in (during.suds, during.expectancy)]
    if during.log and during.log[-1].at >= max(at):
        shorter = replace(during, log=during.log[:-1])
    elif during.expectancy and at[1] >= at[0]:
        shorter = replace(during, expectancy=during.expectancy[:-1])
    else:
        shorter = replace(during, suds=during.suds[:-1])
    return replace(running, during=shorter)


def add_expectancy(trial: Trial, tick: Tick, percent: int) -> Trial:
    """With how likely the feared outcome seems at this moment, 0-100."""
    _check(percent)
    running, clock = _ticked(trial, tick)
    during = running.during
    given = (*during.expectancy, Reading(clock.seconds, percent))
    return replace(running, during=replace(during, expectancy=given))


def note(trial: Trial, tick: Tick, entry: LogEntry) -> Trial:
    """With an entry in its log, at this moment; the trial goes on whatever it says."""
    _check(entry.urge)
    running, clock = _ticked(trial, tick)
    during = running.during
    return replace(
        running, during=replace(during, log=(*during.log, replace(entry, at=clock.seconds)))
    )


def asked_about_calming(trial: Trial) -> Trial:
    """Remembering that it was asked whether to open a relaxation exercise now."""
    _must_be(trial, State.RUNNING)
    return replace(trial, during=replace(trial.during, calming_asked=True))


# --- after


def go_on(trial: Trial) -> Trial:
    """Under way again, as when it was ended by mistake; the time since counts."""
    _must_be(trial, State.TO_REFLECT)
    clock = replace(trial.clock, running=True) if trial.clock is not None else None
    after = replace(trial.after, ending=None)
    return replace(trial, state=State.RUNNING, clock=clock, after=after)


def end(trial: Trial, tick: Tick, suds: int | None = None) -> Trial:
    """Over as planned; `suds` at the end, 0-100, also counts as its last reading."""
    return _over(trial, tick, suds, Ending.BY_PLAN)


def stop(trial: Trial, tick: Tick, suds: int | None = None) -> Trial:
    """Over before its planned end; it is reflected on like any other."""
    return _over(trial, tick, suds, Ending.STOPPED)


def reflect(trial: Trial, after: After) -> Trial:
    """With what is written of it so far; how it ended stays as it is. Raises OutcomeMissing."""
    _must_be(trial, State.TO_REFLECT, State.DONE)
    _check(after.surprise, after.expectancy, after.suds, after.urge)
    reflected = replace(trial, after=replace(after, ending=trial.after.ending))
    if trial.state is State.DONE:
        _needs_outcome(reflected)
    return reflected


def missing(trial: Trial) -> tuple[Missing, ...]:
    """What is still wanted before it can be done."""
    wanted = []
    if not trial.after.happened.strip():
        wanted.append(Missing.HAPPENED)
    if trial.after.came_true is None:
        wanted.append(Missing.CAME_TRUE)
    return tuple(wanted)


def close(trial: Trial, wall: datetime) -> Trial:
    """Done; raises OutcomeMissing."""
    _must_be(trial, State.TO_REFLECT)
    _needs_outcome(trial)
    return replace(trial, state=State.DONE, closed_at=wall)


def _over(trial: Trial, tick: Tick, suds: int | None, ending: Ending) -> Trial:
    if suds is not None:
        trial = add_suds(trial, tick, suds)
    running, clock = _ticked(trial, tick)
    after = replace(running.after, suds=suds, ending=ending)
    stopped = replace(clock, running=False)
    return replace(running, state=State.TO_REFLECT, clock=stopped, after=after)


def _ticked(trial: Trial, tick: Tick) -> tuple[Trial, TrialClock]:
    """The trial with its clock set by the tick, never before what was noted; and that clock."""
    _must_be(trial, State.RUNNING)
    during = trial.during
    streams = (during.suds, during.expectancy, during.log)
    last = max((stream[-1].at for stream in streams if stream), default=0.0)
    at = max(round(tick.seconds, 1), last)
    started_at = trial.at  # when it was planned, in a file from which somebody took the clock
    clock = TrialClock(started_at, at, tick.wall, running=True)
    return replace(trial, clock=clock), clock


def _must_be(trial: Trial, *states: State) -> None:
    if trial.state not in states:
        raise WrongState(trial.state)


def _needs_outcome(trial: Trial) -> None:
    if wanted := missing(trial):
        raise OutcomeMissing(wanted)


def _check(*numbers: int | None) -> None:
    if any(number is not None and not 0 <= number <= 100 for number in numbers):
        raise ValueError("a number outside of 0-100")
