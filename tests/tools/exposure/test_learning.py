"""Cards and the gaps between recalling them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copingkit.tools.exposure import learning
from copingkit.tools.exposure.flow import WrongState
from copingkit.tools.exposure.learning import GAPS, Rehearsal
from copingkit.tools.exposure.trial import CameTrue
from tests.support.exposures import NOON, done, running

FRESH = learning.first(done(), NOON)


def test_the_gaps_grow() -> None:
    assert list(GAPS) == sorted(set(GAPS))
    assert GAPS[0] == timedelta(days=1)


def test_a_card_says_what_its_trial_says() -> None:
    trial = done()
    trial = replace(trial, before=replace(trial.before, feared="I faint"))
    card = learning.card(trial, FRESH)
    assert (card.feared, card.happened, card.learned) == ("I faint", "I stood there", "It passes")
    assert (card.trial, card.ladder, card.situation) == ("t-1", "l-1", "Two stops on the tram")
    assert (card.came_true, card.at, card.rehearsal) == (CameTrue.NO, NOON, FRESH)
    with pytest.raises(WrongState):
        learning.card(running(), FRESH)


def test_it_is_due_after_the_first_gap() -> None:
    assert not learning.is_due(FRESH, NOON + GAPS[0] - timedelta(seconds=1))
    assert learning.is_due(FRESH, NOON + GAPS[0])


@given(st.lists(st.booleans(), max_size=12))
def test_recalled_in_time_the_gap_grows_and_else_begins_again(answers: list[bool]) -> None:
    rehearsal, now, step = FRESH, NOON, 0
    for recalled in answers:
        assert rehearsal.due_at is not None
        now = rehearsal.due_at
        rehearsal = learning.rehearsed(rehearsal, now, recalled=recalled)
        step = min(step + 1, len(GAPS) - 1) if recalled else 0
        assert rehearsal.step == step
        assert rehearsal.due_at == now + GAPS[step]
        assert rehearsal.rehearsed_at == now


@given(st.integers(0, 6), st.floats(0, 0.99))
def test_looking_before_its_time_moves_nothing(step: int, part: float) -> None:
    waiting = Rehearsal("t", "l", NOON + GAPS[step], step)
    early = NOON + part * GAPS[step]
    seen = learning.rehearsed(waiting, early, recalled=True)
    assert seen == replace(waiting, rehearsed_at=early)


def test_a_resting_card_is_never_due_until_it_is_woken() -> None:
    resting = learning.at_rest(replace(FRESH, step=4))
    assert not learning.is_due(resting, NOON + timedelta(days=9999))
    assert learning.rehearsed(resting, NOON, recalled=True).due_at is None
    woken = learning.woken(resting, NOON)
    assert (woken.step, woken.due_at) == (0, NOON + GAPS[0])
