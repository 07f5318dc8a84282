"""Steps with choices: one goes from step to step in one's own time."""

from __future__ import annotations

from copingkit.tools.exercises.cues import Act, Cue, Script
from copingkit.tools.exercises.model import Step


def script(steps: tuple[Step, ...]) -> Script:
    """Every step as a cue that waits; where it has choices, they are the ways on."""
    return tuple(
        Cue(_act(step), step.text, hint=step.hint, name=step.id, choices=step.choices)
        for step in steps
    )


def _act(step: Step) -> Act:
    if step.asks:
        return Act.ASK
    return Act.CHOOSE if step.choices else Act.SAY
