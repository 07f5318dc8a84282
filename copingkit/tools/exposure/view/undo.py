"""Undo after a removal, or an end by mistake: it outlives the page on which it was offered."""

from __future__ import annotations

from collections.abc import Callable

from copingkit.core.errors import EnvironmentProblem
from copingkit.core.links import Link
from copingkit.tools.exposure import flow
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import State
from copingkit.ui.language import translate
from copingkit.ui.tool import Surroundings


def offer_undo(surroundings: Surroundings, undo: Callable[[], object]) -> None:
    """Say that something was removed, with Undo; what the machine refuses is said."""
    said = translate("Exposure", "Removed. It stays in Recently removed for 30 days.")
    surroundings.notices.offer_undo(said, lambda: _call(surroundings, undo))


def offer_to_go_on(surroundings: Surroundings, service: ExposureService, trial_id: str) -> None:
    """Say that a trial is over, with Undo: then it is under way again and in front."""

    def go_on() -> None:
        here = Link("exposure", f"trial/{trial_id}")
        surroundings.open_link(here)  # what is being typed of it is kept first
        trial = service.trial(trial_id)
        if trial.state is State.TO_REFLECT:  # not one that is done meanwhile
            service.save_trial(flow.go_on(trial))
            surroundings.open_link(here)

    said = translate("Exposure", "The trial is over.")
    surroundings.notices.offer_undo(said, lambda: _call(surroundings, go_on))


def _call(surroundings: Surroundings, undo: Callable[[], object]) -> None:
    try:
        undo()
    except EnvironmentProblem as problem:
        surroundings.notices.report(problem)
