"""Keeps one run as it goes on; a save that fails never stops an exercise."""

from __future__ import annotations

from typing import Final

from copingkit.core.errors import EnvironmentProblem
from copingkit.tools.exercises.model import Exercise, Form
from copingkit.tools.exercises.playback import Playback
from copingkit.tools.exercises.records import Felt
from copingkit.tools.exercises.service import ExercisesService

KEEP_EVERY_S: Final = 10.0


class PlayedRun:
    """From Start on one record; `unsaved`: the last save failed, the next brings it all."""

    def __init__(self, service: ExercisesService, exercise: Exercise) -> None:
        self._service, self._exercise = service, exercise
        self._id = ""
        self._kept_at, self._begun = 0.0, False
        self.form = Form.FULL
        self.before: int | None = None
        self.after: int | None = None
        self.felt: Felt | None = None
        self.unsaved = False

    def say_before(self, distress: int | None) -> None:
        """How bad it was before, 0-10, or None when that is taken back; kept with the start."""
        self.before = distress

    def start(self, form: Form) -> None:
        """Keep that it was begun."""
        if self._begun:  # once more: what it was like then is what it is like now
            self.before = self.after
        self.form, self._id, self._kept_at, self._begun = form, "", 0.0, True
        self.after, self.felt = None, None
        self._try_to_start()

    def keep(self, playback: Playback) -> None:
        """Keep how far it got, and what was said of it."""
        if not self._id:
            self._try_to_start()
        self._kept_at = playback.played
        try:
            self._service.amend_run(
                self._id,
                played=playback.played,
                finished=playback.finished,
                after=self.after,
                felt=self.felt,
            )
        except EnvironmentProblem:
            self.unsaved = True

    def keep_now_and_then(self, playback: Playback) -> None:
        """Keep how far it got, once in a while."""
        if playback.played - self._kept_at >= KEEP_EVERY_S:
            self.keep(playback)

    def _try_to_start(self) -> None:
        try:
            self._id = self._service.start_run(self._exercise, self.form, self.before)
        except EnvironmentProblem:
            self.unsaved = True
        else:
            self.unsaved = False
