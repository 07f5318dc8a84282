"""What is said of an exercise, before and after it, and what is offered when it was worse."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from copingkit.core.errors import EnvironmentProblem
from copingkit.tools.exercises.model import Exercise
from copingkit.tools.exercises.records import Answer, Felt
from copingkit.tools.exercises.service import ExercisesService
from copingkit.tools.exercises.suggestions import instead
from copingkit.tools.exercises.view.end_view import EndView
from copingkit.tools.exercises.view.played_run import PlayedRun


class Outcome:
    """Takes what is said at the end into the run; `keep` saves the run."""

    def __init__(
        self, exercise: Exercise, service: ExercisesService, run: PlayedRun, end: EndView
    ) -> None:
        self._exercise, self._service, self._run, self._end = exercise, service, run, end
        self.keep: Callable[[], None] = lambda: None
        end.said.connect(self._on_felt)
        end.after_said.connect(self._on_after)

    def say_worse(self) -> None:
        """It was left because it made things worse."""
        self._end.choose(Felt.WORSE)
        if not self._service.keeps:
            self._offer_other(twice=False)

    def answer_health(self, answer: Answer) -> None:
        """Keep what was said to the question about health."""
        try:
            self._service.answer_health(self._exercise.asks_first, answer)
        except EnvironmentProblem:
            self._run.unsaved = True  # it is asked again next time

    def _on_felt(self, felt: Felt) -> None:
        self._run.felt = felt
        self.keep()
        if felt is Felt.WORSE:
            known = self._service.works().get(self._exercise.id)
            self._offer_other(twice=known is not None and known.worse_twice)
        else:
            self._end.take_back()

    def others(self) -> Sequence[Exercise]:
        """What leads outwards, in place of this exercise."""
        return instead(self._service.all(), self._exercise.id, self._service.works())

    def _offer_other(self, *, twice: bool) -> None:
        self._end.offer(self.others(), twice=twice)

    def _on_after(self, number: int | None) -> None:
        self._run.after = number
        self.keep()
