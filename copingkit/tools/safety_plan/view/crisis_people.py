"""Everybody one can call, in two lists that are one key away at any moment of the run."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from copingkit.tools.safety_plan.model import Plan
from copingkit.tools.safety_plan.view.crisis_lines import LineView
from copingkit.tools.safety_plan.view.crisis_route import helpline, people
from copingkit.tools.safety_plan.view.crisis_step import at_start, no_helplines
from copingkit.tools.safety_plan.view.numbers import NumberToCall, in_order
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.layout import Item
from copingkit.ui.widgets.text import label


def people_content(plan: Plan | None, open_helplines: Callable[[], None]) -> list[Item]:
    """The people and professionals of the plan with their numbers."""
    items: list[Item] = [label(people_title(), "huge"), 4]
    everybody = people(plan)
    items.extend(LineView(line) for line in everybody)
    if not everybody:
        words = (
            translate("CrisisRun", "Your people are in your plan. Open it to see them.")
            if plan is None
            else translate("CrisisRun", "Nobody is written here yet.")
        )
        more = translate("CrisisRun", "Helplines are there for everybody.")
        items += [label(words, "big"), label(more, "big")]
        text = translate("CrisisRun", "Show helplines")
        items.append(at_start(button(text, open_helplines, look="tall", icon="phone")))
    return items


def helplines_content(
    lines: Sequence[NumberToCall], choose: Callable[[], None], *, country_missing: bool
) -> list[Item]:
    """The emergency number, then each line with its hours; those to check come last."""
    items: list[Item] = [label(helplines_title(), "huge"), 4]
    items.extend(LineView(helpline(line)) for line in in_order(tuple(lines)))
    if country_missing or not lines:
        items.extend(no_helplines(choose))
    else:
        text = translate("CrisisRun", "All helplines and countries")
        items.append(at_start(button(text, choose, look="tall-quiet")))
    return items


def people_title() -> str:
    """What the list of people is called."""
    return translate("CrisisRun", "My people")


def helplines_title() -> str:
    """What the list of helplines is called."""
    return translate("CrisisRun", "Helplines")
