"""What was expected against what happened, as figures: trial by trial, and all together."""

from __future__ import annotations

from collections.abc import Sequence

from copingkit.tools.exposure.insight import (
    Band,
    Changes,
    Outcome,
    Predictions,
    bands,
    trend,
)
from copingkit.tools.exposure.trial import CameTrue
from copingkit.tools.exposure.view import figure_words as words
from copingkit.ui.charts.figure import (
    Axis,
    Bar,
    BarGroup,
    Bars,
    Fill,
    Guide,
    Key,
    Mark,
    Plot,
    Point,
    Series,
    Stop,
    Stroke,
    Tick,
)
from copingkit.ui.language import short_date, short_day, translate

_MARKS = {
    CameTrue.NO: Mark.RING,
    CameTrue.PARTLY: Mark.HALF,
    CameTrue.YES: Mark.SQUARE,
    None: Mark.TRIANGLE,
}
_FILLS = {CameTrue.NO: Fill.SOLID, CameTrue.PARTLY: Fill.HATCHED, CameTrue.YES: Fill.OPEN}


def expected_figure(rows: Sequence[Outcome], whole: int) -> Plot:
    """How likely it seemed before each trial, in the shape of what happened; and the surprise.

    `whole` is how many trials there are, with those that are not in it.
    """
    met = [answer for answer in _MARKS if any(row.came_true is answer for row in rows)]
    return Plot(
        title=translate("Exposure", "Trial by trial"),
        summary=translate(
            "Exposure",
            "How likely it seemed before each trial, whether it came true, and how much that was a "
            "surprise. What was not said is left open.",
        ),
        note=words.trials_of(len(rows), whole),
        each=translate("Exposure", "Trial"),
        across=_trials_axis(rows),
        up=words.hundred_axis(
            translate("Exposure", "How likely, in percent; surprise, from 0 to 100")
        ),
        stops=_stops(rows),
        series=(
            Series(
                translate("Exposure", "How likely it seemed"),
                tuple(_expected(row) for row in rows),
                keys=tuple((_MARKS[answer], words.came_true_words(answer)) for answer in met),
            ),
            Series(
                translate("Exposure", "Surprise"),
                tuple(Point(row.surprise, words.hundred(row.surprise)) for row in rows),
                Mark.DIAMOND,
                Stroke.NONE,
            ),
        ),
    )


def _expected(row: Outcome) -> Point:
    said = f"{words.percent(row.expected)}, {words.came_true_words(row.came_true)}"
    return Point(row.expected, said, _MARKS[row.came_true])


def change_figure(changes: Changes, whole: int) -> Plot:
    """How likely it seemed before and after each trial that says both, of so many trials."""
    rows = changes.rows
    before = [row.expected for row in rows if row.expected is not None]
    return Plot(
        title=translate("Exposure", "Before and after each trial"),
        summary=words.usual_change(changes.change),
        note=words.trials_of(changes.n, whole),
        each=translate("Exposure", "Trial"),
        across=_trials_axis(rows),
        up=words.hundred_axis(translate("Exposure", "How likely it seemed, in percent")),
        stops=_stops(rows),
        series=(
            Series(
                translate("Exposure", "Before"),
                tuple(Point(row.expected, words.percent(row.expected)) for row in rows),
                Mark.RING,
                Stroke.NONE,
            ),
            Series(
                translate("Exposure", "After"),
                tuple(Point(row.expected_after, words.percent(row.expected_after)) for row in rows),
                Mark.DOT,
                Stroke.NONE,
            ),
        ),
        guides=_trend(before),
        stems=True,
    )


def _trend(numbers: Sequence[int]) -> tuple[Guide, ...]:
    line = trend(numbers)
    if line is None:
        return ()
    name = translate("Exposure", "Straight line through the numbers before (n = {n})")
    ends = (1, line.first), (line.n, line.last)
    return (Guide(name.replace("{n}", str(line.n)), *ends),)


def together_figure(found: Predictions) -> Bars:
    """All trials that say both: how likely it seemed against what happened."""
    keys = tuple(Key(fill, words.came_true_words(answer)) for answer, fill in _FILLS.items())
    summary = (words.what_happened(found.came_true), words.usual_expectation(found.expected))
    return Bars(
        title=translate("Exposure", "All trials together"),
        summary=" ".join(summary),
        note=translate("Exposure", "%n trials that say both", "", found.n),
        each=translate("Exposure", "How likely it seemed"),
        keys=keys,
        groups=(
            BarGroup(
                translate("Exposure", "How likely it seemed before"),
                tuple(_band(band) for band in bands(found)),
            ),
        ),
    )


def _band(band: Band) -> Bar:
    name = translate("Exposure", "{least} to {most} %")
    name = name.replace("{least}", str(band.least)).replace("{most}", str(band.most))
    parts = tuple(band.came_true[answer] for answer in _FILLS)
    return Bar(name, parts, tuple(words.trials(part) for part in parts), str(band.n))


def _trials_axis(rows: Sequence[Outcome]) -> Axis:
    """A place for each trial; days are written once, at their first."""
    title = translate("Exposure", "Trials in their order")
    days: dict[str, Tick] = {}
    for at, row in enumerate(rows, start=1):
        days.setdefault(short_date(row.at), Tick(at, short_day(row.at)))
    return Axis(title, 0.5, len(rows) + 0.5, tuple(days.values()))


def _stops(rows: Sequence[Outcome]) -> tuple[Stop, ...]:
    return tuple(
        Stop(at, words.trial_name(row.at, row.situation)) for at, row in enumerate(rows, start=1)
    )
