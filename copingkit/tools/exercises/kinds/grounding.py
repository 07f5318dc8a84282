"""Grounding: things to find or notice, each in the person's own time."""

from __future__ import annotations

from copingkit.tools.exercises.cues import Act, Cue, Script
from copingkit.tools.exercises.model import Form, Prompt


def script(prompts: tuple[Prompt, ...], form: Form) -> Script:
    """The prompts, in the short form only those that belong to it; each waits for the person."""
    return tuple(
        Cue(
            Act.ASK if prompt.count else Act.SAY,
            prompt.text,
            hint=prompt.hint,
            count=prompt.count,
            instead=prompt.instead,
        )
        for prompt in prompts
        if prompt.short or form is Form.FULL
    )
