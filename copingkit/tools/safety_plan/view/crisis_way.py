"""The words on the edges of a crisis run: where one is, and what the way on is called."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from copingkit.tools.safety_plan.view.crisis_route import Filling, Offer
from copingkit.tools.safety_plan.view.crisis_walk import Walk
from copingkit.ui.language import translate

Find = Callable[[], Offer | None]  # asked once a step is reached where an exercise fits


class Showing(Enum):
    """What fills the window: a stop of the run, one of the two lists, or the end."""

    STOP = "stop"
    PEOPLE = "people"
    HELPLINES = "helplines"
    SUMMARY = "summary"


def place(showing: Showing, walk: Walk) -> str:
    """Where one is ("Step 4 of 7"); empty away from the steps."""
    if showing is not Showing.STOP:
        return ""
    said = translate("CrisisRun", "Step {number} of {count}")
    return said.replace("{number}", str(walk.stop.key)).replace("{count}", str(walk.count))


def next_words(showing: Showing, walk: Walk, *, hides_more: bool) -> str:
    """What the way on is called; `hides_more` says that something is below what can be seen."""
    if showing is Showing.SUMMARY:
        return translate("CrisisRun", "Done")
    if showing is not Showing.STOP:
        return translate("CrisisRun", "Back to my step")
    if hides_more:
        return translate("CrisisRun", "Read on")
    if walk.lines_left:
        return translate("CrisisRun", "Show %n more", "", walk.lines_left)
    if walk.at_end:
        return translate("CrisisRun", "To the end")
    return translate("CrisisRun", "Next step")


def asks(showing: Showing, walk: Walk) -> bool:
    """Whether it makes sense to ask if this helped: only of a step that says something."""
    stop = walk.stop
    return showing is Showing.STOP and stop.step is not None and stop.filling is not Filling.NOTHING


def no_offer() -> Offer | None:
    """Nothing to start."""
    return None


def exercise_here(showing: Showing, walk: Walk, find: Find) -> str:
    """The id of the exercise to start from here: the first that the lines name, else the offer.

    Empty where nothing of the sort is shown.
    """
    if showing is not Showing.STOP or not walk.stop.is_for_exercises:
        return ""
    named = next((line.exercise for line in walk.lines if line.exercise), "")
    offer = None if named else find()
    return offer.exercise if offer is not None else named
