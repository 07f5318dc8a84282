"""Keeps what is said during a crisis run: each answer at once, all in one record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from copingkit.core.clock import Clock
from copingkit.core.errors import EnvironmentProblem
from copingkit.tools.safety_plan.model import Step
from copingkit.tools.safety_plan.records import Answer, CrisisRun
from copingkit.tools.safety_plan.service import SafetyPlanService

Save = Callable[[CrisisRun], None]


def saving_to(service: SafetyPlanService) -> Save:
    """A `record` for the crisis run that makes one record of all its saves."""
    kept: list[str] = []

    def save(run: CrisisRun) -> None:
        if kept:
            service.amend_run(kept[0], run)
        else:
            kept.append(service.record_run(run).id)

    return save


class RunKeeper:
    """One run. Nothing is kept until the person says something: only looking leaves no trace.

    `save` gets the whole run each time; without it `keeps` is false and nobody should ask. A
    save that fails never stops the run: `unsaved` turns true and the next save brings it all.
    """

    def __init__(self, save: Save | None, clock: Clock) -> None:
        self._save = save
        self._clock = clock
        self._begun = False
        self.run = CrisisRun(clock.now())
        self.unsaved = False

    @property
    def keeps(self) -> bool:
        """Whether what is said can be kept."""
        return self._save is not None

    def answer_to(self, step: Step | None) -> Answer | None:
        """What was said of a step in this run."""
        return next((each.answer for each in self.run.answers if each.step is step), None)

    def answer(self, step: Step, answer: Answer) -> None:
        """Keep what was said of a step."""
        self._keep(self.run.answered(step, answer))

    def urge_before(self, urge: int | None) -> None:
        """Keep how strong the urge was at first, 0-10; None takes it back."""
        self._keep(replace(self.run, urge_before=urge))

    def urge_after(self, urge: int | None) -> None:
        """Keep how strong the urge is at the end, 0-10; None takes it back."""
        self._keep(replace(self.run, urge_after=urge))

    def note(self, what_helped: str) -> None:
        """Keep what helped, in the person's words."""
        if self._begun or what_helped:
            self._keep(replace(self.run, what_helped=what_helped))

    def end(self) -> None:
        """Keep when the run ended, if anything of it is kept."""
        if self._begun:
            self._keep(replace(self.run, ended_at=self._clock.now()))

    def _keep(self, run: CrisisRun) -> None:
        self.run = run
        if self._save is None:
            return
        self._begun = True
        try:
            self._save(run)
        except EnvironmentProblem:
            self.unsaved = True
        else:
            self.unsaved = False
