"""What the runs say, and when they are too few to say it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from copingkit.tools.exercises.model import Form
from copingkit.tools.exercises.records import Felt, Run
from copingkit.tools.exercises.works import FEWEST, works

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
RUN = Run("stop", "STOP", Form.FULL, NOON)
marks = st.none() | st.integers(0, 10)


def runs(*felt: Felt | None) -> list[Run]:
    """Newest first."""
    return [replace(RUN, felt=each) for each in felt]


@given(st.lists(st.tuples(marks, marks), min_size=1, max_size=30))
def test_the_change_is_the_median_of_those_who_said_both(
    pairs: list[tuple[int | None, int | None]],
) -> None:
    made = [replace(RUN, before=before, after=after) for before, after in pairs]
    found = works(made)["stop"]
    both = [a - b for b, a in pairs if a is not None and b is not None]
    assert (found.uses, found.told) == (len(pairs), len(both))
    if len(both) < FEWEST:
        assert (found.change, found.least, found.most) == (None, None, None)
    else:
        assert found.change == median(both)
        assert (found.least, found.most) == (min(both), max(both))


def test_each_exercise_stands_for_itself_and_its_last_use_is_known() -> None:
    later = replace(RUN, started_at=NOON + timedelta(days=1))
    found = works([replace(later, exercise="sounds"), later, RUN])
    assert {name: each.uses for name, each in found.items()} == {"sounds": 1, "stop": 2}
    assert found["stop"].last_used == later.started_at
    assert works([]) == {}


def test_what_was_left_early_counts_as_what_it_was() -> None:
    left = replace(RUN, played=12.0, before=7, after=6)
    found = works([replace(RUN, finished=True), left, left])["stop"]
    assert (found.uses, found.early, found.told) == (3, 2, 2)


def test_what_helped_most_comes_first_and_what_is_too_few_to_tell_last() -> None:
    made = []
    for name, after, times in (
        ("higher", 9, 5),
        ("lower", 4, 5),
        ("few", 0, 4),
        ("lowest", 2, 6),
        ("fewer", 0, 1),
        ("same", 7, 5),
    ):
        made += [replace(RUN, exercise=name, before=7, after=after)] * times
    found = works(made)
    order = sorted(found, key=lambda name: found[name].place)
    assert order == ["lowest", "lower", "same", "higher", "few", "fewer"]
    assert [name for name in order if found[name].helped] == ["lowest", "lower"]


def test_worse_twice_is_the_last_two_answers_and_ends_with_another_one() -> None:
    worse, better = Felt.WORSE, Felt.BETTER
    assert works(runs(worse, None, worse, better))["stop"].worse_twice
    assert not works(runs(worse, better, worse))["stop"].worse_twice
    assert not works(runs(better, worse, worse))["stop"].worse_twice
    assert not works(runs(worse))["stop"].worse_twice
