"""The exercises as an entry of the sidebar; nothing of them is imported before they are opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from copingkit.core.clock import Clock
from copingkit.core.records import RecordKind, RecordStore
from copingkit.ui.language import translate
from copingkit.ui.tool import Surroundings, Tool

if TYPE_CHECKING:
    from copingkit.tools.exercises.service import ExercisesService


def _kinds() -> tuple[RecordKind[Any], ...]:
    # late, like everything here: start-up knows only this file of the exercises
    from copingkit.tools.exercises.records import CHOICES, DRAFT, OWN, RUN

    return (OWN, RUN, CHOICES, DRAFT)


def _service(records: RecordStore | None, clock: Clock) -> ExercisesService:
    from copingkit.tools.exercises.service import ExercisesService  # late, as above

    return ExercisesService(records, clock)


def _page(service: ExercisesService, surroundings: Surroundings) -> QWidget:
    from copingkit.tools.exercises.view.library_page import LibraryPage  # late, as above

    return LibraryPage(service, surroundings)


def _restore_own(service: ExercisesService, record_id: str) -> None:
    service.restore_own(record_id)


TOOL: Tool[ExercisesService] = Tool(
    name="exercises",
    title=lambda: translate("Exercises", "Exercises"),
    icon="breath",
    kinds=_kinds,
    service=_service,
    page=_page,
    needs_vault=False,
    restore={"exercises.own": _restore_own},
)
