"""Where the keyboard goes in the library when the row that had it is not suggested any more."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from copingkit.tools.exercises.view.exercise_list import ExerciseList


class HandingOn:
    """To the row that is then in its place; where its list is empty, to what belongs to the list.

    A page that something lies over hands it on when it is seen.
    """

    def __init__(self, page: QWidget, lists: Mapping[ExerciseList, QWidget]) -> None:
        """`lists` each with what has the keyboard while there is no row in it."""
        self._page, self._lists = page, lists
        self._lost: tuple[ExerciseList, int] | None = None

    def around(self, fill: Callable[[], None]) -> None:
        """Fill the lists anew."""
        at = self._page.focusWidget()
        held = [(shown, shown.place_of(at)) for shown in self._lists]
        fill()
        for shown, number in held:
            if number is not None and shown.place_of(at) is None:
                self._lost = shown, number
        if self._page.isVisible():
            self.go_on()

    def go_on(self) -> None:
        """The page is seen: hand it on, if it was lost."""
        if self._lost is None:
            return
        shown, number = self._lost
        self._lost = None
        if not shown.go_to(number):
            self._lists[shown].setFocus()
