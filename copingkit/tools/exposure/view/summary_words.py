"""What a summary of some trials says in numbers and circumstances, each with its n."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from copingkit.tools.exposure.insight import (
    Count,
    Summary,
    coverage,
    expectancy_changes,
    left_out,
    predictions,
)
from copingkit.tools.exposure.trial import CameTrue, Trial
from copingkit.tools.exposure.view import figure_words
from copingkit.tools.exposure.view.paper_words import named
from copingkit.ui.language import short_date, translate


def span_words(trials: Sequence[Trial]) -> str:
    """How many trials, and from when to when (the oldest comes first)."""
    count = figure_words.trials(len(trials))
    if not trials:
        return count
    first, last = short_date(trials[0].at), short_date(trials[-1].at)
    if first == last:
        return f"{count}, {first}"
    words = translate("Exposure", "{count}, from {first} to {last}").replace("{count}", count)
    return words.replace("{first}", first).replace("{last}", last)


def number_words(trials: Sequence[Trial]) -> Iterator[str]:
    """How often it came true and how likely it seemed; a middle only where there are enough."""
    yield span_words(trials)
    counted = Counter(trial.after.came_true for trial in trials)
    answers = {answer: counted[answer] for answer in CameTrue}
    if any(answers.values()):
        yield figure_words.what_happened(answers)
    yield from _likely(predictions(trials).expected)
    yield from _change(expectancy_changes(trials).change)


def _likely(found: Summary) -> Iterator[str]:
    title = translate("Exposure", "How likely it seemed")
    yield from _usual(title, found, figure_words.usual_expectation(found))


def _change(found: Summary) -> Iterator[str]:
    title = translate("Exposure", "How that changed, in percentage points")
    yield from _usual(title, found, figure_words.usual_change(found))


def _usual(title: str, found: Summary, words: str) -> Iterator[str]:
    """A sentence; that there are too few for one says of what; without any number nothing."""
    if found.n:
        yield named(title, words) if found.median is None else words


def varied_words(trials: Sequence[Trial]) -> Iterator[tuple[str, str]]:
    """Each kind of circumstance and how often which was met; those never said are left out."""
    met = coverage(trials)
    rows = (
        (translate("Exposure", "Where"), met.place),
        (translate("Exposure", "With whom, or alone"), met.people),
        (translate("Exposure", "Time of day"), met.time_of_day),
        (translate("Exposure", "How much of it (near, long, loud)"), met.intensity),
        (translate("Exposure", "What I left out"), left_out(trials)),
    )
    for title, counts in rows:
        if counts:
            yield title, ", ".join(_counted(count) for count in counts)


def _counted(count: Count) -> str:
    return f"{count.text} ({count.n})"
