"""What a ladder is: one fear, and the situations in which one can meet it. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """How trials of a ladder are worked with.

    Learning: a trial tests what one expects (Craske 2014); it is the usual one. Habituation: one
    stays until distress has halved or the set time is over, for those who work that way.
    """

    LEARNING = "learning"
    HABITUATION = "habituation"


class Order(StrEnum):
    """How the items of a ladder are sorted: by SUDS, the lowest first, or as they were put."""

    SUDS = "suds"
    FREE = "free"


class ItemKind(StrEnum):
    """Where an item takes place."""

    IN_WORLD = "in_world"
    IN_BODY = "in_body"
    IMAGINED = "imagined"


@dataclass(frozen=True, slots=True)
class Contexts:
    """The circumstances in short words of the person; empty where nothing is said."""

    place: str = ""
    people: str = ""
    time_of_day: str = ""
    intensity: str = ""


@dataclass(frozen=True, slots=True)
class SafetyBehaviour:
    """Something done to feel safer that is to be dropped; `ritual` for compulsions (OCD)."""

    id: str
    text: str
    ritual: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One situation of a ladder.

    `suds` is the expected distress, 0-100, or not said yet. `variation_of` is the item that this
    one was copied from, `combines` the items that it brings together (deepened extinction, always
    clinician-led), `body_exposure` the id of a shipped one (see `body`).
    """

    id: str
    situation: str
    suds: int | None = None
    kind: ItemKind = ItemKind.IN_WORLD
    contexts: Contexts = Contexts()
    safety_behaviours: tuple[SafetyBehaviour, ...] = ()
    notes: str = ""
    archived: bool = False
    variation_of: str = ""
    combines: tuple[str, ...] = ()
    clinician_led: bool = False
    body_exposure: str = ""


@dataclass(frozen=True, slots=True)
class Ladder:
    """One fear in the person's own words, what it costs, why facing it is worth it, its items.

    `items` are in the free order; `rungs.in_order` gives them as they are shown. `removed_with`
    names the trials that went to Recently removed together with the ladder.
    """

    id: str
    fear: str
    cost: str = ""
    why: str = ""
    mode: Mode = Mode.LEARNING
    order: Order = Order.SUDS
    archived: bool = False
    items: tuple[Item, ...] = ()
    removed_with: tuple[str, ...] = ()
