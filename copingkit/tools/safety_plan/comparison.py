"""What is different between two plans, entry by entry."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from copingkit.tools.safety_plan.model import Item, Plan, Step


@dataclass(frozen=True, slots=True)
class Rewording:
    """An entry with the same id and other content."""

    before: Item
    after: Item


@dataclass(frozen=True, slots=True)
class StepChanges:
    """What happened to one step between an earlier and a later plan.

    `moved` is a smallest set of entries whose moving explains the new order.
    """

    step: Step
    added: tuple[Item, ...] = ()
    removed: tuple[Item, ...] = ()
    reworded: tuple[Rewording, ...] = ()
    moved: tuple[Item, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the step is the same in both plans."""
        return not (self.added or self.removed or self.reworded or self.moved)


def compare(earlier: Plan, later: Plan) -> tuple[StepChanges, ...]:
    """The changed steps in their order; nothing for two plans that say the same."""
    changes = (_compare_step(step, earlier.items(step), later.items(step)) for step in Step)
    return tuple(change for change in changes if not change.is_empty)


def _compare_step(step: Step, earlier: Sequence[Item], later: Sequence[Item]) -> StepChanges:
    before = {item.id: item for item in earlier}
    after = {item.id for item in later}
    stayed = [item for item in later if item.id in before]
    places = {item.id: place for place, item in enumerate(earlier)}
    in_order = _longest_rise([places[item.id] for item in stayed])
    return StepChanges(
        step,
        added=tuple(item for item in later if item.id not in before),
        removed=tuple(item for item in earlier if item.id not in after),
        reworded=tuple(
            Rewording(before[item.id], item) for item in stayed if item != before[item.id]
        ),
        moved=tuple(item for item in stayed if places[item.id] not in in_order),
    )


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """The members of a longest increasing subsequence of different `numbers`."""
    ends: list[int] = []  # ends[n]: the smallest end of a rise of n + 1 numbers so far
    previous: dict[int, int | None] = {}
    for number in numbers:
        length = bisect_left(ends, number)
        previous[number] = ends[length - 1] if length else None
        ends[length : length + 1] = [number]
    rise: set[int] = set()
    member = ends[-1] if ends else None
    while member is not None:
        rise.add(member)
        member = previous[member]
    return rise
