"""Which kind turns which exercise into cues."""

from __future__ import annotations

from copingkit.tools.exercises.cues import Script
from copingkit.tools.exercises.kinds import breathing, grounding, guided, muscles, steps, timer
from copingkit.tools.exercises.model import Exercise, Form, Kind


def script(exercise: Exercise, form: Form) -> Script:
    """What the player goes through; raises ValueError when the part of its kind is missing."""
    minutes = exercise.minutes_of(form)
    if exercise.kind is Kind.BREATHING and exercise.breathing:
        return breathing.script(exercise.breathing, minutes)
    if exercise.kind is Kind.MUSCLES and exercise.muscles:
        return muscles.script(exercise.muscles, form)
    if exercise.kind is Kind.TIMER and exercise.timer:
        return timer.script(exercise.timer, minutes)
    if exercise.kind is Kind.GROUNDING and exercise.grounding:
        return grounding.script(exercise.grounding, form)
    if exercise.kind is Kind.GUIDED and exercise.guided:
        return guided.script(exercise.guided, form)
    if exercise.kind is Kind.STEPS and exercise.steps:
        return steps.script(exercise.steps)
    raise ValueError("the exercise has no part of its kind")
