"""The safety plan as a value: seven lists of entries in order, and the pure edits of them.

The six steps and their order follow the Safety Planning Intervention (Stanley & Brown 2012);
the reasons for living are a list beside them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class Step(StrEnum):
    """The lists of a plan, in the order in which they are gone through."""

    WARNING_SIGNS = "warning_signs"
    COPING_STRATEGIES = "coping_strategies"
    DISTRACTIONS = "distractions"
    CONTACTS = "contacts"
    PROFESSIONALS = "professionals"
    MEANS_SAFETY = "means_safety"
    REASONS_FOR_LIVING = "reasons_for_living"


class Sort(StrEnum):
    """What an entry is; with the step it decides which fields are asked for."""

    ENTRY = "entry"
    PERSON = "person"
    PLACE = "place"
    PROFESSIONAL = "professional"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a plan; the fields that its sort does not ask for stay as they are here.

    `text` is what the entry is called: the sign, the strategy, the person's or place's name, the
    agreed action. `as_suggested` says that it still reads as the program offered it.
    `likelihood` is how likely the person would do it in a crisis, 0-10. `exercise` is the id of
    the exercise that it stands for, which can then be started from here.
    """

    id: str
    sort: Sort
    text: str
    as_suggested: bool = False
    likelihood: int | None = None
    obstacle: str = ""
    workaround: str = ""
    relation: str = ""
    role: str = ""
    phone: str = ""
    hours: str = ""
    say: str = ""
    address: str = ""
    told: bool = False
    helper: str = ""
    due: date | None = None
    done: bool = False
    exercise: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole plan: one tuple of entries for each `Step`, named like the step's value."""

    warning_signs: tuple[Item, ...] = ()
    coping_strategies: tuple[Item, ...] = ()
    distractions: tuple[Item, ...] = ()
    contacts: tuple[Item, ...] = ()
    professionals: tuple[Item, ...] = ()
    means_safety: tuple[Item, ...] = ()
    reasons_for_living: tuple[Item, ...] = ()

    def items(self, step: Step) -> tuple[Item, ...]:
        """The entries of one step, in order."""
        entries: tuple[Item, ...] = getattr(self, step.value)
        return entries

    @property
    def is_empty(self) -> bool:
        """Whether no step has an entry."""
        return not any(self.items(step) for step in Step)


@dataclass(frozen=True, slots=True)
class RemovedItem:
    """An entry taken out of a plan, and the place (from 0) where it stood."""

    item: Item
    step: Step
    position: int


def find(plan: Plan, item_id: str) -> RemovedItem:
    """The entry of that id with its place; raises KeyError when the plan has none."""
    for step in Step:
        for position, item in enumerate(plan.items(step)):
            if item.id == item_id:
                return RemovedItem(item, step, position)
    raise KeyError(item_id)


def holds(plan: Plan, item_id: str) -> bool:
    """Whether the plan has an entry of that id."""
    return any(item.id == item_id for step in Step for item in plan.items(step))


def add(plan: Plan, step: Step, item: Item, position: int | None = None) -> Plan:
    """The plan with `item` at `position` (0 and up; past the end or None: as the last one).

    Raises ValueError when its id is in the plan already.
    """
    if holds(plan, item.id):
        raise ValueError("an entry of this id is in the plan already")
    items = plan.items(step)
    place = len(items) if position is None else max(0, position)
    return _with_items(plan, step, (*items[:place], item, *items[place:]))


def edit(plan: Plan, item: Item) -> Plan:
    """The plan with `item` in place of the entry of its id; raises KeyError.

    An entry whose text was reworded no longer counts as suggested.
    """
    place = find(plan, item.id)
    if item.text != place.item.text:
        item = replace(item, as_suggested=False)
    items = plan.items(place.step)
    changed = (*items[: place.position], item, *items[place.position + 1 :])
    return _with_items(plan, place.step, changed)


def move(plan: Plan, item_id: str, position: int) -> Plan:
    """The plan with that entry at `position` within its step (held inside it); raises KeyError."""
    without, taken = remove(plan, item_id)
    return add(without, taken.step, taken.item, position)


def remove(plan: Plan, item_id: str) -> tuple[Plan, RemovedItem]:
    """The plan without that entry, and what `add` needs to put it back; raises KeyError."""
    taken = find(plan, item_id)
    kept = tuple(item for item in plan.items(taken.step) if item.id != item_id)
    return _with_items(plan, taken.step, kept), taken


def _with_items(plan: Plan, step: Step, items: tuple[Item, ...]) -> Plan:
    lists = {each.value: plan.items(each) for each in Step}
    lists[step.value] = items
    return Plan(**lists)
