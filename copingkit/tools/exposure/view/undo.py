"""Undo after a removal: it outlives the page on which it was offered."""

from __future__ import annotations

from collections.abc import Callable

from copingkit.core.errors import EnvironmentProblem
from copingkit.ui.language import translate
from copingkit.ui.tool import Surroundings


def offer_undo(surroundings: Surroundings, undo: Callable[[], object]) -> None:
    """Say that something was removed, with Undo; what the machine refuses is said."""

    def call() -> None:
        try:
            undo()
        except EnvironmentProblem as problem:
            surroundings.notices.report(problem)

    surroundings.notices.offer_undo(
        translate("Exposure", "Removed. It stays in Recently removed for 30 days."), call
    )
