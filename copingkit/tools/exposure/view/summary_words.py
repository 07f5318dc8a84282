"""What a summary of some trials says in numbers and circumstances, each with its n."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copingkit.tools.exposure.insight import (
    FEWEST,
    Count,
    Summary,
    coverage,
    expectancy_changes,
    left_out,
    predictions,
)
from copingkit.tools.exposure.trial import CameTrue, Trial
from copingkit.ui.language import short_date, translate


def span_words(trials: Sequence[Trial]) -> str:
    """How many trials, and from when to when (the oldest comes first)."""
    count = translate("Exposure", "%n trials", "", len(trials))
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
    found = predictions(trials)
    if found.n:
        words = translate(
            "Exposure",
            "Did what I expected come true? Yes: {yes}, partly: {partly}, no: {no} (n = {n})",
        )
        for answer, name in (
            (CameTrue.YES, "{yes}"),
            (CameTrue.PARTLY, "{partly}"),
            (CameTrue.NO, "{no}"),
        ):
            words = words.replace(name, str(found.came_true[answer]))
        yield words.replace("{n}", str(found.n))
        yield _middle(translate("Exposure", "How likely it seemed before"), found.expected)
    change = expectancy_changes(trials).change
    if change.n:
        title = translate("Exposure", "How that changed by the end, in percentage points")
        yield _middle(title, change, signed=True)


def _middle(title: str, summary: Summary, *, signed: bool = False) -> str:
    """The median with its spread, or that there are too few for one."""
    if summary.median is None or summary.least is None or summary.most is None:
        few = translate("Exposure", "{title}: too few to say (n = {n}, {fewest} are needed)")
        said = few.replace("{fewest}", str(FEWEST))
    else:
        words = translate(
            "Exposure", "{title}: in the middle {median}, from {least} to {most} (n = {n})"
        )
        said = words.replace("{median}", _number(summary.median, signed=signed))
        said = said.replace("{least}", _number(summary.least, signed=signed))
        said = said.replace("{most}", _number(summary.most, signed=signed))
    return said.replace("{title}", title).replace("{n}", str(summary.n))


def _number(value: float, *, signed: bool) -> str:
    text = f"{abs(value):g}"
    if not signed or not value:
        return f"{text} %" if not signed else text
    return f"+{text}" if value > 0 else f"−{text}"


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
