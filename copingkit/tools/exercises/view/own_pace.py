"""A person's own pace through an exercise: led in rounds of a minute, slower only when agreed."""

from __future__ import annotations

from dataclasses import replace

from copingkit.core.errors import EnvironmentProblem
from copingkit.tools.exercises.cues import Script
from copingkit.tools.exercises.kinds.scripts import script
from copingkit.tools.exercises.model import Breathing, Exercise, Form, Pattern
from copingkit.tools.exercises.own_breath import slower
from copingkit.tools.exercises.service import ExercisesService
from copingkit.tools.exercises.view import player_words
from copingkit.ui import messages
from copingkit.ui.language import translate

ROUND_MINUTES = 1.0


class OwnPace:
    """Plays an exercise as it is, until there is a `pattern` of the person's own."""

    def __init__(self, exercise: Exercise) -> None:
        self._exercise = exercise
        self.pattern: Pattern | None = None

    def script(self, form: Form) -> Script:
        """The cues of the form, or of one round at the person's own pace."""
        own = self._own("", "")
        return script(own, Form.FULL) if own is not None else script(self._exercise, form)

    @property
    def said(self) -> str:
        """The breath that is led now, in seconds; empty where no breath is led."""
        usual = self._exercise.breathing.pattern if self._exercise.breathing else None
        now = self.pattern or usual
        return player_words.pattern(now) if now is not None else ""

    @property
    def next_slower(self) -> Pattern | None:
        """A little slower than now; None when it is slow enough, or nobody's own."""
        return slower(self.pattern) if self.pattern is not None else None

    def to_keep(self) -> Exercise | None:
        """The pattern as an exercise of one's own, under a name that tells its pace."""
        own = self._own(
            translate("FollowBreath", "My own breath, {pace} a minute"),
            translate("FollowBreath", "My own breathing pattern."),
        )
        return replace(own, id="", minutes=5, short_minutes=1) if own is not None else None

    def keep(self, service: ExercisesService) -> str:
        """Keep the pattern, once; gives a sentence with its name, or what went wrong."""
        own = self.to_keep()
        try:
            if own is not None and not any(_same(own, each) for each in service.all()):
                service.save_own(own)
        except EnvironmentProblem as problem:
            return messages.words_for(problem).what
        text = translate("FollowBreath", "Kept among your exercises: {title}")
        return text.replace("{title}", own.title if own is not None else "")

    def _own(self, title: str, purpose: str) -> Exercise | None:
        if self.pattern is None:
            return None
        pace = f"{60 / self.pattern.seconds:.1f}".removesuffix(".0")
        return replace(
            self._exercise,
            title=title.replace("{pace}", pace),
            purpose=purpose,
            minutes=ROUND_MINUTES,
            short_minutes=0,
            gentler="",
            source=None,
            breathing=Breathing(self.pattern),
        )


def _same(own: Exercise, kept: Exercise) -> bool:
    return (own.title, own.breathing) == (kept.title, kept.breathing)
