"""What could be varied next, each with its reason and never as an order to follow.

What is learned in one place, at one time and with one help is recalled there (Craske 2014: varied
contexts, removal of safety signals, deepened extinction). After how many trials something is
offered is our choice. Words come from the view.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from copingkit.tools.exposure.insight import done, same
from copingkit.tools.exposure.ladder import Item, Ladder, Mode, SafetyBehaviour
from copingkit.tools.exposure.trial import CameTrue, LogKind, Ritual, Trial

ENOUGH = 2
"""Trials of an item in the same circumstances before others are offered."""


class Reason(StrEnum):
    """Why something is offered."""

    ELSEWHERE = "elsewhere"
    OTHER_PEOPLE = "other_people"
    ANOTHER_TIME = "another_time"
    WITHOUT_BEHAVIOUR = "without_behaviour"
    COMBINED = "combined"


_CONTEXTS = {
    Reason.ELSEWHERE: "place",
    Reason.OTHER_PEOPLE: "people",
    Reason.ANOTHER_TIME: "time_of_day",
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One variation of an item (its id), and what speaks for it.

    `n` trials speak for it: all of them at `known` (place, people, time), or with `behaviour`,
    or of both items. `with_item` is the other one of a combination.
    """

    reason: Reason
    item: str
    n: int
    known: str = ""
    behaviour: SafetyBehaviour | None = None
    with_item: str = ""
    clinician_led: bool = False


@dataclass(frozen=True, slots=True)
class _Family:
    """An item with its variations, by the one practised last, and their trials, newest first."""

    item: Item
    trials: tuple[Trial, ...]


def suggestions(ladder: Ladder, trials: Iterable[Trial]) -> tuple[Suggestion, ...]:
    """What to vary on a ladder; `trials` are its trials in any state and order.

    An item and its variations count as one. Those practised last come first; a combination is the
    last, and there is at most one.
    """
    families = _families(ladder, trials)
    found = [each for family in families for each in (*_contexts(family), *_behaviours(family))]
    return (*found, *_combined(ladder, families))


def _families(ladder: Ladder, trials: Iterable[Trial]) -> list[_Family]:
    items = {item.id: item for item in ladder.items}
    shown = {item.id for item in ladder.items if not item.archived}
    of: defaultdict[str, list[Trial]] = defaultdict(list)
    for trial in reversed(done(trials)):
        of[_origin(trial.item, items)].append(trial)
    families = []
    for group in of.values():
        last = next((trial.item for trial in group if trial.item in shown), None)
        if last is not None:
            families.append(_Family(items[last], tuple(group)))
    return families


def _origin(item_id: str, items: dict[str, Item]) -> str:
    """The item that others are variations of."""
    seen = {item_id}
    while item_id in items:
        before = items[item_id].variation_of
        if not before or before in seen:  # a file changed by hand may lead round in a circle
            break
        seen.add(before)
        item_id = before
    return item_id


def _contexts(family: _Family) -> Iterator[Suggestion]:
    for reason, name in _CONTEXTS.items():
        texts = [getattr(trial.before.contexts, name).strip() for trial in family.trials]
        said = [text for text in texts if text]
        if len(said) >= ENOUGH and len({same(text) for text in said}) == 1:
            yield Suggestion(
                reason,
                family.item.id,
                len(said),
                known=said[0],
                clinician_led=family.item.clinician_led,
            )


def _behaviours(family: _Family) -> Iterator[Suggestion]:
    """Those that were not dropped, or used after all, in the last trial; the most used first."""
    counted = Counter(each for trial in family.trials for each in _used(trial))
    last = _used(family.trials[0])
    listed = [each for each in family.item.safety_behaviours if each.id in last]
    for behaviour in sorted(listed, key=lambda each: -counted[each.id])[:1]:
        yield Suggestion(
            Reason.WITHOUT_BEHAVIOUR,
            family.item.id,
            counted[behaviour.id],
            behaviour=behaviour,
            clinician_led=family.item.clinician_led,
        )


def _used(trial: Trial) -> set[str]:
    """The ids of safety behaviours and rituals that a trial was with."""
    dropped = {behaviour.id for behaviour in trial.before.dropped}
    kept = {each.id for each in trial.safety_behaviours if each.id not in dropped}
    logged = {
        entry.behaviour
        for entry in trial.during.log
        if entry.kind is LogKind.SAFETY_BEHAVIOUR or entry.ritual is Ritual.DID
    }
    return kept | logged


def _combined(ladder: Ladder, families: list[_Family]) -> Iterator[Suggestion]:
    """Two items that were practised apart, and the feared outcome last stayed away."""
    if ladder.mode is not Mode.LEARNING:
        return
    ready = [
        family
        for family in families
        if len(family.trials) >= ENOUGH
        and family.trials[0].after.came_true is CameTrue.NO
        and not family.item.combines
    ]
    there = [set(item.combines) for item in ladder.items if item.combines]
    for one, other in combinations(ready, 2):
        if not any({one.item.id, other.item.id} <= both for both in there):
            yield Suggestion(
                Reason.COMBINED,
                one.item.id,
                len(one.trials) + len(other.trials),
                with_item=other.item.id,
                clinician_led=True,
            )
            return
