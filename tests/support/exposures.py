"""Ladders and trials for tests of the exposure tool."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from copingkit.tools.exposure import flow
from copingkit.tools.exposure.ladder import Contexts, Item, Ladder, Mode, SafetyBehaviour
from copingkit.tools.exposure.pace import Tick
from copingkit.tools.exposure.trial import After, Before, CameTrue, PlannedEnd, Trial

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)

PHONE = SafetyBehaviour("s-phone", "Holding my phone")
WASH = SafetyBehaviour("s-wash", "Washing my hands", ritual=True)
TRAM = Item(
    "i-tram",
    "Two stops on the tram",
    60,
    contexts=Contexts("Tram 4", "alone", "morning"),
    safety_behaviours=(PHONE,),
)
QUEUE = Item("i-queue", "Queue at the till", 40, safety_behaviours=(PHONE, WASH))
HALL = Item("i-hall", "A full hall", 80)
LADDER = Ladder("l-1", "Fainting where nobody helps", items=(TRAM, QUEUE, HALL))


def tick(minutes: float) -> Tick:
    """So many minutes after NOON, in a trial that began then."""
    return Tick(minutes * 60, NOON + timedelta(minutes=minutes))


def running(mode: Mode = Mode.LEARNING, *suds: int, end: PlannedEnd | None = None) -> Trial:
    """A trial begun at NOON, with a reading each minute from the start on."""
    planned = flow.plan(replace(LADDER, mode=mode), TRAM, "t-1", NOON)
    before = replace(planned.before, feared="I faint", expectancy=70, end=end or PlannedEnd())
    trial = flow.begin(flow.prepare(planned, before), NOON)
    for minute, number in enumerate(suds):
        trial = flow.add_suds(trial, tick(minute), number)
    return trial


def done(
    trial_id: str = "t-1",
    *,
    item: Item = TRAM,
    day: int = 0,
    before: Before | None = None,
    after: After | None = None,
) -> Trial:
    """A trial of so many days after NOON that was reflected on and closed."""
    at = NOON + timedelta(days=day)
    planned = flow.plan(LADDER, item, trial_id, at)
    trial = flow.begin(flow.prepare(planned, before or planned.before), at)
    trial = flow.end(trial, Tick(600.0, at + timedelta(minutes=10)))
    written = after or After("I stood there", CameTrue.NO, learned="It passes")
    return flow.close(flow.reflect(trial, written), at + timedelta(minutes=15))
