"""How a trial goes on in time: its clock, when to ask for a reading, when its plan lets it end.

An exposure goes on in the world, so time that the program was locked or closed counts by the
computer's clock. When that was set back, the time between is not known and counts as nothing:
the clock of a trial stands still or goes on, and is never negative.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from copingkit.tools.exposure.ladder import Mode
from copingkit.tools.exposure.trial import State, Trial, TrialClock

HABITUATION_MINUTES = 30.0
"""How long to stay where no time was set (clinical.md 2.1: until it halves or some 30 minutes)."""


class MayEnd(StrEnum):
    """Why a trial may end now by its own plan. It informs; one can stop at any time."""

    HALVED = "halved"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Tick:
    """A moment in a running trial: `seconds` since its start, and the wall time (UTC).

    To say afterwards when it ended, give `end` or `stop` a tick with fewer `seconds`.
    """

    seconds: float
    wall: datetime


def elapsed(clock: TrialClock, wall: datetime) -> float:
    """Seconds since the start by a kept clock; never less than it already stood at."""
    gone_by = (wall - clock.read_at).total_seconds() if clock.running else 0.0
    return clock.seconds + max(0.0, gone_by)


def cue_due(trial: Trial, seconds: float) -> bool:
    """Whether to ask for a SUDS reading: the set minutes have passed since the last one."""
    every = trial.before.cue_minutes * 60
    last = trial.during.suds[-1].at if trial.during.suds else 0.0
    return trial.state is State.RUNNING and every > 0 and seconds - last >= every


def peak_suds(trial: Trial) -> int | None:
    """The highest reading; None without any."""
    return max([reading.value for reading in trial.during.suds], default=None)


def may_end(trial: Trial, seconds: float) -> MayEnd | None:
    """Why it may end by its own plan at `seconds`, else None.

    Time: the planned minutes are over. In habituation mode also: the last reading is at most half
    of the highest of this trial (as commonly taught; clinical.md 2.1 says "halves"), and without
    any planned end it is time after HABITUATION_MINUTES. What ends with something done is known
    to the person alone. In learning mode a drop of distress is no reason (Craske 2014).
    """
    if trial.state is not State.RUNNING:
        return None
    habituation = trial.mode is Mode.HABITUATION
    peak = peak_suds(trial)
    if habituation and peak and trial.during.suds[-1].value * 2 <= peak:
        return MayEnd.HALVED
    planned = trial.before.end
    minutes = planned.minutes
    if minutes is None and habituation and not planned.behaviour.strip():
        minutes = HABITUATION_MINUTES
    return MayEnd.TIME if minutes is not None and seconds >= minutes * 60 else None
