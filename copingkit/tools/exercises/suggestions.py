"""Which exercise to offer first for a need: what helped this person, then what is quickly begun."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from copingkit.tools.exercises.model import Exercise, Family, HealthQuestion, Kind, Need
from copingkit.tools.exercises.works import Works

# Where nothing is known yet: what can be begun at once with shaking hands comes first. Grounding
# before breath in unreal moments; the long forms of muscle relaxation are for quiet hours.
_FIRST: dict[Need, tuple[str, ...]] = {
    Need.PANIC: ("extended-exhale", "five-senses", "feet-on-the-floor", "hand-tracing"),
    Need.SLEEP: ("body-scan", "muscles-seven-groups", "extended-exhale", "four-seven-eight"),
    Need.UNREAL: ("feet-on-the-floor", "five-senses", "hand-tracing", "sounds"),
    Need.TENSE: ("cyclic-sighing", "muscles-four-groups", "shake-it-out", "extended-exhale"),
    Need.PRACTISE: ("paced-breathing", "breathing-space", "sounds", "muscles-sixteen-groups"),
}


def suggested(
    exercises: Iterable[Exercise],
    need: Need,
    works: Mapping[str, Works],
    favourites: Collection[str],
    unsafe: Collection[HealthQuestion],
) -> tuple[Exercise, ...]:
    """Those that are for `need`, best first.

    First favourites, then what lowered distress most (where enough is told), then our own order,
    then the shorter. Left out: what was "worse" twice, and what a health answer speaks against.
    """
    fitting = [
        each
        for each in exercises
        if need in each.needs
        and each.asks_first not in unsafe
        and not (each.id in works and works[each.id].worse_twice)
    ]
    return tuple(sorted(fitting, key=lambda each: _place(each, need, works, favourites)))


def _place(
    exercise: Exercise, need: Need, works: Mapping[str, Works], favourites: Collection[str]
) -> tuple[bool, float, int, float, str]:
    known = works.get(exercise.id)
    change = known.change if known is not None and known.change is not None else 0.0
    first = _FIRST[need]
    ours = first.index(exercise.id) if exercise.id in first else len(first)
    minutes = exercise.short_minutes or exercise.minutes
    return (exercise.id not in favourites, min(change, 0.0), ours, minutes, exercise.id)


def instead(
    exercises: Iterable[Exercise], not_this: str, works: Mapping[str, Works]
) -> tuple[Exercise, ...]:
    """After "worse": grounding and movement; none that asks about health or was worse twice."""
    return tuple(
        each
        for each in exercises
        if (each.family in {Family.GROUNDING, Family.MOVEMENT} and each.kind is not Kind.TIMER)
        and each.id != not_this
        and not each.asks_first
        and not (each.id in works and works[each.id].worse_twice)
    )
