from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from copingkit.core.errors import VaultClosed
from copingkit.tools.safety_plan.records import CRISIS_RUN, PLAN, REMOVED_ITEM
from copingkit.tools.safety_plan.service import SafetyPlanService
from copingkit.tools.safety_plan.tool import TOOL
from copingkit.tools.safety_plan.view.plan_page import PlanPage
from tests.support.clock import HandClock
from tests.support.full_disk import FillableRecords
from tests.support.pages import Around
from tests.support.plans import sample_plan


def test_the_tool_says_what_it_keeps_and_needs() -> None:
    assert TOOL.kinds() == (PLAN, REMOVED_ITEM, CRISIS_RUN)
    assert {kind.tool for kind in TOOL.kinds()} == {TOOL.name}
    assert TOOL.needs_vault
    assert TOOL.title() == "Safety plan"


def test_without_a_vault_there_is_no_service(clock: HandClock) -> None:
    with pytest.raises(VaultClosed):
        TOOL.service(None, clock)


def test_a_removed_entry_is_brought_back_into_the_plan(
    records: FillableRecords, clock: HandClock, filled: SafetyPlanService
) -> None:
    removed_id = filled.remove("w2")
    service = TOOL.service(records, clock)
    TOOL.restore[REMOVED_ITEM.name](service, removed_id)
    assert service.plan == sample_plan()


def test_the_page_shows_the_plan(
    qtbot: QtBot, records: FillableRecords, clock: HandClock, filled: SafetyPlanService
) -> None:
    page = TOOL.page(TOOL.service(records, clock), Around(clock).surroundings())
    qtbot.addWidget(page)
    assert isinstance(page, PlanPage)
