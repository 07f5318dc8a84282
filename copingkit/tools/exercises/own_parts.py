"""The parts of one's own exercise as a form has them: texts, a number, a yes or no."""

from __future__ import annotations

from dataclasses import dataclass, replace

from copingkit.tools.exercises.cues import total_seconds
from copingkit.tools.exercises.kinds.scripts import script
from copingkit.tools.exercises.model import (
    Breathing,
    Choice,
    Exercise,
    Family,
    Form,
    Group,
    Kind,
    Muscles,
    Need,
    Passage,
    Pattern,
    Prompt,
    Step,
    Timer,
)

Piece = Passage | Prompt | Step | Group

_WAITS_S = 30.0  # for each thing that waits for the person: an estimate
_FAMILIES = {
    Kind.MUSCLES: Family.MUSCLES,
    Kind.GROUNDING: Family.GROUNDING,
    Kind.GUIDED: Family.MINDFULNESS,
    Kind.STEPS: Family.COPING,
    Kind.TIMER: Family.MINDFULNESS,
    Kind.BREATHING: Family.BREATHING,
}


@dataclass(frozen=True, slots=True)
class Said:
    """One part in a form: its texts in their order, a number (seconds or answers), a yes or no.

    `ways` are the ways on from a step.
    """

    texts: tuple[str, ...]
    number: float = 0.0
    yes: bool = False
    ways: tuple[Choice, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written."""
        return not any(text.strip() for text in self.texts)


def new(kind: Kind) -> Exercise:
    """An exercise of that kind in which nothing is said yet; a breath is four in and six out."""
    plain = Exercise(
        id="",
        title="",
        kind=kind,
        family=_FAMILIES[kind],
        purpose="",
        minutes=5.0,
        needs=(Need.PRACTISE,),
    )
    if kind is not Kind.BREATHING:
        return plain
    return replace(
        plain,
        short_minutes=1.0,
        needs=(Need.TENSE, Need.PRACTISE),
        breath_focus=True,
        breathing=Breathing(Pattern(4, 6)),
    )


def pieces(exercise: Exercise) -> tuple[Piece, ...]:
    """Its parts that can be added, moved and removed; none for a timer and for breathing."""
    if exercise.muscles is not None:
        return exercise.muscles.groups
    found: tuple[tuple[Piece, ...], ...] = (exercise.guided, exercise.grounding, exercise.steps)
    return next((parts for parts in found if parts), ())


def said_of(piece: Piece) -> Said:
    """A part as a form shows it."""
    if isinstance(piece, Passage):
        return Said((piece.say,), number=piece.seconds, yes=piece.bell)
    if isinstance(piece, Prompt):
        return Said((piece.text, piece.instead), number=float(piece.count))
    if isinstance(piece, Step):
        return Said((piece.text,), yes=piece.asks, ways=piece.choices)
    return Said((piece.name, piece.tense, piece.release))


def piece(kind: Kind, said: Said, before: Piece | None, new_id: str) -> Piece:
    """A part with what the form says; what the form does not show stays as it was `before`.

    `new_id` names a step that had no name.
    """
    first = said.texts[0].strip()
    if kind is Kind.GUIDED:
        known = before if isinstance(before, Passage) else Passage("", 0.0)
        return replace(known, say=first, seconds=said.number, bell=said.yes)
    if kind is Kind.GROUNDING:
        prompt = before if isinstance(before, Prompt) else Prompt("")
        instead = said.texts[1].strip()
        return replace(prompt, text=first, count=int(said.number), instead=instead)
    if kind is Kind.STEPS:
        step = before if isinstance(before, Step) else Step(new_id, "")
        return replace(step, text=first, asks=said.yes, choices=said.ways)
    group = before if isinstance(before, Group) else Group("", "", "")
    _name, tense, release = (text.strip() for text in said.texts)
    return replace(group, name=first, tense=tense, release=release)


def with_pieces(exercise: Exercise, parts: tuple[Piece, ...]) -> Exercise:
    """The exercise with these parts, and with the minutes that they take."""
    if exercise.kind is Kind.MUSCLES:
        before = exercise.muscles or Muscles(())
        groups = tuple(each for each in parts if isinstance(each, Group))
        made = replace(exercise, muscles=replace(before, groups=groups))
    elif exercise.kind is Kind.GUIDED:
        made = replace(exercise, guided=tuple(p for p in parts if isinstance(p, Passage)))
    elif exercise.kind is Kind.GROUNDING:
        made = replace(exercise, grounding=tuple(p for p in parts if isinstance(p, Prompt)))
    else:
        made = replace(exercise, steps=_steps(parts))
    return _timed(made)


def with_timer(
    exercise: Exercise, texts: tuple[str, str, str], bell: float, minutes: float
) -> Exercise:
    """A timer with what is said at its start, during it and at its end."""
    begin, during, finish = (text.strip() for text in texts)
    return _lasting(replace(exercise, timer=Timer(begin, during, finish, bell)), minutes)


def with_breath(exercise: Exercise, pattern: Pattern, minutes: float) -> Exercise:
    """Breathing in another pattern; what is said with it stays."""
    before = exercise.breathing or Breathing(pattern)
    made = replace(exercise, breathing=replace(before, pattern=pattern), breath_focus=True)
    return _lasting(made, minutes)


def _lasting(exercise: Exercise, minutes: float) -> Exercise:
    """With so many minutes in all; a short form that is no shorter is none."""
    short = exercise.short_minutes if exercise.short_minutes < minutes else 0.0
    return replace(exercise, minutes=minutes, short_minutes=short)


def _steps(parts: tuple[Piece, ...]) -> tuple[Step, ...]:
    """The steps, without ways to a step that is gone."""
    steps = [each for each in parts if isinstance(each, Step)]
    there = {step.id for step in steps} | {""}
    return tuple(
        replace(step, choices=tuple(way for way in step.choices if way.to in there))
        for step in steps
    )


def _timed(exercise: Exercise) -> Exercise:
    """With the minutes that its parts take; an emptied short form is none any more."""
    if not pieces(exercise):
        return replace(exercise, minutes=0.5, short_minutes=0.0)
    full = _minutes(exercise, Form.FULL)
    short = min(full, _minutes(exercise, Form.SHORT)) if _has_short(exercise) else 0.0
    return replace(exercise, minutes=full, short_minutes=short)


def _has_short(exercise: Exercise) -> bool:
    return bool(exercise.short_minutes and script(exercise, Form.SHORT))


def _minutes(exercise: Exercise, length: Form) -> float:
    """To the next half minute; what waits for the person counts by an estimate."""
    cues = script(exercise, length)
    waiting = sum(_WAITS_S for cue in cues if cue.seconds is None)
    return max(0.5, round((total_seconds(cues) + waiting) / 30) / 2)
