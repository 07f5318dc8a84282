"""The figures of trials say what the trials say: gaps, shapes, counts, and no trend below five."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copingkit.tools.exposure import flow, insight
from copingkit.tools.exposure.ladder import Contexts, Mode
from copingkit.tools.exposure.trial import After, Before, CameTrue, Trial
from copingkit.tools.exposure.view import figure_words, figures
from copingkit.tools.exposure.view.coverage_figure import coverage_table
from copingkit.tools.exposure.view.outcome_figures import expected_figure
from copingkit.tools.exposure.view.outcome_table import OutcomeRows, outcome_table
from copingkit.tools.exposure.view.suds_figure import suds_figure
from copingkit.ui import language
from copingkit.ui.charts.figure import Bars, Mark, Plot, Stroke
from copingkit.ui.charts.reading import readings, table
from tests.support.exposures import done, running, tick

percent = st.none() | st.integers(0, 100)


def tried(
    number: int,
    expected: int | None = 70,
    came_true: CameTrue | None = CameTrue.NO,
    surprise: int | None = 40,
    after: int | None = 30,
) -> Trial:
    return done(
        f"t{number}",
        day=number,
        before=Before(expectancy=expected, peak=80, contexts=Contexts("Tram", "alone")),
        after=After("x", came_true, surprise, expectancy=after),
    )


def by_title(trials: list[Trial], title: str) -> Plot | Bars:
    return next(figure for figure in figures.of_ladder(trials) if figure.title == title)


# --- within a trial


def test_the_curve_of_a_trial_has_its_readings_and_the_expected_highest() -> None:
    trial = running(Mode.LEARNING, 60, 80, 30)
    trial = replace(trial, before=replace(trial.before, peak=90))
    trial = flow.end(trial, tick(10))
    figure = figures.of_trial(trial)
    assert figure is not None
    (line,) = figure.series
    assert [point.value for point in line.points] == [60, 80, 30]
    assert [stop.at for stop in figure.stops] == [0, 1, 2]
    assert (figure.across.title, figure.across.most) == ("Minutes since the start", 10)
    (level,) = figure.guides
    assert (level.start, level.end) == ((0, 90), (10, 90))
    assert figure.note == "3 numbers"
    said = "First 60, highest 80, last 30. The highest that I expected: 90."
    assert figure.summary == said
    assert readings(figure)[1] == "1:00 · Distress: 80"


def test_a_drop_is_not_told_as_a_success() -> None:
    said = figures.of_trial(running(Mode.LEARNING, 90, 20))
    assert said is not None
    assert not {"less", "fell", "drop", "better", "down"} & set(said.summary.lower().split())


def test_a_short_trial_is_told_in_seconds_and_none_expected_draws_no_level() -> None:
    figure = figures.of_trial(running(Mode.LEARNING, 50, 40))
    assert figure is not None
    assert (figure.across.title, figure.across.most) == ("Seconds since the start", 60)
    assert figure.stops[1].at == 60
    assert not figure.guides


def test_one_number_is_no_course() -> None:
    assert figures.of_trial(running(Mode.LEARNING, 50)) is None
    empty = suds_figure(running())
    assert empty.stops == ()
    assert empty.summary == "No number was noted in this trial."


# --- trial by trial


@given(st.lists(st.tuples(percent, st.sampled_from(CameTrue), percent), min_size=1, max_size=9))
def test_each_trial_is_a_stop_with_its_numbers_and_gaps(
    said: list[tuple[int | None, CameTrue, int | None]],
) -> None:
    made = [tried(number, *row) for number, row in enumerate(said)]
    figure = expected_figure(insight.outcomes(made), len(made))
    expected, surprise = figure.series
    assert [point.value for point in expected.points] == [row[0] for row in said]
    assert [point.value for point in surprise.points] == [row[2] for row in said]
    shapes = {CameTrue.NO: Mark.RING, CameTrue.PARTLY: Mark.HALF, CameTrue.YES: Mark.SQUARE}
    assert [point.mark for point in expected.points] == [shapes[row[1]] for row in said]
    assert {mark for mark, _words in expected.keys} == {shapes[row[1]] for row in said}
    assert len(table(figure).rows) == len(said)


def test_an_outcome_that_is_missing_is_told() -> None:
    made = replace(tried(1), after=replace(tried(1).after, came_true=None, surprise=None))
    figure = expected_figure(insight.outcomes([made]), 1)
    assert "How likely it seemed: 70 %, not said · Surprise: not said" in readings(figure)[0]
    assert figure.series[0].keys == ((Mark.TRIANGLE, "not said"),)


def test_only_the_newest_are_in_one_chart() -> None:
    made = [tried(number) for number in range(figures.AT_ONCE + 5)]
    figure = by_title(made, "Trial by trial")
    assert isinstance(figure, Plot)
    assert len(figure.stops) == figures.AT_ONCE
    assert figure.stops[-1].name == f"{language.short_date(made[-1].at)} · {made[-1].situation}"
    assert figure.note == "20 of 25 trials"
    assert by_title(made, "Before and after each trial").note == "20 of 25 trials"
    together = by_title(made, "All trials together")
    assert together.note == "25 trials that say both"


# --- before and after


@pytest.mark.parametrize("count", [1, 4])
def test_below_five_there_is_no_trend_and_no_median(count: int) -> None:
    figure = by_title([tried(number) for number in range(count)], "Before and after each trial")
    assert isinstance(figure, Plot)
    assert not figure.guides
    few = "1 trial is too few to tell." if count == 1 else "4 trials are too few to tell."
    assert figure.summary == few
    together = by_title([tried(number) for number in range(count)], "All trials together")
    assert few in together.summary


def test_from_five_on_there_is_a_straight_line_that_says_its_n() -> None:
    made = [tried(number, 80 - 10 * number, after=40) for number in range(5)]
    figure = by_title(made, "Before and after each trial")
    assert isinstance(figure, Plot)
    (line,) = figure.guides
    assert (*line.start, *line.end) == pytest.approx((1, 80, 5, 40))
    assert "n = 5" in line.name
    assert all(series.stroke is Stroke.NONE for series in figure.series)
    assert (
        figure.summary == "Afterwards it usually seemed less likely, by 20 (n = 5, from −40 to 0)."
    )


@pytest.mark.parametrize(
    ("after", "said"), [(80, "more likely, by 10 (n = 5, from +10 to +10)"), (70, "as likely as")]
)
def test_a_rise_and_no_change_are_told_as_plainly(after: int, said: str) -> None:
    made = [tried(number, 70, after=after) for number in range(5)]
    assert said in by_title(made, "Before and after each trial").summary


def test_trials_that_do_not_say_both_are_not_in_it() -> None:
    made = [tried(1, None), tried(2, after=None), tried(3)]
    assert by_title(made, "Before and after each trial").note == "1 of 3 trials"
    titles = {figure.title for figure in figures.of_ladder(made[:1])}
    assert "Before and after each trial" not in titles
    assert "All trials together" not in titles


# --- all together


def test_all_together_counts_what_came_true_by_how_likely_it_seemed() -> None:
    made = [tried(1, 80), tried(2, 90, CameTrue.PARTLY), tried(3, 30, CameTrue.YES), tried(4, None)]
    figure = by_title(made, "All trials together")
    assert isinstance(figure, Bars)
    assert [bar.parts for bar in figure.bars] == [(1, 1, 0), (0, 0, 0), (0, 0, 1), (0, 0, 0)]
    assert [bar.total for bar in figure.bars] == ["2", "0", "1", "0"]
    assert figure.summary.startswith("It came true in 1 of 3 trials, partly in 1, and not in 1.")


# --- circumstances


def test_circumstances_are_counted_and_the_rare_ones_are_in_the_table() -> None:
    places = [*(f"place {number}" for number in range(10)), "place 3"]
    made = [
        replace(tried(n), before=replace(tried(n).before, contexts=Contexts(place, "", "noon")))
        for n, place in enumerate(places)
    ]
    figure = by_title(made, "Where, with whom, when")
    assert isinstance(figure, Bars)
    assert [group.title for group in figure.groups] == ["Where", "Time of day"]
    assert (figure.bars[0].name, figure.bars[0].total) == ("place 3", "2")
    assert figure.groups[0].more == "2 more in the table"
    assert figure.groups[1].more == ""
    whole = coverage_table(insight.coverage(made))
    assert len(whole.rows) == 11
    assert ("Where: place 3", "2 trials") in whole.rows
    assert ("Time of day: noon", "11 trials") in whole.rows


def test_without_circumstances_and_numbers_there_are_no_figures() -> None:
    bare = done(before=Before(), after=After("x", CameTrue.NO))
    assert figures.of_ladder([bare]) == ()
    assert figures.of_ladder([running()]) == ()


# --- the one table


@given(st.lists(st.tuples(percent, st.sampled_from(CameTrue), percent, percent), max_size=9))
def test_the_table_has_every_trial_the_newest_first(
    said: list[tuple[int | None, CameTrue, int | None, int | None]],
) -> None:
    rows = insight.outcomes([tried(number, *row) for number, row in enumerate(said)])
    written = OutcomeRows(rows)
    whole = outcome_table(written)
    assert len(whole.rows) == len(said)
    assert all(len(row) == len(whole.columns) for row in whole.rows)
    for at, row in enumerate(whole.rows):
        outcome = rows[len(rows) - 1 - at]
        assert written.outcome(at) is outcome
        assert row[2] == ("–" if outcome.expected is None else f"{outcome.expected} %")
        assert row[4] == ("–" if outcome.surprise is None else f"{outcome.surprise}")
        assert row[3] in {"Yes", "No", "Partly"}
        assert row[6:] == ("80", "–")
    assert written[0:2] == [written[at] for at in range(min(2, len(said)))]


def test_a_missing_answer_is_a_dash_in_the_table() -> None:
    made = replace(tried(1), after=replace(tried(1).after, came_true=None))
    assert outcome_table(OutcomeRows(insight.outcomes([made]))).rows[0][3] == "–"


def test_words_for_numbers() -> None:
    assert figure_words.percent(70) == "70 %"
    assert figure_words.percent(None) == figure_words.hundred(None) == "not said"
    assert [figure_words.signed(number) for number in (-5, 0, 2.5)] == ["−5", "0", "+2.5"]
