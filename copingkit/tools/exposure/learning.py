"""Retrieval cards from trials that are done, and when to recall them: pure values and steps.

Recalling what was learned brings it back where it is needed (Craske 2014, retrieval cues). That
recall spread over days lasts longer than recall in one go is well shown; growing gaps are no
worse than equal ones and keep more of it ready on the way (Kang and others 2014; Latimier and
others 2021). The gaps themselves are our choice. Nothing counts days in a row, and what was not
recalled in time does not pile up.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from copingkit.tools.exposure.flow import WrongState
from copingkit.tools.exposure.trial import CameTrue, State, Trial

GAPS: Final = tuple(timedelta(days=days) for days in (1, 3, 7, 14, 30, 60, 120))
"""How long until the next recall, after none, one, two ... in time; the last one repeats."""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """When the card of a trial is to be recalled; its words stay in the trial alone.

    `step` is the place in GAPS. Times are in UTC. Without `due_at` the card rests: it is in the
    deck, and nothing asks for it.
    """

    trial: str
    ladder: str
    due_at: datetime | None
    step: int = 0
    rehearsed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """What was feared, what happened, what was learned; what nobody wrote is empty."""

    trial: str
    ladder: str
    situation: str
    feared: str
    happened: str
    learned: str
    came_true: CameTrue | None
    at: datetime
    rehearsal: Rehearsal


def card(trial: Trial, rehearsal: Rehearsal) -> Card:
    """The card of a trial; raises WrongState unless it is done."""
    if trial.state is not State.DONE:
        raise WrongState(trial.state)
    return Card(
        trial=trial.id,
        ladder=trial.ladder,
        situation=trial.situation,
        feared=trial.before.feared,
        happened=trial.after.happened,
        learned=trial.after.learned,
        came_true=trial.after.came_true,
        at=trial.at,
        rehearsal=rehearsal,
    )


def first(trial: Trial, now: datetime) -> Rehearsal:
    """For a trial that was just closed: due after the first gap."""
    return Rehearsal(trial.id, trial.ladder, now + GAPS[0])


def is_due(rehearsal: Rehearsal, now: datetime) -> bool:
    """Whether it is time to recall it."""
    return rehearsal.due_at is not None and rehearsal.due_at <= now


def rehearsed(rehearsal: Rehearsal, now: datetime, *, recalled: bool) -> Rehearsal:
    """After recalling it, or reading it where it did not come back.

    Recalled in time, the next gap is longer; before its time nothing moves, so that looking again
    and again changes nothing. Not recalled, the gaps begin with the first.
    """
    seen = replace(rehearsal, rehearsed_at=now)
    if not recalled:
        return replace(seen, step=0, due_at=now + GAPS[0])
    if not is_due(rehearsal, now):
        return seen
    step = min(rehearsal.step + 1, len(GAPS) - 1)
    return replace(seen, step=step, due_at=now + GAPS[step])


def at_rest(rehearsal: Rehearsal) -> Rehearsal:
    """Not asked for any more."""
    return replace(rehearsal, due_at=None)


def woken(rehearsal: Rehearsal, now: datetime) -> Rehearsal:
    """Asked for again, from the first gap on."""
    return replace(rehearsal, step=0, due_at=now + GAPS[0])
