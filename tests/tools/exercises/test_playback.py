"""Going through cues: time and order hold whatever is pressed whenever."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copingkit.tools.exercises.cues import Act, Cue, Script, total_seconds
from copingkit.tools.exercises.model import Choice
from copingkit.tools.exercises.playback import ASLEEP_S, Playback

TIMED = tuple(Cue(Act.SAY, f"cue {n}", seconds) for n, seconds in enumerate((4.0, 2.5, 6.0)))
ASK = Cue(Act.ASK, "Five things")
STOP = Cue(Act.CHOOSE, "Stop", name="stop", choices=(Choice("Again", "stop"), Choice("On", "go")))
WAYS = (STOP, Cue(Act.SAY, "between"), Cue(Act.SAY, "go on", name="go"))
seconds = st.floats(0.01, ASLEEP_S)


def playing(script: Script = TIMED, at: float = 100.0) -> Playback:
    return Playback(script).resume(at)


def looked(here: Playback, gaps: list[float]) -> Playback:
    now = here.looked_at
    for gap in gaps:
        now += gap
        here = here.look(now)
    return here


def test_nothing_plays_before_it_is_begun() -> None:
    assert Playback(TIMED).look(50.0).played == 0
    assert Playback(TIMED).paused


@given(st.lists(seconds, max_size=30))
def test_what_was_played_is_the_time_that_went_by_up_to_the_end(gaps: list[float]) -> None:
    here = looked(playing(), gaps)
    assert here.played == pytest.approx(min(sum(gaps), total_seconds(TIMED)))
    assert here.remaining == pytest.approx(max(0.0, total_seconds(TIMED) - sum(gaps)), abs=1e-6)
    assert here.finished == (here.index == 3) == (here.cue is None)


@given(st.lists(st.tuples(seconds, st.floats(0, 100_000)), max_size=20))
def test_pauses_add_nothing(spells: list[tuple[float, float]]) -> None:
    here, now = playing(), 100.0
    for played, paused in spells:
        now += played
        here = here.pause(now)
        now += paused
        here = here.resume(now)
    assert here.played == pytest.approx(min(sum(p for p, _ in spells), total_seconds(TIMED)))


keys = st.sampled_from(["pause", "resume", "skip", "back", "look", "sleep", "backwards"])


@given(st.lists(st.tuples(keys, seconds), max_size=60))
def test_whatever_is_pressed_it_goes_step_by_step_and_never_faster_than_time(
    pressed: list[tuple[str, float]],
) -> None:
    here, now, gone = playing((*TIMED, ASK, *TIMED)), 100.0, 0.0
    for key, gap in pressed:
        before = here
        now += 3600.0 if key == "sleep" else -gap if key == "backwards" else gap
        gone += 0.0 if key in {"sleep", "backwards"} else gap
        call = before.look if key in {"sleep", "backwards"} else getattr(before, key)
        here = call(now)
        assert 0 <= here.index <= len(here.script)
        assert here.played <= gone + 1e-6
        assert here.played >= before.played
        assert here.trail == tuple(range(here.index))
        if key == "sleep":
            assert here.index == before.index
            assert here.played == before.played


def test_suspending_the_computer_pauses_where_one_was() -> None:
    here = looked(playing(), [1.0]).look(4000.0)
    assert here.paused
    assert (here.index, here.spent) == (0, 1.0)
    assert here.resume(4001.0).look(4002.0).spent == 2.0


def test_a_cue_that_waits_waits_also_through_a_sleep() -> None:
    here = playing((ASK, *TIMED)).look(7000.0)
    assert (here.waits, here.paused, here.index, here.played) == (True, False, 0, 0.0)
    here = here.look(7001.0)
    assert (here.index, here.played) == (0, 1.0)
    assert here.remaining == total_seconds(TIMED)
    assert here.skip(7001.5).index == 1


def test_time_left_over_at_a_waiting_cue_counts_there() -> None:
    here = playing((Cue(Act.SAY, "one", 1.0), ASK)).look(101.5)
    assert (here.index, here.spent, here.played) == (1, 0.5, 1.5)


def test_back_begins_a_cue_anew_and_in_its_first_second_goes_to_the_one_before() -> None:
    here = playing().skip(100.5)
    late = here.look(102.0)
    assert (late.back(102.0).index, late.back(102.0).spent) == (1, 0.0)
    assert here.back(101.0).index == 0
    assert here.back(101.0).back(101.0).index == 0


def test_the_end_can_be_left_by_going_back_and_takes_no_more() -> None:
    end = playing().jump(101.0, lambda _cue: False)
    assert end.finished
    assert end.cue is None
    assert end.next_cue is None
    assert end.skip(102.0).index == end.index
    assert end.resume(102.0).paused
    assert end.back(102.0).index == 0


def test_jumping_goes_to_the_next_cue_that_is_wanted() -> None:
    assert playing().jump(100.0, lambda cue: cue.text == "cue 2").index == 2


def test_choices_lead_where_they_say_and_back_walks_the_same_way() -> None:
    here = playing(WAYS)
    again = here.choose(101.0, 0)
    on = again.choose(102.0, 1)
    assert [again.index, on.index] == [0, 2]
    assert [on.back(103.0).index, on.back(103.0).back(103.0).trail] == [0, ()]
    assert here.skip(101.0).index == 0
    with pytest.raises(IndexError):
        on.choose(103.0, 0)
    with pytest.raises(IndexError):
        here.jump(101.0, lambda _cue: False).choose(101.0, 0)


@pytest.mark.parametrize("to", ["", "nowhere"])
def test_a_choice_that_leads_nowhere_ends_it(to: str) -> None:
    script = (replace(STOP, choices=(Choice("Enough", to),)), TIMED[0])
    assert playing(script).choose(101.0, 0).finished


def test_what_comes_next_is_known_but_at_a_choice_and_at_the_end() -> None:
    assert playing().next_cue is TIMED[1]
    assert playing(TIMED[:1]).next_cue is None
    assert playing(WAYS).next_cue is None
