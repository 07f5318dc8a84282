"""Writing exercises of one's own: which kind, the form, files that are taken in, what is left."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from copingkit.core.errors import EnvironmentProblem
from copingkit.tools.exercises.model import Exercise, Kind
from copingkit.tools.exercises.own_parts import new
from copingkit.tools.exercises.service import ExercisesService
from copingkit.tools.exercises.view import exercise_files
from copingkit.tools.exercises.view.library_words import kind_words
from copingkit.tools.exercises.view.own_editor import OwnEditor
from copingkit.ui.language import translate
from copingkit.ui.tool import Notices
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, column, holder
from copingkit.ui.widgets.text import label
from copingkit.ui.widgets.typing_saver import TypingSaver


class OwnWriting(QWidget):
    """What is typed is kept as it is typed. `resume` is a card for the top of the page.

    `kept` (an Exercise) was saved or taken in; `opened`: the form is there, to be looked at.
    """

    kept = Signal(object)
    opened = Signal(object)

    def __init__(self, service: ExercisesService, notices: Notices) -> None:
        super().__init__()
        self._service, self._notices = service, notices
        self.editor: OwnEditor | None = None
        self._draft = ""  # the place of what the form says, once something was typed
        self._left = ""  # the place of what was left last
        self._saver = TypingSaver(self._keep_draft, self)
        self._place = column(spacing=16)
        self._refusal = exercise_files.Refusal()
        said = label(translate("Library", "There is an exercise that you began to write."))
        go_on = button(translate("Library", "Go on writing"), self.go_on, look="primary")
        self.resume = Card(said, Flow(go_on), look="soft-card")
        self._buttons = self._ways()
        title = label(translate("Library", "Write one of my own"), "h2")
        self.setLayout(
            column(holder(self._place), title, Flow(*self._buttons), self._refusal, spacing=16)
        )
        self.setFocusProxy(self._buttons[0])
        self.refresh()

    def _ways(self) -> list[QPushButton]:
        kinds = (Kind.BREATHING, *(kind for kind in Kind if kind is not Kind.BREATHING))
        made = [button(kind_words(kind), partial(self.write, kind), icon="plus") for kind in kinds]
        take = translate("Library", "Take in a file")
        asks = partial(exercise_files.ask_what_to_take_in, self, self.take_in)
        return [*made, button(take, asks)]

    # --- what one can do

    def write(self, kind: Kind) -> None:
        """Open the form for a new one of that kind."""
        self.change(new(kind))

    def change(self, exercise: Exercise) -> None:
        """Open the form with this one in it."""
        self._leave()
        self._open(exercise, "")

    def go_on(self) -> None:
        """Open the form with what was written in it before."""
        draft = self._service.drafts.newest()
        if draft is not None and self.editor is None:
            self._open(draft[1], draft[0])

    def take_in(self, path: Path) -> None:
        """Keep the exercise of a file, or say all that is wrong with it."""
        self._refusal.hide()
        try:
            made = exercise_files.take_in(path, self._service)
        except EnvironmentProblem as problem:
            self._refusal.tell(problem)
            self.opened.emit(self._refusal)
            return
        self.kept.emit(made)

    def flush(self) -> None:
        """Keep what is being written, now."""
        self._saver.flush()

    def refresh(self) -> None:
        """Something was kept: a form that was left may be back."""
        draft = self._service.drafts.newest()
        if draft is not None and draft[0] == self._left and self.editor is None:
            self._open(draft[1], draft[0])
        self.resume.setVisible(draft is not None and self.editor is None)

    # --- the form

    def _open(self, exercise: Exercise, draft: str) -> None:
        self._draft, self._left = draft, ""
        self.editor = OwnEditor(exercise)
        self.editor.typed.connect(self._saver.touch)
        self.editor.saved.connect(self._on_saved)
        self.editor.left.connect(self._leave)
        self._place.addWidget(self.editor)
        self.editor.show()  # in the same moment, not one turn of the event loop later
        self.editor.setFocus()
        self.resume.hide()
        self.opened.emit(self.editor)

    def _keep_draft(self) -> None:
        if self.editor is None or not self.editor.is_touched:
            return
        try:
            self._draft = self._service.drafts.keep(self.editor.draft, self._draft)
        except EnvironmentProblem as problem:
            self._notices.report(problem)

    def _leave(self) -> None:
        """Close the form; what was written in it comes back with Undo."""
        if self.editor is None:
            return
        self.flush()
        draft, self._left = self.editor.draft, self._draft
        self._close()
        if self._left:
            self._drop(self._left)
            said = translate("OwnExercise", "Closed without saving.")
            self._notices.offer_undo(said, partial(self._service.put_back, draft, self._left))
        self.refresh()

    def _on_saved(self, exercise: Exercise) -> None:
        try:
            made = self._service.save_own(exercise)
        except EnvironmentProblem as problem:
            self._notices.report(problem)
            return
        self._close()
        self._drop(self._draft)
        self.refresh()
        self.kept.emit(made)

    def _drop(self, place: str) -> None:
        try:
            self._service.drafts.drop(place)
        except EnvironmentProblem as problem:
            self._notices.report(problem)

    def _close(self) -> None:
        editor, self.editor = self.editor, None
        if editor is not None:
            self._place.removeWidget(editor)
            editor.hide()
            editor.deleteLater()
