"""Exercises as files: taken in with every fault told, saved with the same format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from copingkit.core import files
from copingkit.core.errors import EnvironmentProblem, FileRefused, FileUnreadable
from copingkit.core.file_names import file_name
from copingkit.tools.exercises import file_format
from copingkit.tools.exercises.file_writer import write
from copingkit.tools.exercises.model import Exercise
from copingkit.tools.exercises.service import ExercisesService
from copingkit.tools.exercises.view.library_words import fault_words
from copingkit.ui import file_dialogs, messages
from copingkit.ui.language import translate
from copingkit.ui.tool import Notices
from copingkit.ui.widgets.layout import Card, column
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.text import label

LARGEST = 1024 * 1024  # bytes; the format itself allows less


def take_in(path: Path, service: ExercisesService) -> Exercise:
    """Keep the exercise of a file as one's own; one that is there already stays beside it.

    Raises FileRefused (with all its faults), FileUnreadable and what saving raises.
    """
    try:
        text = files.read(path, LARGEST).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileUnreadable(path.name) from error
    return service.save_own(replace(file_format.read(text, path.name), id="taken-in"))


def save_as(path: Path, exercise: Exercise) -> None:
    """Write the exercise into a file; raises DiskFull, FolderGone or FolderNotWritable."""
    files.write_atomically(path, write(exercise).encode())


class Refusal(Card):
    """Why a file was not taken in: hidden until there is something to tell."""

    def __init__(self) -> None:
        super().__init__(look="crisis-card")
        self._what = label("", "strong")
        self._faults = column(spacing=4)
        self.body.addLayout(column(self._what, self._faults, spacing=8))
        self.hide()

    def tell(self, problem: EnvironmentProblem) -> None:
        """Show and announce what is wrong, all of it."""
        words = messages.words_for(problem)
        self._what.setText(f"{words.what} {words.safe} {words.next}")
        while (item := self._faults.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        faults = problem.faults if isinstance(problem, FileRefused) else ()
        for fault in faults:
            self._faults.addWidget(label(fault_words(fault)))
        self.show()
        announce(self, words.what)


def ask_what_to_take_in(parent: QWidget, chosen: Callable[[Path], None]) -> None:
    """Let a file be chosen; nothing happens when none is."""
    file_dialogs.ask_for_file(
        parent,
        translate("Library", "Take in an exercise"),
        chosen,
        kinds=translate("Library", "Exercises (*.toml)"),
    )


def offered_name(exercise: Exercise) -> str:
    """How its file is called until the person says otherwise: as the exercise is."""
    return f"{file_name(exercise.title, translate('Library', 'Exercise'))}.toml"


def ask_where_to_save(parent: QWidget, exercise: Exercise, notices: Notices) -> None:
    """Let a place be chosen, save there and say that the file is not protected."""

    def save(path: Path) -> None:
        try:
            save_as(path, exercise)
        except EnvironmentProblem as problem:
            notices.report(problem)
        else:
            notices.say(translate("Library", "Saved. The file is not protected."))

    file_dialogs.ask_where_to_save(
        parent,
        translate("Library", "Save the exercise as a file"),
        offered_name(exercise),
        save,
        kinds=translate("Library", "Exercises (*.toml)"),
    )
