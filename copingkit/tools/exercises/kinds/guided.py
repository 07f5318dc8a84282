"""Guided exercises: passages that are read or spoken, each with the silence after it."""

from __future__ import annotations

from copingkit.tools.exercises.cues import Act, Cue, Script
from copingkit.tools.exercises.model import Form, Passage


def script(passages: tuple[Passage, ...], form: Form) -> Script:
    """The passages with their seconds in that form; those without any are left out."""
    return tuple(
        Cue(Act.SAY, passage.say, seconds, hint=passage.hint, bell=passage.bell)
        for passage in passages
        if (seconds := _seconds(passage, form)) > 0
    )


def _seconds(passage: Passage, form: Form) -> float:
    return passage.short_seconds if form is Form.SHORT else passage.seconds
