"""Figures for the charts and tables of a ladder: pure, each with how many trials it stands for.

Only trials that are done count, the oldest first. Nothing is smoothed or filled in: what was not
said is None. Below FEWEST there is no median and no trend, since they would say more than is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean, median

from copingkit.core.folding import words
from copingkit.tools.exposure.pace import peak_suds
from copingkit.tools.exposure.trial import CameTrue, Reading, State, Trial

FEWEST = 5
BANDS = ((75, 100), (50, 74), (25, 49), (0, 24))  # percent, both ends counted


@dataclass(frozen=True, slots=True)
class SudsCurve:
    """Distress within one trial: readings by seconds since its start; SUDS 0-100 or None."""

    readings: tuple[Reading, ...]
    seconds: float
    expected_peak: int | None
    peak: int | None

    @property
    def n(self) -> int:
        """How many readings there are."""
        return len(self.readings)

    @property
    def first(self) -> int | None:
        """The first reading."""
        return self.readings[0].value if self.readings else None

    @property
    def last(self) -> int | None:
        """The last reading."""
        return self.readings[-1].value if self.readings else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One trial as a row: what was expected against what happened; numbers 0-100 or None.

    `expected` and `expected_after` say how likely the feared outcome seemed, before and after.
    """

    trial: str
    at: datetime
    situation: str
    expected: int | None
    came_true: CameTrue | None
    surprise: int | None
    expected_after: int | None
    expected_peak: int | None
    peak: int | None


@dataclass(frozen=True, slots=True)
class Summary:
    """Median, least and most of n numbers; all None below FEWEST."""

    n: int
    median: float | None
    least: float | None
    most: float | None


@dataclass(frozen=True, slots=True)
class Predictions:
    """Expected against happened: the trials that say both, and how often it came true."""

    rows: tuple[Outcome, ...]
    expected: Summary
    came_true: dict[CameTrue, int]

    @property
    def n(self) -> int:
        """How many trials say both."""
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class Band:
    """The n trials that seemed from `least` to `most` percent likely, by what happened."""

    least: int
    most: int
    n: int
    came_true: dict[CameTrue, int]


@dataclass(frozen=True, slots=True)
class Changes:
    """Expectancy before and after: the trials that say both, and after minus before."""

    rows: tuple[Outcome, ...]
    change: Summary

    @property
    def n(self) -> int:
        """How many trials say both."""
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class Trend:
    """A straight line through n numbers in their order: its height at the first and the last."""

    n: int
    first: float
    last: float


@dataclass(frozen=True, slots=True)
class Count:
    """How many trials had a circumstance, in the words that were used last."""

    text: str
    n: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """In which circumstances the n trials were, each most frequent first; unsaid ones left out."""

    n: int
    place: tuple[Count, ...]
    people: tuple[Count, ...]
    time_of_day: tuple[Count, ...]
    intensity: tuple[Count, ...]


def suds_curve(trial: Trial) -> SudsCurve:
    """Distress within a trial, in any state; what was said of its end is its last reading."""
    seconds = trial.clock.seconds if trial.clock is not None else 0.0
    readings = trial.during.suds
    at_end, over = trial.after.suds, trial.state in {State.TO_REFLECT, State.DONE}
    if over and at_end is not None and (not readings or readings[-1].at < seconds):
        readings = (*readings, Reading(seconds, at_end))
    peak = max((reading.value for reading in readings), default=None)
    return SudsCurve(readings, seconds, trial.before.peak, peak)


def done(trials: Iterable[Trial]) -> tuple[Trial, ...]:
    """Those that are done, the oldest first."""
    return tuple(sorted((t for t in trials if t.state is State.DONE), key=lambda t: t.at))


def outcomes(trials: Iterable[Trial]) -> tuple[Outcome, ...]:
    """A row for each trial that is done."""
    return tuple(
        Outcome(
            trial=trial.id,
            at=trial.at,
            situation=trial.situation,
            expected=trial.before.expectancy,
            came_true=trial.after.came_true,
            surprise=trial.after.surprise,
            expected_after=trial.after.expectancy,
            expected_peak=trial.before.peak,
            peak=peak_suds(trial),
        )
        for trial in done(trials)
    )


def predictions(trials: Iterable[Trial]) -> Predictions:
    """How likely it seemed, and how often it came true."""
    return predicted(outcomes(trials))


def predicted(found: Iterable[Outcome]) -> Predictions:
    """The same of the rows of trials, where these are there already."""
    rows = tuple(row for row in found if row.expected is not None and row.came_true is not None)
    counted = Counter(row.came_true for row in rows)
    return Predictions(
        rows=rows,
        expected=summary([row.expected for row in rows if row.expected is not None]),
        came_true={answer: counted[answer] for answer in CameTrue},
    )


def bands(found: Predictions) -> tuple[Band, ...]:
    """How often it came true when it seemed very likely, less likely, and so on down."""
    made = []
    for least, most in BANDS:
        rows = [row for row in found.rows if least <= (row.expected or 0) <= most]
        counted = Counter(row.came_true for row in rows)
        answers = {answer: counted[answer] for answer in CameTrue}
        made.append(Band(least, most, len(rows), answers))
    return tuple(made)


def expectancy_changes(trials: Iterable[Trial]) -> Changes:
    """How likely it seemed before and after each trial."""
    pairs = [
        (row, row.expected_after - row.expected)
        for row in outcomes(trials)
        if row.expected is not None and row.expected_after is not None
    ]
    return Changes(
        tuple(row for row, _change in pairs), summary([change for _row, change in pairs])
    )


def summary(numbers: Sequence[float]) -> Summary:
    """What can be said of some numbers."""
    if len(numbers) < FEWEST:
        return Summary(len(numbers), None, None, None)
    return Summary(len(numbers), median(numbers), min(numbers), max(numbers))


def trend(numbers: Sequence[float]) -> Trend | None:
    """The line of least squares through numbers at equal distances; None below FEWEST."""
    n = len(numbers)
    if n < FEWEST:
        return None
    middle, mean = (n - 1) / 2, fmean(numbers)
    spread = sum((place - middle) ** 2 for place in range(n))
    slope = sum((place - middle) * number for place, number in enumerate(numbers)) / spread
    return Trend(n, mean - slope * middle, mean + slope * middle)


def coverage(trials: Iterable[Trial]) -> Coverage:
    """How often each place, company, time of day and intensity was met."""
    met = [trial.before.contexts for trial in done(trials)]
    return Coverage(
        n=len(met),
        place=_counts(contexts.place for contexts in met),
        people=_counts(contexts.people for contexts in met),
        time_of_day=_counts(contexts.time_of_day for contexts in met),
        intensity=_counts(contexts.intensity for contexts in met),
    )


def left_out(trials: Iterable[Trial]) -> tuple[Count, ...]:
    """What was to be left out to feel safer, and in how many trials, most frequent first."""
    return _counts(
        text
        for trial in done(trials)
        for text in dict.fromkeys(each.text for each in trial.before.dropped)
    )


def latest(trials: Iterable[Trial], n: int) -> tuple[Trial, ...]:
    """The last n that are done, the oldest of them first."""
    found = done(trials)
    return found[max(0, len(found) - n) :]


def since(trials: Iterable[Trial], moment: datetime) -> tuple[Trial, ...]:
    """Those that are done and began at `moment` or later, the oldest first."""
    return tuple(trial for trial in done(trials) if trial.at >= moment)


def same(text: str) -> str:
    """What two wordings of the same circumstance have in common: no case, accents, signs."""
    return " ".join(words(text)) or text.strip()


def _counts(texts: Iterable[str]) -> tuple[Count, ...]:
    counted: Counter[str] = Counter()
    worded: dict[str, str] = {}
    for text in texts:
        if key := same(text):
            counted[key] += 1
            worded[key] = text.strip()
    return tuple(Count(worded[key], n) for key, n in counted.most_common())
