"""The made-up person's ladder for the tour: dogs, with some weeks of trials."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from copingkit.core.ids import new_id
from copingkit.tools.exposure import flow
from copingkit.tools.exposure.ladder import Contexts, Item, Ladder, SafetyBehaviour
from copingkit.tools.exposure.pace import Tick
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import (
    After,
    Before,
    CameTrue,
    LogEntry,
    LogKind,
    PlannedEnd,
    Trial,
)

# days ago, item, place, likely before, SUDS every three minutes, surprise, likely after
_PAST = (
    (24, 1, "river park", 80, (60, 70, 65, 55), 40, 60),
    (20, 1, "river park", 70, (55, 60, 50), 50, 50),
    (15, 1, "market", 60, (60, 55, 40, 35), 60, 35),
    (11, 2, "river park", 75, (70, 75, 70, 60), 70, 50),
    (6, 2, "river park", 55, (65, 60, 55), 55, 30),
    (2, 2, "market", 40, (60, 50, 45, 30), 65, 20),
)


def ladder() -> Ladder:
    """Four situations, from pictures to a hand on the fur."""
    phone = SafetyBehaviour(new_id(), "holding on to my phone")
    side = SafetyBehaviour(new_id(), "crossing to the other side")
    items = (
        Item(new_id(), "Look at pictures of dogs for ten minutes", 20, contexts=Contexts("home")),
        Item(
            new_id(),
            "Sit on a bench where dogs walk by",
            45,
            contexts=Contexts("river park", "alone", "morning"),
            safety_behaviours=(phone,),
        ),
        Item(
            new_id(),
            "Walk past a dog on a lead",
            60,
            contexts=Contexts("river park", "with Mira"),
            safety_behaviours=(phone, side),
        ),
        Item(new_id(), "Stroke my sister's dog", 85),
    )
    return Ladder(
        "",
        "Dogs",
        cost="I take the long way to work and never visit my sister.",
        why="I want to be there when my nephew learns to ride his bike.",
        items=items,
    )


def fill(service: ExposureService, now: datetime) -> tuple[Ladder, Trial]:
    """Keep the ladder and its trials; gives the ladder and the newest trial, which is done."""
    kept = service.save_ladder(ladder())
    newest = service.plan_trial(kept.id, kept.items[2].id)
    for days, number, place, likely, suds, surprise, after in _PAST:
        begun = now - timedelta(days=days)
        trial = flow.plan(kept, kept.items[number], new_id(), begun)
        before = Before(
            feared="A dog runs at me and nobody holds it back",
            expectancy=likely,
            wrong_if="Dogs pass and look at something else",
            end=PlannedEnd(15),
            peak=80,
            contexts=replace(trial.before.contexts, place=place),
            dropped=trial.safety_behaviours[:1],
        )
        newest = service.save_trial(_gone_through(trial, before, suds, surprise, after))
    return kept, newest


def _gone_through(
    trial: Trial, before: Before, suds: tuple[int, ...], surprise: int, likely: int
) -> Trial:
    begun = trial.planned_at
    trial = flow.begin(flow.prepare(trial, before), begun, suds[0])
    for number, value in enumerate(suds[1:], start=1):
        trial = flow.add_suds(trial, _tick(begun, 3 * number), value)
    feeling = LogEntry(LogKind.FEELING, "fear, then something like curiosity")
    trial = flow.note(trial, _tick(begun, 13), feeling)
    trial = flow.end(trial, _tick(begun, 15), suds[-1])
    after = After(
        happened="Five dogs came by. One looked at me and sneezed.",
        came_true=CameTrue.NO,
        surprise=surprise,
        learned="They are busy with their own walk.",
        expectancy=likely,
        suds=suds[-1],
    )
    return flow.close(flow.reflect(trial, after), begun + timedelta(minutes=20))


def _tick(begun: datetime, minutes: float) -> Tick:
    return Tick(60 * minutes, begun + timedelta(minutes=minutes))
