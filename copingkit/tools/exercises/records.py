"""What the exercises keep in the vault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from copingkit.core.records import Line, RecordKind
from copingkit.tools.exercises.model import Exercise, Form, HealthQuestion


class Felt(StrEnum):
    """How somebody feels after an exercise."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


class Answer(StrEnum):
    """What is said to a question about health."""

    YES = "yes"
    NO = "no"
    DONT_KNOW = "dont_know"


@dataclass(frozen=True, slots=True)
class OwnExercise:
    """An exercise that the person wrote, duplicated or imported."""

    exercise: Exercise
    archived: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A form that is not saved: the exercise as far as it is written, playable or not.

    Its id is that of the one that is being changed, empty for a new one. None: nothing is being
    written.
    """

    exercise: Exercise | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """One time that an exercise was played, up to wherever it got.

    `played` are seconds without pauses; `before` and `after` distress, 0-10, or not said.
    """

    exercise: str
    title: str
    form: Form
    started_at: datetime
    played: float = 0.0
    finished: bool = False
    before: int | None = None
    after: int | None = None
    felt: Felt | None = None


@dataclass(frozen=True, slots=True)
class HealthAnswer:
    """The answer to one question about health, and when it was given (UTC)."""

    question: HealthQuestion
    answer: Answer
    at: datetime


@dataclass(frozen=True, slots=True)
class Choices:
    """What holds for the exercises as a whole: favourites by id, and answers about health."""

    favourites: tuple[str, ...] = ()
    health: tuple[HealthAnswer, ...] = ()

    def answered(self, given: HealthAnswer) -> Choices:
        """The same with this answer in place of an earlier one."""
        others = tuple(each for each in self.health if each.question is not given.question)
        return replace(self, health=(*others, given))


def _own_lines(own: OwnExercise) -> Iterator[Line]:
    yield Line(f"{own.exercise.title}\n{own.exercise.purpose}", own.exercise.id)


def _none(_value: object) -> tuple[Line, ...]:
    """Nothing to find: ten thousand runs with the same title would bury everything else."""
    return ()


OWN = RecordKind("exercises.own", OwnExercise, _own_lines)
RUN = RecordKind("exercises.run", Run, _none, occurred_at=lambda run: run.started_at)
DRAFT = RecordKind("exercises.draft", Draft, _none)
CHOICES = RecordKind("exercises.choices", Choices, _none)
