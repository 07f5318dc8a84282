"""What Home says, read from what is open."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from copingkit.core.clock import Clock
from copingkit.shell.home import ExposureState, HomePage, HomeState, UnderWay
from copingkit.shell.pages import Host
from copingkit.tools.exercises.model import Need
from copingkit.tools.exercises.tool import TOOL as EXERCISES
from copingkit.tools.exposure.tool import TOOL as EXPOSURE
from copingkit.tools.safety_plan.tool import TOOL as SAFETY_PLAN

_OFFERED = 2


def home_page(host: Host) -> QWidget:
    """Home as things stand at this moment."""
    plan = host.session.service(SAFETY_PLAN)
    opened = host.door.open
    runs = plan.runs(limit=1)
    state = HomeState(
        plan_is_empty=plan.plan.is_empty,
        changed_days_ago=_days_ago(host.clock, plan.changed_at),
        looked_at_days_ago=_days_ago(host.clock, runs[0].value.started_at if runs else None),
        words_confirmed=opened is None or opened.words_confirmed,
        has_country=bool(host.preferences.country),
        exercises=_exercises(host),
        exposure=_exposure(host),
    )
    page = HomePage(state)
    page.link_requested.connect(host.open_link)
    return page


def _exercises(host: Host) -> tuple[tuple[str, str], ...]:
    """The last used one and the one that fits best for now, as (id, title).

    In place of a last one that was "worse" twice, and is offered no more, the next best.
    """
    service = host.session.service(EXERCISES)
    last = service.last_used()
    mine = (last,) if last is not None and service.still_offered(last.id) else ()
    best = service.suggested(Need.PANIC)[:_OFFERED]
    chosen = {each.id: each.title for each in mine + best}
    return tuple(chosen.items())[: _OFFERED if last is not None else 1]


def _exposure(host: Host) -> ExposureState | None:
    """What is under way there, else what was planned, else a card that is due."""
    service = host.session.service(EXPOSURE)
    running = service.running()
    if running is not None:
        return ExposureState(UnderWay.TRIAL, running.situation, f"trial/{running.id}")
    for over in service.to_reflect():
        return ExposureState(UnderWay.OUTCOME, over.situation, f"trial/{over.id}")
    for planned in service.prepared():
        return ExposureState(UnderWay.PLANNED, planned.situation, f"trial/{planned.id}")
    for card in service.deck.due(1):
        return ExposureState(UnderWay.CARD, card.situation, "cards")
    return None


def _days_ago(clock: Clock, moment: datetime | None) -> int | None:
    """Whole days in local time; 0 for today and for a clock that was set back."""
    if moment is None:
        return None
    days = (clock.now().astimezone().date() - moment.astimezone().date()).days
    return max(days, 0)
