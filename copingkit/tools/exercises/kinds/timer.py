"""A timer: silence between bells."""

from __future__ import annotations

from copingkit.tools.exercises.cues import Act, Cue, Script
from copingkit.tools.exercises.model import Timer

WORDS_S = 15.0  # what is said first and last stands so long


def script(timer: Timer, minutes: float) -> Script:
    """Words, a bell, silence with a bell every so often, a last bell with words: `minutes` in all.

    The last stretch of silence is the shorter one where the minutes do not come out even.
    """
    left = max(0.0, minutes * 60 - 2 * WORDS_S)
    stretch = timer.bell_minutes * 60 or left
    silence = []
    while left > 0:
        seconds = min(stretch, left)
        silence.append(Cue(Act.SAY, timer.during, seconds, bell=True))
        left -= seconds
    return (
        Cue(Act.SAY, timer.begin, WORDS_S),
        *silence,
        Cue(Act.SAY, timer.finish, WORDS_S, bell=True),
    )
