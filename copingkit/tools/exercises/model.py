"""What an exercise is: frozen values, read from a file or written by the person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How an exercise is played; the part of `Exercise` that it needs has the same name."""

    BREATHING = "breathing"
    MUSCLES = "muscles"
    GROUNDING = "grounding"
    GUIDED = "guided"
    STEPS = "steps"
    TIMER = "timer"


class Family(StrEnum):
    """What an exercise is, for those who look for a sort of exercise."""

    BREATHING = "breathing"
    MUSCLES = "muscles"
    IMAGERY = "imagery"
    GROUNDING = "grounding"
    MINDFULNESS = "mindfulness"
    KINDNESS = "kindness"
    MOVEMENT = "movement"
    COPING = "coping"


class Need(StrEnum):
    """What an exercise is looked for with."""

    PANIC = "panic"
    SLEEP = "sleep"
    UNREAL = "unreal"
    TENSE = "tense"
    PRACTISE = "practise"


class Form(StrEnum):
    """The length that an exercise is played in."""

    SHORT = "short"
    FULL = "full"


class HealthQuestion(StrEnum):
    """What is asked once before an exercise; "I don't know" counts as yes."""

    NONE = ""
    COLD = "cold"


@dataclass(frozen=True, slots=True)
class Source:
    """Where an exercise comes from: the work, and what in it a clinician still has to confirm."""

    author: str
    year: int
    work: str = ""
    awaiting: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One breath in seconds; `top_up` is a second, short breath in (cyclic sighing)."""

    breathe_in: float
    breathe_out: float
    hold: float = 0.0
    rest: float = 0.0
    top_up: float = 0.0

    @property
    def seconds(self) -> float:
        """How long one breath takes."""
        return self.breathe_in + self.top_up + self.hold + self.breathe_out + self.rest


@dataclass(frozen=True, slots=True)
class Breathing:
    """A pattern and what is said with it; `most_breaths` is the most in one go (0: no limit)."""

    pattern: Pattern
    begin: str = ""
    hints: tuple[str, ...] = ()
    finish: str = ""
    most_breaths: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """One group of muscles. Without `tense` it is only let go. `short`: also in the short form."""

    name: str
    tense: str
    release: str
    short: bool = False


@dataclass(frozen=True, slots=True)
class Muscles:
    """Groups of muscles in their order, with the seconds of tensing and letting go.

    `rounds` is how often each group comes, one time after the other, in the full form.
    """

    groups: tuple[Group, ...]
    tense_seconds: float = 6.0
    release_seconds: float = 30.0
    begin: str = ""
    finish: str = ""
    rounds: int = 1


@dataclass(frozen=True, slots=True)
class Prompt:
    """Something to find or notice: `count` answers, typed or only thought.

    `instead` is for those whom this sense or place gives nothing.
    """

    text: str
    hint: str = ""
    count: int = 0
    instead: str = ""
    short: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """One thing said in a guided exercise, with the seconds that it stands, silence included.

    `short_seconds` is for the short form, where 0 leaves it out. `bell`: a bell begins it.
    """

    say: str
    seconds: float
    short_seconds: float = 0.0
    hint: str = ""
    bell: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One way on from a step; `to` is the id of a step, empty is the end of the exercise."""

    text: str
    to: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step that waits for the person; without choices, the next one follows.

    `asks`: a field for writing is offered; what is typed there is not kept.
    """

    id: str
    text: str
    hint: str = ""
    asks: bool = False
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Timer:
    """Silence between bells; `bell_minutes` rings in between (0: only first and last)."""

    begin: str
    during: str
    finish: str
    bell_minutes: float = 0.0


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise, shipped or own.

    `minutes` and `short_minutes` (0: there is no short form) are what the person is told; for
    timed kinds the cues add up to them. Exactly the part that `kind` names is given.
    """

    id: str
    title: str
    kind: Kind
    family: Family
    purpose: str
    minutes: float
    short_minutes: float = 0.0
    needs: tuple[Need, ...] = ()
    not_for: str = ""
    stop_if: str = ""
    eyes_open: str = ""
    without_breath: str = ""
    postures: tuple[str, ...] = ()
    breath_focus: bool = False
    asks_first: HealthQuestion = HealthQuestion.NONE
    gentler: str = ""
    source: Source | None = None
    breathing: Breathing | None = None
    muscles: Muscles | None = None
    grounding: tuple[Prompt, ...] = ()
    guided: tuple[Passage, ...] = ()
    steps: tuple[Step, ...] = ()
    timer: Timer | None = None

    @property
    def forms(self) -> tuple[Form, ...]:
        """The lengths it comes in, the full one first."""
        return (Form.FULL, Form.SHORT) if self.short_minutes else (Form.FULL,)

    def minutes_of(self, form: Form) -> float:
        """The minutes of one form."""
        return self.short_minutes if form is Form.SHORT else self.minutes
