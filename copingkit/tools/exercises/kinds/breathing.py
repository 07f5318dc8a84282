"""Breathing: whole breaths of one pattern, as many as fit the time."""

from __future__ import annotations

from copingkit.tools.exercises.cues import Act, Cue, Script
from copingkit.tools.exercises.model import Breathing, Pattern

WORDS_S = 10.0  # what is said first and last stands so long
BREATHS_A_HINT = 4
FEWEST_BREATHS = 3


def script(breathing: Breathing, minutes: float) -> Script:
    """Breaths that bring the whole nearest to `minutes`, never more than the exercise allows."""
    words = [text for text in (breathing.begin, breathing.finish) if text]
    room = minutes * 60 - WORDS_S * len(words)
    count = max(FEWEST_BREATHS, round(room / breathing.pattern.seconds))
    if breathing.most_breaths:
        count = min(count, breathing.most_breaths)
    cues = [cue for number in range(1, count + 1) for cue in _breath(breathing, number)]
    return (*_said(breathing.begin), *cues, *_said(breathing.finish))


def _breath(breathing: Breathing, number: int) -> list[Cue]:
    hints = breathing.hints
    hint = hints[(number - 1) // BREATHS_A_HINT % len(hints)] if hints else ""
    return [
        Cue(act, "", seconds, hint=hint, breath=number)
        for act, seconds in phases(breathing.pattern)
        if seconds > 0
    ]


def phases(pattern: Pattern) -> tuple[tuple[Act, float], ...]:
    """What one breath consists of, in order, with its seconds; some may be 0."""
    return (
        (Act.BREATHE_IN, pattern.breathe_in),
        (Act.TOP_UP, pattern.top_up),
        (Act.HOLD, pattern.hold),
        (Act.BREATHE_OUT, pattern.breathe_out),
        (Act.REST, pattern.rest),
    )


def _said(text: str) -> Script:
    return (Cue(Act.SAY, text, WORDS_S),) if text else ()
