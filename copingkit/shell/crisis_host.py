"""Gives the crisis run what it shows: the plan if one is open, and the country's lines."""

from __future__ import annotations

from copingkit.core.clock import Clock
from copingkit.core.errors import ContentDamaged, EnvironmentProblem
from copingkit.core.ids import new_id
from copingkit.shell.session import Session
from copingkit.tools.helplines.model import Helpline, Kind, OwnLine
from copingkit.tools.helplines.service import HelplinesService
from copingkit.tools.helplines.tool import TOOL as HELPLINES
from copingkit.tools.helplines.view.wording import hours
from copingkit.tools.safety_plan.model import Item, Plan, Sort, Step
from copingkit.tools.safety_plan.service import SafetyPlanService
from copingkit.tools.safety_plan.tool import TOOL as SAFETY_PLAN
from copingkit.tools.safety_plan.view.crisis_route import Offer
from copingkit.tools.safety_plan.view.crisis_run import CrisisRun
from copingkit.tools.safety_plan.view.numbers import NumberToCall, in_order
from copingkit.tools.safety_plan.view.run_keeper import saving_to


def crisis_run(session: Session, country: str, clock: Clock, *, can_unlock: bool) -> CrisisRun:
    """The crisis run for what is open now; without a vault it has the lines and an exercise."""
    lines = numbers(session.service(HELPLINES), country)
    if session.records is None:
        return CrisisRun(
            None,
            lines,
            clock,
            country_missing=not country,
            can_unlock=can_unlock,
            offer=lambda: offer(session),
        )
    service = session.service(SAFETY_PLAN)
    return CrisisRun(
        _plan(service),
        lines,
        clock,
        record=saving_to(service),
        add_strategy=lambda text: _add_strategy(service, text),
        country_missing=not country,
        can_unlock=False,
        offer=lambda: offer(session),
        has_exercise=lambda name: has_exercise(session, name),
    )


def offer(session: Session) -> Offer | None:
    """The exercise that fits best in a hard hour; None when they cannot be read."""
    # asked for late: nothing of the exercises is on the way to the first step
    from copingkit.tools.exercises.model import Need
    from copingkit.tools.exercises.tool import TOOL as EXERCISES

    try:
        found = session.service(EXERCISES).suggested(Need.PANIC)
    except EnvironmentProblem:
        return None
    return Offer(found[0].id, found[0].title) if found else None


def has_exercise(session: Session, exercise_id: str) -> bool:
    """Whether an exercise that the plan names can be started; one's own may have been removed."""
    from copingkit.tools.exercises.tool import TOOL as EXERCISES  # late, as above

    try:
        session.service(EXERCISES).exercise(exercise_id)
    except (KeyError, EnvironmentProblem):
        return False
    return True


def numbers(service: HelplinesService, country: str) -> tuple[NumberToCall, ...]:
    """The country's lines and then the person's own; a broken table leaves only their own."""
    try:
        shipped = service.lines(country) if country else ()
    except ContentDamaged:
        shipped = ()
    own = tuple(_own_number(record.value) for record in service.own_lines())
    return in_order((*(_number(line) for line in shipped), *own))


def _number(line: Helpline) -> NumberToCall:
    text = f"{line.sms_keyword} → {line.sms}" if line.sms_keyword else line.sms
    return NumberToCall(
        name=line.name,
        number=line.phone,
        hours=hours(line.hours),
        note=line.hint,
        text_number=text,
        emergency=line.kind is Kind.EMERGENCY,
        check_first=line.one_source,
    )


def _own_number(line: OwnLine) -> NumberToCall:
    return NumberToCall(line.name, line.phone, line.hours, line.note)


def _plan(service: SafetyPlanService) -> Plan | None:
    try:
        return service.plan
    except EnvironmentProblem:
        return None  # a damaged vault must not keep the numbers from being shown


def _add_strategy(service: SafetyPlanService, text: str) -> None:
    service.add(Step.COPING_STRATEGIES, Item(new_id(), Sort.ENTRY, text))
