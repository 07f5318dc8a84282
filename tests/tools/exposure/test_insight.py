"""Figures: what is counted, what is left out, and what is not said below five."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copingkit.tools.exposure import flow, insight
from copingkit.tools.exposure.insight import FEWEST, Count, Summary
from copingkit.tools.exposure.ladder import Contexts, Mode
from copingkit.tools.exposure.trial import After, Before, CameTrue, Reading, Trial
from tests.support.exposures import NOON, PHONE, WASH, done, running, tick

percent = st.none() | st.integers(0, 100)


@st.composite
def trials(draw: st.DrawFn) -> list[Trial]:
    """Up to nine done trials on any days, with any numbers, and one that is not done."""
    made = [
        done(
            f"t{number}",
            day=draw(st.integers(0, 20)),
            before=Before(expectancy=draw(percent), peak=draw(percent)),
            after=After("x", draw(st.sampled_from(CameTrue)), expectancy=draw(percent)),
        )
        for number in range(draw(st.integers(0, 9)))
    ]
    return [*made, running(Mode.LEARNING, 90)]


def test_a_curve_has_the_readings_and_what_was_expected() -> None:
    trial = running(Mode.LEARNING, 60, 80, 30)
    trial = replace(trial, before=replace(trial.before, peak=95))
    curve = insight.suds_curve(flow.end(trial, tick(10)))
    assert (curve.n, curve.first, curve.peak, curve.last) == (3, 60, 80, 30)
    assert curve.readings[1] == Reading(60.0, 80)
    assert (curve.seconds, curve.expected_peak) == (600, 95)
    none = insight.suds_curve(replace(running(), clock=None))
    assert (none.n, none.first, none.peak, none.last, none.seconds) == (0, None, None, None, 0)


def test_what_was_said_of_the_end_is_the_last_reading() -> None:
    trial = flow.end(running(Mode.LEARNING, 60, 80), tick(10))
    said = flow.reflect(trial, After("x", CameTrue.NO, suds=90))
    curve = insight.suds_curve(said)
    assert curve.readings[-1] == Reading(600.0, 90)
    assert (curve.n, curve.peak, curve.last) == (3, 90, 90)
    alone = flow.reflect(flow.end(running(), tick(10)), After("x", CameTrue.NO, suds=90))
    assert insight.suds_curve(alone).readings == (Reading(600.0, 90),)
    going = replace(running(Mode.LEARNING, 60), after=After(suds=90))
    assert insight.suds_curve(going).n == 1
    noted = flow.end(running(Mode.LEARNING, 60), tick(10), 45)
    assert insight.suds_curve(flow.reflect(noted, After("x", CameTrue.NO, suds=45))).n == 2


@given(trials())
def test_rows_are_what_is_done_the_oldest_first(made: list[Trial]) -> None:
    rows = insight.outcomes(made)
    assert len(rows) == len(made) - 1
    assert [row.at for row in rows] == sorted(row.at for row in rows)
    of = {trial.id: trial for trial in made}
    for row in rows:
        assert row.expected == of[row.trial].before.expectancy
        assert row.expected_peak == of[row.trial].before.peak
        assert row.came_true is of[row.trial].after.came_true


@given(trials())
def test_predictions_and_changes_count_those_that_say_both(made: list[Trial]) -> None:
    rows = insight.outcomes(made)
    found = insight.predictions(made)
    assert found.rows == tuple(row for row in rows if row.expected is not None)
    assert sum(found.came_true.values()) == found.n == found.expected.n
    changes = insight.expectancy_changes(made)
    both = [
        row.expected_after - row.expected
        for row in rows
        if row.expected is not None and row.expected_after is not None
    ]
    assert changes.n == len(both)
    assert changes.change == insight.summary(both)


def test_how_often_it_came_true_is_counted() -> None:
    before = Before(expectancy=80)
    answers = [CameTrue.NO, CameTrue.NO, CameTrue.PARTLY]
    made = [done(f"t{n}", before=before, after=After("x", a)) for n, a in enumerate(answers)]
    found = insight.predictions(made)
    assert found.came_true == {CameTrue.YES: 0, CameTrue.NO: 2, CameTrue.PARTLY: 1}
    assert found.expected == Summary(3, None, None, None)


@given(trials())
def test_every_prediction_is_in_one_band_and_is_counted_there_as_it_turned_out(
    made: list[Trial],
) -> None:
    found = insight.predictions(made)
    bands = insight.bands(found)
    assert [(band.least, band.most) for band in bands] == list(insight.BANDS)
    assert sum(band.n for band in bands) == found.n
    for band in bands:
        rows = [row for row in found.rows if band.least <= (row.expected or 0) <= band.most]
        assert band.n == len(rows) == sum(band.came_true.values())
        for answer in CameTrue:
            assert band.came_true[answer] == sum(row.came_true is answer for row in rows)


def test_bands_leave_out_no_percent_and_none_twice() -> None:
    covered = [percent for least, most in insight.BANDS for percent in range(least, most + 1)]
    assert sorted(covered) == list(range(101))


@given(st.lists(st.integers(-100, 100), max_size=12))
def test_below_five_nothing_is_told_but_how_many(numbers: list[int]) -> None:
    found = insight.summary(numbers)
    line = insight.trend(numbers)
    assert found.n == len(numbers)
    if len(numbers) < FEWEST:
        assert (found.median, found.least, found.most, line) == (None, None, None, None)
    else:
        assert found.median == median(numbers)
        assert (found.least, found.most) == (min(numbers), max(numbers))
        assert line is not None
        assert line.n == len(numbers)
        assert (line.first + line.last) / 2 == pytest.approx(sum(numbers) / len(numbers), abs=1e-9)


@given(st.integers(5, 30), st.integers(-9, 9), st.integers(-50, 50))
def test_a_straight_row_is_its_own_trend(count: int, slope: int, start: int) -> None:
    line = insight.trend([start + slope * place for place in range(count)])
    assert line is not None
    assert line.first == pytest.approx(start, abs=1e-9)
    assert line.last == pytest.approx(start + slope * (count - 1), abs=1e-9)


def test_circumstances_are_counted_by_their_words_whatever_the_case() -> None:
    met = [
        Contexts("Café Rosa", "alone", "morning"),
        Contexts("Market", "with Mira"),
        Contexts("cafe rosa ", "Alone", "", "busy"),
        Contexts("…"),
    ]
    made = [
        done(f"t{day}", day=day, before=Before(contexts=contexts))
        for day, contexts in enumerate(met)
    ]
    found = insight.coverage([*reversed(made), running()])
    assert found.n == 4
    assert found.place == (Count("cafe rosa", 2), Count("Market", 1), Count("…", 1))
    assert found.people == (Count("Alone", 2), Count("with Mira", 1))
    assert found.time_of_day == (Count("morning", 1),)
    assert found.intensity == (Count("busy", 1),)
    assert insight.coverage([]).place == ()


def test_what_is_done_comes_sorted() -> None:
    later, sooner = done("t1", day=3), done("t2", day=1)
    assert insight.done([later, running(), sooner]) == (sooner, later)
    assert insight.outcomes([later])[0].at > NOON


def test_what_was_left_out_counts_each_trial_once() -> None:
    twice = Before(dropped=(PHONE, replace(PHONE, id="again"), WASH))
    made = [done("t1", before=twice), done("t2", before=Before(dropped=(PHONE,)))]
    assert insight.left_out([*made, running()]) == (Count(PHONE.text, 2), Count(WASH.text, 1))


@pytest.mark.parametrize(("n", "found"), [(0, []), (2, ["t1", "t2"]), (9, ["t0", "t1", "t2"])])
def test_the_latest_are_done_and_the_oldest_of_them_first(n: int, found: list[str]) -> None:
    made = [done(f"t{number}", day=number) for number in (2, 0, 1)]
    assert [trial.id for trial in insight.latest([*made, running()], n)] == found


def test_since_a_moment_includes_it() -> None:
    made = [done(f"t{day}", day=day) for day in range(4)]
    chosen = insight.since([*made, running()], NOON + timedelta(days=2))
    assert [trial.id for trial in chosen] == ["t2", "t3"]
