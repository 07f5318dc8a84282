"""Buttons that lead from one exercise to another that may suit better."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from copingkit.tools.exercises.model import Exercise
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow

OFFERED: Final = 3


def other_exercises(exercises: Sequence[Exercise], open_one: Callable[[str], None]) -> Flow:
    """The first few of `exercises`; `open_one` gets the id of the one that was pressed."""
    return Flow(
        *(
            button(each.title, partial(open_one, each.id), look="tall", icon="forward")
            for each in exercises[:OFFERED]
        )
    )
