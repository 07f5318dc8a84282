"""In which circumstances the trials were, as lying bars and as a table."""

from __future__ import annotations

from copingkit.tools.exposure.insight import Count, Coverage
from copingkit.tools.exposure.view import figure_words as words
from copingkit.ui.charts.figure import Bar, BarGroup, Bars, Fill, Key
from copingkit.ui.charts.reading import Table
from copingkit.ui.language import translate

_DRAWN = 8  # of each kind; the table has them all


def coverage_figure(found: Coverage) -> Bars:
    """The most frequent of each kind; kinds of which nothing was said are left out."""
    return Bars(
        title=translate("Exposure", "Where, with whom, when"),
        summary=translate(
            "Exposure",
            "What is learned in one place is often tied to it. Here is where your trials were.",
        ),
        note=translate(
            "Exposure", "%n trials in all; what was not said is not counted", "", found.n
        ),
        each=_each(),
        keys=(Key(Fill.SOLID, _how_many()),),
        groups=tuple(_group(title, counts) for title, counts in _kinds(found) if counts),
    )


def coverage_table(found: Coverage) -> Table:
    """Every circumstance with how many trials had it."""
    rows = (
        (f"{title}: {count.text}", words.trials(count.n))
        for title, counts in _kinds(found)
        for count in counts
    )
    return Table((_each(), _how_many()), tuple(rows))


def _each() -> str:
    return translate("Exposure", "Circumstance")


def _how_many() -> str:
    return translate("Exposure", "Trials")


def _kinds(found: Coverage) -> tuple[tuple[str, tuple[Count, ...]], ...]:
    return (
        (translate("Exposure", "Where"), found.place),
        (translate("Exposure", "With whom, or alone"), found.people),
        (translate("Exposure", "Time of day"), found.time_of_day),
        (translate("Exposure", "How much of it"), found.intensity),
    )


def _group(title: str, counts: tuple[Count, ...]) -> BarGroup:
    bars = (
        Bar(count.text, (count.n,), (words.trials(count.n),), str(count.n))
        for count in counts[:_DRAWN]
    )
    rest = len(counts) - _DRAWN
    more = translate("Exposure", "%n more in the table", "", rest) if rest > 0 else ""
    return BarGroup(title, tuple(bars), more)
