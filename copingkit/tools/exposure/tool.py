"""Exposure as an entry of the sidebar; nothing of it is imported before it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from copingkit.core.clock import Clock
from copingkit.core.errors import VaultClosed
from copingkit.core.records import RecordKind, RecordStore
from copingkit.ui.language import translate
from copingkit.ui.tool import Surroundings, Tool

if TYPE_CHECKING:
    from copingkit.tools.exposure.service import ExposureService


def _kinds() -> tuple[RecordKind[Any], ...]:
    from copingkit.tools.exposure.records import KINDS  # late: start-up knows only this file

    return KINDS


def _service(records: RecordStore | None, clock: Clock) -> ExposureService:
    from copingkit.tools.exposure.service import ExposureService  # late, as above

    if records is None:
        raise VaultClosed
    return ExposureService(records, clock)


def _page(service: ExposureService, surroundings: Surroundings) -> QWidget:
    from copingkit.tools.exposure.view.exposure_page import ExposurePage  # late, as above

    return ExposurePage(service, surroundings)


TOOL: Tool[ExposureService] = Tool(
    name="exposure",
    title=lambda: translate("Exposure", "Exposure"),
    icon="ladder",
    kinds=_kinds,
    service=_service,
    page=_page,
    restore={
        "exposure.ladder": lambda service, record: service.restore_ladder(record),
        "exposure.removed_item": lambda service, record: service.restore_item(record),
        "exposure.trial": lambda service, record: service.restore_trial(record),
    },
)
