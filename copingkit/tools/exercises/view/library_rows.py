"""Makes the rows of the library and does what is asked of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from copingkit.core.errors import EnvironmentProblem
from copingkit.core.links import Link
from copingkit.tools.exercises.model import Exercise, Form
from copingkit.tools.exercises.service import ExercisesService
from copingkit.tools.exercises.view import exercise_files
from copingkit.tools.exercises.view.exercise_row import ExerciseRow, RowState, play_target
from copingkit.ui.language import translate
from copingkit.ui.tool import Surroundings


class LibraryRows(QObject):
    """`refused`: something could not be saved; `edited` (an Exercise): one's own is to change."""

    refused = Signal()
    edited = Signal(object)

    def __init__(
        self, service: ExercisesService, surroundings: Surroundings, page: QWidget
    ) -> None:
        super().__init__(page)
        self._service, self._around, self._page = service, surroundings, page

    def make_helped(self, exercise: Exercise, first: bool) -> ExerciseRow:
        """A row of what helped: it can go into the plan with one press."""
        return self.make(exercise, first, helped=True)

    def make(self, exercise: Exercise, first: bool, *, helped: bool = False) -> ExerciseRow:
        """A row; with `first` its Start stands out."""
        service = self._service
        state = RowState(
            favourite=exercise.id in service.favourites(),
            keeps=service.keeps,
            own=service.is_own(exercise.id),
            put_away=service.is_archived(exercise.id),
            first=first,
            helped=helped,
        )
        made = ExerciseRow(exercise, state)
        made.started.connect(partial(self._start, exercise))
        made.marked.connect(
            lambda on: self.guarded(lambda: service.set_favourite(exercise.id, on=on))
        )
        made.for_plan.connect(partial(self._offer_for_plan, exercise))
        made.copied.connect(lambda: self.guarded(lambda: self._copy(exercise)))
        made.exported.connect(partial(self._export, exercise))
        made.edited.connect(lambda: self.edited.emit(exercise))
        made.archived.connect(lambda on: self.guarded(lambda: self._archive(exercise, away=on)))
        made.removed.connect(lambda: self.guarded(lambda: self._remove(exercise)))
        return made

    def guarded(self, call: Callable[[], object]) -> None:
        """Do it; what the machine refuses is said."""
        try:
            call()
        except EnvironmentProblem as problem:
            self._around.notices.report(problem)
            self.refused.emit()

    def _start(self, exercise: Exercise, form: Form) -> None:
        self._around.open_link(Link("exercises", play_target(exercise, form)))

    def _offer_for_plan(self, exercise: Exercise) -> None:
        target = f"suggest/{exercise.id}/{exercise.title}"
        self._around.open_link(Link("safety_plan", target))

    def _export(self, exercise: Exercise) -> None:
        exercise_files.ask_where_to_save(self._page, exercise, self._around.notices)

    def _copy(self, exercise: Exercise) -> None:
        title = translate("Library", "{title} (mine)").replace("{title}", exercise.title)
        made = self._service.duplicate(exercise.id, title)
        said = translate("Library", "“{title}” is among your exercises now.")
        self._around.notices.say(said.replace("{title}", made.title))

    def _archive(self, exercise: Exercise, *, away: bool) -> None:
        self._service.archive(exercise.id, archived=away)
        if away:
            self._around.notices.offer_undo(
                translate("Library", "Put away. “Only what I put away” shows it."),
                lambda: self.guarded(lambda: self._service.archive(exercise.id, archived=False)),
            )

    def _remove(self, exercise: Exercise) -> None:
        record_id = self._service.remove_own(exercise.id)
        self._around.notices.offer_undo(
            translate("Library", "Removed. It stays in Recently removed for 30 days."),
            lambda: self.guarded(lambda: self._service.restore_own(record_id)),
        )
