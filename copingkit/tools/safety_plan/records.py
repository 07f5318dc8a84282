"""What the safety plan keeps in the vault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from copingkit.core.records import JsonObject, Line, RecordKind
from copingkit.tools.safety_plan.forms import all_text
from copingkit.tools.safety_plan.model import Plan, RemovedItem, Step


class Answer(StrEnum):
    """What a person says of a step after trying it in a hard hour."""

    HELPED = "helped"
    A_LITTLE = "a_little"
    NOT_NOW = "not_now"


@dataclass(frozen=True, slots=True)
class StepAnswer:
    """The answer given at one step."""

    step: Step
    answer: Answer


@dataclass(frozen=True, slots=True)
class CrisisRun:
    """One going through the plan. Times are aware, in UTC; urges are 0-10 or not given."""

    started_at: datetime
    ended_at: datetime | None = None
    answers: tuple[StepAnswer, ...] = ()
    urge_before: int | None = None
    urge_after: int | None = None
    what_helped: str = ""

    def answered(self, step: Step, answer: Answer) -> CrisisRun:
        """The run with this answer in place of any earlier one for the step."""
        others = tuple(each for each in self.answers if each.step is not step)
        return replace(self, answers=(*others, StepAnswer(step, answer)))


def _plan_lines(plan: Plan) -> Iterator[Line]:
    for step in Step:
        for item in plan.items(step):
            yield Line(all_text(item), item.id)


def _removed_lines(removed: RemovedItem) -> Iterator[Line]:
    yield Line(all_text(removed.item), removed.item.id)


def _run_lines(run: CrisisRun) -> Iterator[Line]:
    if run.what_helped:
        yield Line(run.what_helped)


def _plan_with_exercises(plan: JsonObject) -> JsonObject:
    """Format 0 to 1: an entry may stand for an exercise."""
    return {step: [item | {"exercise": ""} for item in items] for step, items in plan.items()}


def _removed_with_exercise(removed: JsonObject) -> JsonObject:
    """Format 0 to 1: an entry may stand for an exercise."""
    return removed | {"item": removed["item"] | {"exercise": ""}}


PLAN = RecordKind("safety_plan.plan", Plan, _plan_lines, migrations=(_plan_with_exercises,))
REMOVED_ITEM = RecordKind(
    "safety_plan.removed_item",
    RemovedItem,
    _removed_lines,
    migrations=(_removed_with_exercise,),
)
CRISIS_RUN = RecordKind(
    "safety_plan.crisis_run",
    CrisisRun,
    _run_lines,
    occurred_at=lambda run: run.started_at,
)
