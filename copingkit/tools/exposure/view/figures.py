"""Which figures there are to show or to print, of one trial and of a ladder; none without numbers.

For paper: `PaperFigure(figure, width)` for each (copingkit/ui/charts/paper.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from copingkit.tools.exposure import insight
from copingkit.tools.exposure.insight import Coverage, Outcome, Predictions
from copingkit.tools.exposure.trial import Trial
from copingkit.tools.exposure.view.coverage_figure import coverage_figure
from copingkit.tools.exposure.view.outcome_figures import (
    change_figure,
    expected_figure,
    together_figure,
)
from copingkit.tools.exposure.view.suds_figure import suds_figure
from copingkit.ui.charts.figure import Bars, Figure, Plot

AT_ONCE = 20  # trials in one chart; more would be a smear of points


def of_trial(trial: Trial) -> Plot | None:
    """Distress within a trial, from the second number on: one alone is no course."""
    return suds_figure(trial) if insight.suds_curve(trial).n > 1 else None


def of_ladder(trials: Iterable[Trial]) -> tuple[Figure, ...]:
    """Those of a ladder's trials, in the order of the page; single trials only of the newest."""
    done = insight.done(trials)
    newest = done[-AT_ONCE:]
    found = (
        together(insight.predictions(done)),
        trial_by_trial(insight.outcomes(newest), len(done)),
        before_and_after(newest, len(done)),
        circumstances(insight.coverage(done)),
    )
    return tuple(figure for figure in found if figure is not None)


def together(found: Predictions) -> Bars | None:
    """All trials that say how likely it seemed and what happened."""
    return together_figure(found) if found.n else None


def trial_by_trial(rows: Sequence[Outcome], whole: int) -> Plot | None:
    """Some of `whole` trials, where any says how likely it seemed or how much it surprised."""
    told = any(row.expected is not None or row.surprise is not None for row in rows)
    return expected_figure(rows, whole) if told else None


def before_and_after(trials: Iterable[Trial], whole: int) -> Plot | None:
    """How likely it seemed before and after some of `whole` trials, where any says both."""
    found = insight.expectancy_changes(trials)
    return change_figure(found, whole) if found.n else None


def circumstances(found: Coverage) -> Bars | None:
    """Where, with whom, when, where any of that was said."""
    said = (found.place, found.people, found.time_of_day, found.intensity)
    return coverage_figure(found) if any(said) else None
