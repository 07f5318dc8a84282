"""The library of exercises, as tests open it and read it."""

from __future__ import annotations

from collections.abc import Callable

from copingkit.tools.exercises.view.exercise_row import ExerciseRow
from copingkit.tools.exercises.view.library_page import LibraryPage

OpenLibrary = Callable[[], LibraryPage]


def titles(page: LibraryPage) -> list[str]:
    """The exercises in the list of all."""
    return [row.exercise.title for row in page._all.rows]


def row_of(page: LibraryPage, title: str) -> ExerciseRow:
    """The row of an exercise in that list."""
    return next(row for row in page._all.rows if row.exercise.title == title)
