"""One trial on paper: before, during with every number and note, after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from copingkit.tools.exposure.trial import After, Before, Ending, Trial
from copingkit.tools.exposure.view.figures import of_trial
from copingkit.tools.exposure.view.paper import LARGE, Paper
from copingkit.tools.exposure.view.paper_words import moment, number, percent
from copingkit.tools.exposure.view.words import (
    came_true_name,
    circumstances,
    clock_text,
    logged,
    planned_end,
)
from copingkit.ui.language import translate
from copingkit.ui.print_pieces import Cells
from copingkit.ui.print_text import Block
from copingkit.ui.printing import Printout

_BESIDE: Final = 12  # lines, about as high as the figure


def trial_print(trial: Trial, paper: Paper) -> Printout:
    """The trial in any state, with the figure of its distress; what nobody said is left out."""
    sections = (
        paper.paragraphs(
            translate("Exposure", "Situation"), trial.situation, _when(trial), _where(trial)
        ),
        paper.section(translate("Exposure", "Before"), _before(trial.before, paper)),
        paper.section(translate("Exposure", "During"), _during(trial, paper)),
        paper.section(translate("Exposure", "After"), _after(trial.after, paper)),
    )
    return paper.print_of(translate("Exposure", "One trial"), sections)


def _when(trial: Trial) -> str:
    """When it began and how long it took; when it was planned for one that did not begin."""
    if trial.clock is None:
        planned = translate("Exposure", "planned on {date}")
        return planned.replace("{date}", moment(trial.planned_at))
    minutes = max(1, round(trial.clock.seconds / 60))
    took = translate("Exposure", "%n minutes", "", minutes)
    return f"{moment(trial.at)} · {took}"


def _where(trial: Trial) -> str:
    return circumstances(trial.before.contexts)


def _before(before: Before, paper: Paper) -> Iterator[Block]:
    answered, named = paper.answered, paper.named
    yield answered(translate("Exposure", "I expected"), before.feared)
    yield named(translate("Exposure", "How likely it seemed"), percent(before.expectancy))
    wrong_if = translate("Exposure", "What would show me that I was wrong")
    yield answered(wrong_if, before.wrong_if)
    yield named(translate("Exposure", "It is over"), planned_end(before))
    peak = translate("Exposure", "Highest distress expected, 0 to 100")
    yield named(peak, number(before.peak))
    yield named(translate("Exposure", "Urge before, 0 to 100"), number(before.urge))
    dropped = ", ".join(each.text for each in before.dropped)
    yield answered(translate("Exposure", "What I leave out this time"), dropped)


def _during(trial: Trial, paper: Paper) -> list[Block]:
    """The figure, and beside it what was noticed first; the rest and large print go below it."""
    noticed = _noticed(trial)
    indent = paper.room_for(at for at, _ in noticed)
    lines = [paper.line(text, at, indent) for at, text in noticed]
    figure = of_trial(trial)
    if figure is None:
        return [(line,) for line in lines]
    if paper.size >= LARGE:
        return [(paper.figure(figure),), *((line,) for line in lines)]
    first = Cells(((paper.figure(figure),), tuple(lines[:_BESIDE])))
    return [(first,), *((line,) for line in lines[_BESIDE:])]


def _noticed(trial: Trial) -> list[tuple[str, str]]:
    """Every number and note with its time since the start, in the order of time."""
    during = trial.during
    suds = translate("Exposure", "Distress {suds}")
    likely = translate("Exposure", "Likely: {percent}")
    names = {each.id: each.text for each in trial.safety_behaviours}
    found = [(each.at, suds.replace("{suds}", str(each.value))) for each in during.suds]
    found += [
        (each.at, likely.replace("{percent}", percent(each.value))) for each in during.expectancy
    ]
    found += [(each.at, logged(each, names.get(each.behaviour, ""))) for each in during.log]
    found.sort(key=lambda each: each[0])
    return [(clock_text(at), text) for at, text in found]


def _after(after: After, paper: Paper) -> Iterator[Block]:
    answered, named = paper.answered, paper.named
    came = came_true_name(after.came_true).lower() if after.came_true is not None else ""
    yield answered(translate("Exposure", "What happened"), after.happened)
    yield named(translate("Exposure", "It came true"), came)
    yield named(translate("Exposure", "Surprise, 0 to 100"), number(after.surprise))
    yield answered(translate("Exposure", "I learned"), after.learned)
    yield named(translate("Exposure", "Likely the next time"), percent(after.expectancy))
    yield named(translate("Exposure", "Distress at the end, 0 to 100"), number(after.suds))
    yield named(translate("Exposure", "Urge after, 0 to 100"), number(after.urge))
    stopped = translate("Exposure", "before its planned end")
    yield named(
        translate("Exposure", "It ended"), stopped if after.ending is Ending.STOPPED else ""
    )
