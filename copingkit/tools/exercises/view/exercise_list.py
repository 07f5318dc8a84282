"""A list of exercises that makes its rows as they are wanted, a dozen at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from copingkit.tools.exercises.model import Exercise
from copingkit.tools.exercises.view.exercise_row import ExerciseRow
from copingkit.tools.exercises.works import Works
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.layout import column

AT_ONCE = 12
MakeRow = Callable[[Exercise, bool], ExerciseRow]  # whether its Start stands out


class ExerciseList(QWidget):
    """Shows exercises; `make` makes a row. `grown`: there are more rows now."""

    grown = Signal()

    def __init__(self, make: MakeRow, at_once: int = AT_ONCE) -> None:
        super().__init__()
        self._make, self._at_once = make, at_once
        self._waiting: list[Exercise] = []
        self._works: Mapping[str, Works] = {}
        self.rows: list[ExerciseRow] = []
        self._more = button("", self._show_more, look="quiet", icon="down")
        self._box = column(self._more, spacing=8)
        self.setLayout(self._box)
        self._more.hide()

    def fill(self, exercises: Sequence[Exercise], *, first: bool = False) -> None:
        """Show these; with `first` the first one's Start stands out."""
        for old in self.rows:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows, self._waiting = [], list(exercises)
        self._add(first=first)

    def show_works(self, works: Mapping[str, Works]) -> None:
        """What is known of each by now."""
        self._works = works
        for made in self.rows:
            made.show_works(works.get(made.exercise.id))

    def _show_more(self) -> None:
        place = len(self.rows)
        self._add(first=False)
        self.grown.emit()
        self.rows[place].setFocus()

    def _add(self, *, first: bool) -> None:
        now, self._waiting = self._waiting[: self._at_once], self._waiting[self._at_once :]
        for exercise in now:
            made = self._make(exercise, first and not self.rows)
            made.show_works(self._works.get(exercise.id))
            self._box.insertWidget(len(self.rows), made)
            made.show()
            self.rows.append(made)
        self._more.setText(f" {translate('Library', '%n more', '', len(self._waiting))}")
        self._more.setAccessibleName(self._more.text().strip())
        self._more.setVisible(bool(self._waiting))
