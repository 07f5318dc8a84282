"""What a trial is: one exposure with what was expected, what was noticed, what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from copingkit.tools.exposure.ladder import Contexts, Mode, SafetyBehaviour


class State(StrEnum):
    """How far a trial is; `flow` says what leads from one to the next."""

    PLANNED = "planned"
    RUNNING = "running"
    TO_REFLECT = "to_reflect"
    DONE = "done"


class Ending(StrEnum):
    """How it ended; both are equally good to learn from."""

    BY_PLAN = "by_plan"
    STOPPED = "stopped"


class CameTrue(StrEnum):
    """Whether what was feared happened."""

    YES = "yes"
    NO = "no"
    PARTLY = "partly"


class Ritual(StrEnum):
    """What became of the urge to do a ritual."""

    RESISTED = "resisted"
    DELAYED = "delayed"
    DID = "did"


class LogKind(StrEnum):
    """What an entry of the log is about."""

    SAFETY_BEHAVIOUR = "safety_behaviour"
    RITUAL = "ritual"
    URGE = "urge"
    FEELING = "feeling"


@dataclass(frozen=True, slots=True)
class PlannedEnd:
    """When it is over: after so many minutes, or once something was done ("paid at the till")."""

    minutes: float | None = None
    behaviour: str = ""


@dataclass(frozen=True, slots=True)
class Before:
    """What is written down beforehand.

    `feared` is what is expected to happen, as a sentence that can be checked; `expectancy` how
    likely, 0-100 percent; `wrong_if` what would show that one was wrong; `peak` the highest SUDS
    expected, 0-100; `dropped` what is to be left out this time; `cue_minutes` how often to be
    asked for a SUDS reading (0: never); `urge` the urge to do a ritual, 0-100, beforehand. Numbers
    are None where nothing was said.
    """

    feared: str = ""
    expectancy: int | None = None
    wrong_if: str = ""
    end: PlannedEnd = PlannedEnd()
    peak: int | None = None
    contexts: Contexts = field(default_factory=Contexts)
    dropped: tuple[SafetyBehaviour, ...] = ()
    cue_minutes: float = 5.0
    urge: int | None = None


@dataclass(frozen=True, slots=True)
class TrialClock:
    """The clock of a trial as it is kept, so that a restart can go on with it.

    At `read_at` (UTC) it stood at `seconds` since `started_at` (UTC). While it runs, what has
    gone by since is added; see `flow.elapsed`.
    """

    started_at: datetime
    seconds: float
    read_at: datetime
    running: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """One number, 0-100 (SUDS or percent), `at` seconds since the start."""

    at: float
    value: int


@dataclass(frozen=True, slots=True)
class LogEntry:
    """Something noticed during a trial, `at` seconds since the start (`flow.note` sets it).

    `behaviour` is the id of the safety behaviour or ritual that was used or resisted (empty for
    one that is not listed; then `text` says it), `text` also the feeling in words; `ritual` is
    what became of it; `urge` 0-100.
    """

    kind: LogKind
    text: str = ""
    behaviour: str = ""
    ritual: Ritual | None = None
    urge: int | None = None
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class During:
    """What was noticed, in the order of time.

    `calming_asked`: it was asked whether to open a relaxation exercise now; that is asked once.
    """

    suds: tuple[Reading, ...] = ()
    expectancy: tuple[Reading, ...] = ()
    log: tuple[LogEntry, ...] = ()
    calming_asked: bool = False


@dataclass(frozen=True, slots=True)
class After:
    """What came of it.

    `happened` and `came_true` are needed before a trial can be done. `surprise` and `expectancy`
    (how likely it would be the next time) are 0-100, `suds` is the distress at the end and `urge`
    the urge to do a ritual then, both 0-100.
    """

    happened: str = ""
    came_true: CameTrue | None = None
    surprise: int | None = None
    learned: str = ""
    expectancy: int | None = None
    suds: int | None = None
    ending: Ending | None = None
    urge: int | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """One exposure to one item of a ladder.

    `situation`, `safety_behaviours` and `body_exposure` (the id of a shipped one) are the item's as
    they were when it was planned, so that a trial is read without its ladder. `planned_at` and
    `closed_at` are in UTC. `rehearsal` is the id of the record that says when to recall what was
    learned (empty until it is done).
    """

    id: str
    ladder: str
    item: str
    situation: str
    mode: Mode
    planned_at: datetime
    safety_behaviours: tuple[SafetyBehaviour, ...] = ()
    state: State = State.PLANNED
    before: Before = Before()
    clock: TrialClock | None = None
    during: During = During()
    after: After = After()
    closed_at: datetime | None = None
    rehearsal: str = ""
    body_exposure: str = ""

    @property
    def at(self) -> datetime:
        """When it began; while it is only planned, when it was planned (UTC)."""
        return self.clock.started_at if self.clock is not None else self.planned_at
