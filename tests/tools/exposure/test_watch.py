"""The time in a trial over locks, restarts, a sleeping computer and a clock that is set."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from copingkit.tools.exposure import flow
from copingkit.tools.exposure.trial import Trial
from copingkit.tools.exposure.watch import Watch
from tests.support.clock import HandClock
from tests.support.exposures import LADDER, TRAM


def begun(clock: HandClock) -> Trial:
    return flow.begin(flow.plan(LADDER, TRAM, "t-1", clock.now()), clock.now())


def test_it_tells_the_seconds_since_the_start() -> None:
    clock = HandClock()
    trial, watch = begun(clock), Watch(clock)
    assert watch.tick(trial).seconds == 0
    clock.go_on(minutes=5)
    tick = watch.tick(trial)
    assert (tick.seconds, tick.wall) == (300, clock.now())


def test_what_has_not_begun_or_is_over_stands_still() -> None:
    clock = HandClock()
    watch = Watch(clock)
    planned = flow.plan(LADDER, TRAM, "t-1", clock.now())
    clock.go_on(minutes=5)
    assert watch.tick(planned).seconds == 0
    trial = begun(clock)
    clock.go_on(minutes=2)
    ended = flow.stop(trial, watch.tick(trial))
    clock.go_on(minutes=60)
    assert watch.tick(ended).seconds == 120


def test_after_a_restart_the_time_between_counts() -> None:
    clock = HandClock()
    trial = begun(clock)
    clock.go_on(minutes=3)
    kept = flow.add_suds(trial, Watch(clock).tick(trial), 50)
    clock.time += timedelta(minutes=20)
    clock.seconds = 2.0  # another process, maybe another start of the computer
    assert Watch(clock).tick(kept).seconds == 23 * 60


def test_after_a_restart_with_the_clock_set_back_it_goes_on_from_where_it_stood() -> None:
    clock = HandClock()
    trial = begun(clock)
    clock.go_on(minutes=3)
    kept = flow.add_suds(trial, Watch(clock).tick(trial), 50)
    clock.time -= timedelta(days=2)
    clock.seconds = 2.0
    watch = Watch(clock)
    assert watch.tick(kept).seconds == 180
    clock.go_on(minutes=1)
    assert watch.tick(kept).seconds == 240
    later = flow.add_suds(kept, watch.tick(kept), 40)
    clock.go_on(minutes=1)
    assert Watch(clock).tick(later).seconds == 300


def test_sleep_counts_by_the_wall_and_a_set_back_wall_by_the_steady_clock() -> None:
    clock = HandClock()
    trial, watch = begun(clock), Watch(clock)
    watch.tick(trial)
    clock.time += timedelta(minutes=10)  # asleep: the steady clock stood
    assert watch.tick(trial).seconds == 600
    clock.time -= timedelta(hours=1)
    clock.seconds += 30
    assert watch.tick(trial).seconds == 630
    clock.time += timedelta(minutes=10)  # asleep once more, the wall still behind
    assert watch.tick(trial).seconds == 1230


moves = st.lists(
    st.tuples(st.floats(-1e5, 1e5), st.floats(0, 1e5), st.booleans(), st.booleans()), max_size=20
)


@given(moves)
def test_it_never_goes_back_whatever_the_clocks_do(
    steps: list[tuple[float, float, bool, bool]],
) -> None:
    clock = HandClock()
    trial, watch = begun(clock), Watch(clock)
    last = saved = 0.0
    for wall, steady, saves, restarts in steps:
        clock.time += timedelta(seconds=wall)
        clock.seconds += steady
        if restarts:  # what was not saved is known to the world alone
            watch, clock.seconds, last = Watch(clock), 1.0, saved
        tick = watch.tick(trial)
        assert tick.seconds >= last
        last = tick.seconds
        if saves:
            trial = flow.add_suds(trial, tick, 50)
            assert trial.clock is not None
            saved = trial.clock.seconds
            last = max(saved, last - 0.05)  # it is kept in tenths of a second
