"""The helplines as an entry of the sidebar; they work without a vault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from copingkit.core.clock import Clock
from copingkit.core.records import RecordKind, RecordStore
from copingkit.ui.language import translate
from copingkit.ui.tool import Surroundings, Tool

if TYPE_CHECKING:
    from copingkit.tools.helplines.service import HelplinesService


def _kinds() -> tuple[RecordKind[Any], ...]:
    from copingkit.tools.helplines.records import OWN_LINE  # late, like everything here

    return (OWN_LINE,)


def _service(records: RecordStore | None, _clock: Clock) -> HelplinesService:
    # not on the way to the plan
    from copingkit.tools.helplines.service import HelplinesService

    return HelplinesService(records)


def _page(service: HelplinesService, surroundings: Surroundings) -> QWidget:
    # the page is imported when it is first shown
    from copingkit.tools.helplines.view.helplines_page import HelplinesPage

    return HelplinesPage(service, surroundings)


TOOL: Tool[HelplinesService] = Tool(
    name="helplines",
    title=lambda: translate("Helplines", "Helplines"),
    icon="phone",
    kinds=_kinds,
    service=_service,
    page=_page,
    needs_vault=False,
)
