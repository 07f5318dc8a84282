"""What must hold in an exercise beyond the shape of its file, so that it can be played."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from math import isfinite

from copingkit.core.faults import FaultReason
from copingkit.tools.exercises.cues import total_seconds
from copingkit.tools.exercises.file_places import Place
from copingkit.tools.exercises.kinds.scripts import script
from copingkit.tools.exercises.model import Exercise, Form, Kind, Pattern

Finding = tuple[Place, FaultReason, str]

LONGEST_TEXT = 2000
LONGEST_LIST = 200
LONGEST_S = 3600.0
OFF_S = 30.0  # lengths are told in half minutes
MINUTES = (0.5, 60.0)
PHASE_S = (0.0, 20.0)
ROUNDS = (1, 5)
PER_MINUTE = (4.0, 12.0)
PER_MINUTE_HELD = (3.5, 12.0)  # box breathing, 4-4-4-4, is 3.75; 4-7-8 is less
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_STRANGE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_LAST_AS_WRITTEN = {Kind.MUSCLES, Kind.GUIDED}
_PARTS = {kind: kind.value for kind in Kind}


def findings(exercise: Exercise) -> Iterator[Finding]:
    """Everything that does not hold, each with its place; nothing for a good exercise."""
    found = list(_values(exercise, ()))
    if not found:  # the rest can rely on numbers that are numbers
        rules = (_head, _breathing, _muscles, _parts, _steps)
        found = [each for rule in rules for each in rule(exercise)]
    if not found:
        found = [*_forms(exercise)]
    yield from found


def _values(value: object, place: Place) -> Iterator[Finding]:
    """Limits that hold for every text, number and list."""
    if isinstance(value, str):
        yield from _text(value, place)
    elif isinstance(value, int | float):
        if not (isfinite(value) and 0 <= value <= LONGEST_S):
            of_all = place[-1] in {"minutes", "short_minutes"}
            limits = MINUTES if of_all else (0.0, LONGEST_S)
            yield place, FaultReason.OUT_OF_RANGE, _range(limits)
    elif isinstance(value, tuple) and len(value) > LONGEST_LIST:
        yield place, FaultReason.TOO_LONG, str(LONGEST_LIST)
    else:
        for part, inner in _inside(value):
            yield from _values(inner, (*place, part))


def _text(text: str, place: Place) -> Iterator[Finding]:
    if len(text) > LONGEST_TEXT:
        yield place, FaultReason.TOO_LONG, str(LONGEST_TEXT)
    if _STRANGE.search(text):
        yield place, FaultReason.STRANGE_CHARACTERS, ""


def _inside(value: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, tuple):
        return enumerate(value)
    if is_dataclass(value):
        return ((field.name, getattr(value, field.name)) for field in fields(value))
    return ()


def _head(exercise: Exercise) -> Iterator[Finding]:
    if not _ID.fullmatch(exercise.id) or len(exercise.id) > 64:
        yield ("id",), FaultReason.STRANGE_CHARACTERS, "a-z, 0-9, -"
    for name in ("title", "purpose"):
        if not getattr(exercise, name).strip():
            yield (name,), FaultReason.EMPTY, ""
    if len(exercise.title) > 120:
        yield ("title",), FaultReason.TOO_LONG, "120"
    if not _within(exercise.minutes, MINUTES):
        yield ("minutes",), FaultReason.OUT_OF_RANGE, _range(MINUTES)
    if exercise.short_minutes and not MINUTES[0] <= exercise.short_minutes <= exercise.minutes:
        least, most = MINUTES[0], exercise.minutes
        yield ("short_minutes",), FaultReason.OUT_OF_RANGE, _range((least, most))


def _parts(exercise: Exercise) -> Iterator[Finding]:
    """Exactly the part of its kind."""
    for kind, name in _PARTS.items():
        if getattr(exercise, name) and kind is not exercise.kind:
            yield (name,), FaultReason.OTHER_PART, exercise.kind.value
    own = _PARTS[exercise.kind]
    if not getattr(exercise, own):
        yield (own,), FaultReason.NO_PART, own


def _forms(exercise: Exercise) -> Iterator[Finding]:
    """Something to do in every length that it comes in."""
    if not script(exercise, Form.FULL):
        yield (_PARTS[exercise.kind],), FaultReason.EMPTY, ""
    elif exercise.short_minutes and not script(exercise, Form.SHORT):
        yield ("short_minutes",), FaultReason.EMPTY, "short"
    else:
        yield from _times(exercise)


def _times(exercise: Exercise) -> Iterator[Finding]:
    """What is told of the length is what the cues take, where these have seconds of their own."""
    if exercise.kind not in _LAST_AS_WRITTEN:
        return
    for form, name in ((Form.FULL, "minutes"), (Form.SHORT, "short_minutes")):
        told = getattr(exercise, name)
        takes = total_seconds(script(exercise, form))
        if told and abs(told * 60 - takes) > OFF_S:
            yield (name,), FaultReason.DOES_NOT_ADD_UP, f"{max(1, round(takes / 30)) / 2:g}"


def _breathing(exercise: Exercise) -> Iterator[Finding]:
    breathing = exercise.breathing
    if breathing is None:
        return
    place: Place = ("breathing", "pattern")
    pattern = breathing.pattern
    for field in fields(Pattern):
        if not _within(getattr(pattern, field.name), PHASE_S):
            yield (*place, field.name), FaultReason.OUT_OF_RANGE, _range(PHASE_S)
    for name in ("breathe_in", "breathe_out"):
        if getattr(pattern, name) < 0.5:
            yield (*place, name), FaultReason.OUT_OF_RANGE, "0.5-20"
    # a pattern with a limit of breaths (4-7-8) may be slower than what is kept up for minutes
    pace = PER_MINUTE_HELD if pattern.hold or pattern.rest else PER_MINUTE
    if not breathing.most_breaths and not _within(60 / max(pattern.seconds, 0.1), pace):
        yield place, FaultReason.TOO_FAST_OR_SLOW, _range(pace)


def _muscles(exercise: Exercise) -> Iterator[Finding]:
    if exercise.muscles is not None and not _within(exercise.muscles.rounds, ROUNDS):
        yield ("muscles", "rounds"), FaultReason.OUT_OF_RANGE, _range(ROUNDS)


def _steps(exercise: Exercise) -> Iterator[Finding]:
    ids = Counter(step.id for step in exercise.steps)
    for number, step in enumerate(exercise.steps):
        place: Place = ("steps", number)
        if not step.id.strip():
            yield (*place, "id"), FaultReason.EMPTY, ""
        elif ids[step.id] > 1:
            yield (*place, "id"), FaultReason.TWICE, ""
        for choice in step.choices:
            if choice.to and choice.to not in ids:
                yield (*place, "choices"), FaultReason.NO_SUCH_STEP, ""


def _within(value: float, limits: tuple[float, float]) -> bool:
    return limits[0] <= value <= limits[1]


def _range(limits: tuple[float, float]) -> str:
    return f"{limits[0]:g}-{limits[1]:g}"
