"""A list of exercises that makes its rows as they are wanted, a dozen at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from copingkit.tools.exercises.model import Exercise
from copingkit.tools.exercises.view.exercise_row import ExerciseRow
from copingkit.tools.exercises.works import Works
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.layout import column

AT_ONCE = 12
AT_FIRST = 4  # as many as a window shows; the rest of the dozen comes when that is painted
MakeRow = Callable[[Exercise, bool], ExerciseRow]  # whether its Start stands out


class ExerciseList(QWidget):
    """Shows exercises; `make` makes a row. `grown`: there are more rows now."""

    grown = Signal()

    def __init__(self, make: MakeRow, at_once: int = AT_ONCE) -> None:
        super().__init__()
        self._make, self._at_once = make, at_once
        self._waiting: list[Exercise] = []
        self._due = 0  # how many of those who wait come without being asked for
        self._works: Mapping[str, Works] = {}
        self.rows: list[ExerciseRow] = []
        self._kept: dict[str, ExerciseRow] = {}  # of the list before, while it is filled again
        self._more = button("", self._show_more, look="quiet", icon="down")
        self._box = column(self._more, spacing=8)
        self.setLayout(self._box)
        self._more.hide()

    def fill(
        self, exercises: Sequence[Exercise], *, first: bool = False, again: bool = False
    ) -> None:
        """Show these; with `first` the first one's Start stands out.

        With `again` it is the list as it is now: no fewer rows than were there. Rows that stay
        are not made anew, so that the keyboard stays on them.
        """
        before = len(self.rows) + self._due if again else 0
        self._kept = {made.exercise.id: made for made in self.rows}
        for old in self.rows:
            self._box.removeWidget(old)
        self.rows, self._waiting = [], list(exercises)
        self._due = min(max(self._at_once, before), len(self._waiting))
        self._add(max(AT_FIRST, before), first=first)
        for old in self._kept.values():
            old.hide()
            old.deleteLater()
        self._kept = {}
        if self._due:
            QTimer.singleShot(0, self, self._add_due)

    def show_works(self, works: Mapping[str, Works]) -> None:
        """What is known of each by now."""
        self._works = works
        for made in self.rows:
            made.show_works(works.get(made.exercise.id))

    def show_favourites(self, marked: Collection[str]) -> None:
        """Which of them are marked by now."""
        for made in self.rows:
            made.show_favourite(marked=made.exercise.id in marked)

    def place_of(self, part: QWidget | None) -> int | None:
        """The number of the row that holds it; None where none does."""
        if part is None:
            return None
        held = (number for number, made in enumerate(self.rows) if made.isAncestorOf(part))
        return next(held, None)

    def go_to(self, number: int) -> bool:
        """Give the keyboard to the Start of that row, or of the last one; whether there is one."""
        if self.rows:
            self.rows[min(number, len(self.rows) - 1)].start.setFocus()
        return bool(self.rows)

    def _show_more(self) -> None:
        place = len(self.rows)
        self._due += min(self._at_once, len(self._waiting) - self._due)
        self._add_due()
        self.rows[place].start.setFocus()

    def _add_due(self) -> None:
        if self._due:
            self._add(self._due, first=False)
            self.grown.emit()

    def _add(self, most: int, *, first: bool) -> None:
        count = min(most, self._due)
        now, self._waiting = self._waiting[:count], self._waiting[count:]
        self._due -= count
        for exercise in now:
            made = self._row(exercise, first=first and not self.rows)
            made.show_works(self._works.get(exercise.id))
            self._box.insertWidget(len(self.rows), made)
            made.show()
            self.rows.append(made)
        left = len(self._waiting) - self._due
        self._more.setText(f" {translate('Library', '%n more', '', left)}")
        self._more.setAccessibleName(self._more.text().strip())
        self._more.setVisible(left > 0)

    def _row(self, exercise: Exercise, *, first: bool) -> ExerciseRow:
        old = self._kept.get(exercise.id)
        if old is None or not old.shows(exercise, first=first):
            return self._make(exercise, first)
        return self._kept.pop(exercise.id)
