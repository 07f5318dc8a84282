"""What is gone through in a hard hour, stop by stop and at most three lines at a time.

The order is that of the Safety Planning Intervention (Stanley & Brown 2012): from what one can
do alone to the people whose work it is to help; whoever wants may go to any stop at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from copingkit.tools.safety_plan.model import Item, Plan, Sort, Step
from copingkit.tools.safety_plan.prompts import Prompts
from copingkit.tools.safety_plan.view.numbers import NumberToCall, first_of
from copingkit.ui.language import translate

LINES: Final = 3
_HELPLINES_IN_STEP: Final = 3  # the emergency number and two lines; all others are one key away


class Filling(Enum):
    """Where the lines of a stop come from."""

    PLAN = "plan"
    EXERCISE = "exercise"  # the first exercise, where the plan says nothing to do alone
    HELPLINES = "helplines"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """One thing to read: what it is, its number if one can call it, and what helps with that.

    `exercise` is the id of the exercise that it stands for.
    """

    text: str
    number: str = ""
    details: tuple[str, ...] = ()
    check_first: bool = False
    exercise: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """An exercise that can be started at once: its id and its name."""

    exercise: str
    title: str


@dataclass(frozen=True, slots=True)
class Stop:
    """One step of the run; `key` is the digit that leads here and `step` what answers belong to."""

    key: int
    step: Step | None
    title: str
    intro: str
    lines: tuple[CrisisLine, ...]
    filling: Filling

    def pages(self, at_once: int) -> list[tuple[CrisisLine, ...]]:
        """The lines in portions of `at_once`; those with a number need the room of two."""
        calls = any(line.number for line in self.lines)
        size = max(1, at_once - 1) if calls else at_once
        starts = range(0, max(len(self.lines), 1), size)
        return [self.lines[start : start + size] for start in starts]

    @property
    def is_for_exercises(self) -> bool:
        """Whether an exercise fits here: what one can do alone."""
        return self.step is Step.COPING_STRATEGIES or self.filling is Filling.EXERCISE


def route(plan: Plan | None, helplines: Sequence[NumberToCall], prompts: Prompts) -> list[Stop]:
    """Every stop in order.

    Without a plan, or with one that says nothing yet, these are two: whom to call, and a first
    exercise. Otherwise the seven steps; some may have no lines, and Next passes over them.
    """
    lines = tuple(helpline(each) for each in first_of(tuple(helplines), _HELPLINES_IN_STEP))
    if plan is None or plan.is_empty:
        return [_helplines_stop(lines), _exercise_stop(2, None, prompts)]
    return [_stop(number, step, plan, lines, prompts) for number, step in enumerate(Step, 1)]


def helpline(number: NumberToCall) -> CrisisLine:
    """A helpline as it is read during the run."""
    text_line = translate("CrisisRun", "Write: {number}").replace("{number}", number.text_number)
    details = (number.hours, text_line if number.text_number else "", number.note)
    return CrisisLine(
        number.name,
        number.number,
        tuple(detail for detail in details if detail),
        number.check_first,
    )


def entry(item: Item) -> CrisisLine:
    """An entry of the plan as it is read during the run.

    Of an agreed action only the action itself and who helps, never what it is about.
    """
    if item.sort is Sort.ACTION:
        helper = item.helper if item.helper and item.helper not in item.text else ""
        return CrisisLine(item.text, details=(helper,) if helper else ())
    where = " · ".join(part for part in (item.relation or item.role, item.hours) if part)
    say = translate("CrisisRun", "I can say: {words}").replace("{words}", item.say)
    other = translate("CrisisRun", "Or: {words}").replace("{words}", item.workaround)
    details = (where, item.address, say if item.say else "", other if item.workaround else "")
    said = tuple(detail for detail in details if detail)
    return CrisisLine(item.text, item.phone, said, exercise=item.exercise)


def people(plan: Plan | None) -> tuple[CrisisLine, ...]:
    """Everybody in the plan: first who can be asked for help, then who is good company."""
    if plan is None:
        return ()
    everybody = (*plan.contacts, *plan.professionals, *plan.distractions)
    return tuple(
        entry(item)
        for item in everybody
        if item.sort is not Sort.PLACE and (item.text.strip() or item.phone)
    )


def _stop(
    key: int, step: Step, plan: Plan, helplines: tuple[CrisisLine, ...], prompts: Prompts
) -> Stop:
    lines = tuple(entry(item) for item in plan.items(step) if item.text.strip() or item.phone)
    if step is Step.COPING_STRATEGIES and not lines:
        return _exercise_stop(key, step, prompts)
    filling = Filling.PLAN if lines else Filling.NOTHING
    if step is Step.PROFESSIONALS:
        filling = Filling.PLAN if lines else Filling.HELPLINES
        lines += helplines
    return Stop(key, step, prompts.steps[step].crisis_title, "", lines, filling)


def _exercise_stop(key: int, step: Step | None, prompts: Prompts) -> Stop:
    exercise = prompts.first_exercise
    lines = tuple(CrisisLine(cue) for cue in exercise.cues)
    return Stop(key, step, exercise.title, exercise.caution, lines, Filling.EXERCISE)


def _helplines_stop(lines: tuple[CrisisLine, ...]) -> Stop:
    title = translate("CrisisRun", "Someone can listen to you now")
    return Stop(1, None, title, "", lines, Filling.HELPLINES)
