"""The safety plan as an entry of the sidebar."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from copingkit.core.clock import Clock
from copingkit.core.errors import VaultClosed
from copingkit.core.records import RecordKind, RecordStore
from copingkit.tools.safety_plan.records import CRISIS_RUN, PLAN, REMOVED_ITEM
from copingkit.tools.safety_plan.service import SafetyPlanService
from copingkit.ui.language import translate
from copingkit.ui.tool import Surroundings, Tool


def _kinds() -> tuple[RecordKind[Any], ...]:
    return (PLAN, REMOVED_ITEM, CRISIS_RUN)


def _service(records: RecordStore | None, clock: Clock) -> SafetyPlanService:
    if records is None:
        raise VaultClosed
    return SafetyPlanService(records, clock)


def _page(service: SafetyPlanService, surroundings: Surroundings) -> QWidget:
    # the page is imported when it is first shown
    from copingkit.tools.safety_plan.view.plan_page import PlanPage

    return PlanPage(service, surroundings)


TOOL: Tool[SafetyPlanService] = Tool(
    name="safety_plan",
    title=lambda: translate("SafetyPlan", "Safety plan"),
    icon="plan",
    kinds=_kinds,
    service=_service,
    page=_page,
    restore={REMOVED_ITEM.name: SafetyPlanService.restore_removed},
)
