"""The time in a trial while the program looks at it."""

from __future__ import annotations

from copingkit.core.clock import Clock
from copingkit.tools.exposure import pace
from copingkit.tools.exposure.pace import Tick
from copingkit.tools.exposure.trial import Trial


class Watch:
    """Tells the time in trials from the kept clock, the wall clock and the steady one.

    Between two looks the larger of both clocks' steps counts: the wall clock goes on while the
    computer sleeps, the steady one while the wall clock is set back. It never goes back, so a
    wall clock that was set ahead stays counted.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._looks: dict[str, tuple[Tick, float]] = {}

    def tick(self, trial: Trial) -> Tick:
        """This moment in a trial; a trial that is not running stands still (0 before it began)."""
        wall, steady = self._clock.now(), self._clock.steady()
        if trial.clock is None:
            return Tick(0.0, wall)
        seconds = pace.elapsed(trial.clock, wall)
        if not trial.clock.running:
            return Tick(seconds, wall)
        if trial.id in self._looks:
            last, last_steady = self._looks[trial.id]
            step = max((wall - last.wall).total_seconds(), steady - last_steady, 0.0)
            seconds = max(seconds, last.seconds + step)
        self._looks[trial.id] = (Tick(seconds, wall), steady)
        return Tick(seconds, wall)
