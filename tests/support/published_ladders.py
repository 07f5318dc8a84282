"""Ladders in the style of those that are published: four fears, in words of our own.

Each line is one item: SUDS, situation, then what it is typed with.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from copingkit.tools.exposure.ladder import Contexts, ItemKind, Mode

IN_BODY, IMAGINED = ItemKind.IN_BODY, ItemKind.IMAGINED


@dataclass(frozen=True)
class TypedItem:
    """One line as a person types it; behaviours with an asterisk are rituals."""

    suds: int
    situation: str
    contexts: Contexts = field(default_factory=Contexts)
    drop: tuple[str, ...] = ()
    kind: ItemKind = ItemKind.IN_WORLD
    body_exposure: str = ""


@dataclass(frozen=True)
class TypedLadder:
    """A fear with its items, and what is feared in its trials."""

    fear: str
    cost: str
    why: str
    mode: Mode
    feared: str
    items: tuple[TypedItem, ...]


SPIDER = TypedLadder(
    "A spider runs up my arm and I lose my head",
    "I do not go into the cellar or the garden shed",
    "To build a bird house with my daughter",
    Mode.LEARNING,
    "It runs at me and I cannot stop screaming",
    (
        TypedItem(20, "Say the word and draw one", kind=IMAGINED),
        TypedItem(30, "Look at a photo of a small house spider", Contexts("Kitchen", "alone")),
        TypedItem(40, "Watch a film of one walking", Contexts("Sofa", "with Lena", "evening")),
        TypedItem(55, "Stand at the other end of the room from one in a jar", drop=("Shoes on",)),
        TypedItem(65, "Hold the closed jar", drop=("Gloves", "Someone beside me")),
        TypedItem(75, "Touch it with a pencil", Contexts("Shed", "alone", "noon")),
        TypedItem(85, "Let it walk over a gloved hand", drop=("Gloves",)),
        TypedItem(95, "Let it walk over my bare hand", Contexts("Shed", "with Lena")),
    ),
)
PANIC = TypedLadder(
    "My heart stops where nobody can help me",
    "I take no bus, no lift and no queue",
    "To see my sister's new flat, two hours by train",
    Mode.LEARNING,
    "I faint and nobody comes",
    (
        TypedItem(25, "Run on the spot", kind=IN_BODY, body_exposure="running-on-the-spot"),
        TypedItem(35, "Breathe through a straw", kind=IN_BODY, body_exposure="straw-breathing"),
        TypedItem(40, "Walk round the block", Contexts("Our street", "alone", "morning")),
        TypedItem(50, "Queue in the small shop", drop=("Water bottle", "Phone in the hand")),
        TypedItem(60, "Two stops by bus, at the door", Contexts("Bus 12"), ("Seat at the door",)),
        TypedItem(70, "Two stops by bus, in the middle", Contexts("Bus 12", "full")),
        TypedItem(80, "The lift to the sixth floor", Contexts("Library", "alone")),
        TypedItem(90, "The train to my sister", Contexts("Train", "alone", "rush hour")),
    ),
)
SOCIAL = TypedLadder(
    "Others see me blush and think that I am a fool",
    "I eat my lunch in the car",
    "I want to say what I know in our team",
    Mode.LEARNING,
    "Somebody laughs at me",
    (
        TypedItem(30, "Ask a passer-by for the time", Contexts("Station", "strangers")),
        TypedItem(40, "Have lunch at the table by the window", drop=("Headphones",)),
        TypedItem(50, "Ask in a shop for something they do not have"),
        TypedItem(55, "Ring someone up while others listen", Contexts("Office", "two colleagues")),
        TypedItem(65, "Say no to an extra task", drop=("Long excuses",)),
        TypedItem(75, "Drop coins at the till and pick them up slowly", drop=("Joking",)),
        TypedItem(85, "Say one sentence in the team meeting", drop=("Rehearsing it", "Scarf")),
        TypedItem(95, "Give a talk of five minutes", Contexts("Office", "the whole team")),
    ),
)
CONTAMINATION = TypedLadder(
    "I carry germs home and somebody falls ill",
    "An hour a day at the basin",
    "To cook with my friends again",
    Mode.HABITUATION,
    "I fall ill within two days",
    (
        TypedItem(40, "Touch the handle of our front door", drop=("*Washing", "*Wiping")),
        TypedItem(45, "Put the shopping bag on the table", drop=("*Wiping it first",)),
        TypedItem(55, "Touch the rail at the station", Contexts("Station"), ("*Gel",)),
        TypedItem(60, "Use a pen of the bank", drop=("*Gel", "Asking if it is clean")),
        TypedItem(70, "Eat a roll with unwashed hands", Contexts("Park", "alone"), ("*Washing",)),
        TypedItem(80, "Touch the lid of the bin", drop=("*Washing", "*Counting")),
        TypedItem(90, "Use the toilet at work", Contexts("Work"), ("*Washing more than once",)),
    ),
)
PUBLISHED = (SPIDER, PANIC, SOCIAL, CONTAMINATION)
