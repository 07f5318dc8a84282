"""Cues: what every kind of exercise is turned into, one thing at a time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from copingkit.tools.exercises.model import Choice


class Act(StrEnum):
    """What a cue asks for."""

    SAY = "say"
    BREATHE_IN = "breathe_in"
    TOP_UP = "top_up"
    HOLD = "hold"
    BREATHE_OUT = "breathe_out"
    REST = "rest"
    TENSE = "tense"
    RELEASE = "release"
    ASK = "ask"
    CHOOSE = "choose"


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing to do; the phases of a breath have no text, the view knows the word for each.

    `seconds` is how long it stands; None waits for the person. `part` names what it belongs to
    ("Right hand"). `name` is what a choice goes to. `count` answers are asked for, 0 any number;
    `instead` is another way to do it. `bell` rings at its start. `breath` counts from 1 in a
    breathing exercise, else 0.
    """

    act: Act
    text: str
    seconds: float | None = None
    hint: str = ""
    part: str = ""
    name: str = ""
    count: int = 0
    instead: str = ""
    choices: tuple[Choice, ...] = ()
    bell: bool = False
    breath: int = 0


Script = tuple[Cue, ...]


def total_seconds(script: Script) -> float:
    """How long the timed cues take together."""
    return sum(cue.seconds or 0.0 for cue in script)
