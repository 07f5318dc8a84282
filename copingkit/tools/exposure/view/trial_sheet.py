"""One trial on paper: before, during with every number and note, after."""

from __future__ import annotations

from collections.abc import Iterator

from copingkit.tools.exposure.trial import After, Before, Ending, Trial
from copingkit.tools.exposure.view.paper import Paper
from copingkit.tools.exposure.view.paper_words import moment, number, percent
from copingkit.tools.exposure.view.words import (
    came_true_name,
    circumstances,
    clock_text,
    logged,
)
from copingkit.ui.language import translate
from copingkit.ui.print_text import Block, Piece
from copingkit.ui.printing import Printout


def trial_print(trial: Trial, paper: Paper, chart: Piece | None = None) -> Printout:
    """The trial in any state; what nobody said is left out. `chart` is that of its distress."""
    noticed = _noticed(trial)
    indent = paper.room_for(at for at, _ in noticed)
    during: list[Block] = [(chart,)] if chart is not None else []
    during += [(paper.line(text, at, indent),) for at, text in noticed]
    sections = (
        paper.paragraphs(
            translate("Exposure", "Situation"), trial.situation, _when(trial), _where(trial)
        ),
        paper.section(translate("Exposure", "Before"), _before(trial.before, paper)),
        paper.section(translate("Exposure", "During"), during),
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
    yield named(translate("Exposure", "It is over"), _planned_end(before))
    peak = translate("Exposure", "Highest distress expected, 0 to 100")
    yield named(peak, number(before.peak))
    dropped = ", ".join(each.text for each in before.dropped)
    yield answered(translate("Exposure", "What I leave out this time"), dropped)


def _planned_end(before: Before) -> str:
    end = before.end
    after = ""
    if end.minutes is not None:
        after = translate("Exposure", "after %n minutes", "", round(end.minutes))
    done = translate("Exposure", "when I have done this: {what}").replace("{what}", end.behaviour)
    return ", ".join(part for part in (after, done if end.behaviour.strip() else "") if part)


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
    stopped = translate("Exposure", "before its planned end")
    yield named(
        translate("Exposure", "It ended"), stopped if after.ending is Ending.STOPPED else ""
    )
