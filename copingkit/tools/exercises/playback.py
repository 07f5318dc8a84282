"""Going through a script by the clock: pure values, no timer, nothing that ticks by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from copingkit.tools.exercises.cues import Cue, Script

ASLEEP_S = 2.0  # between two looks: longer than that, the computer was suspended


@dataclass(frozen=True, slots=True)
class Playback:
    """Where one is in a script.

    Every method takes `now` in steady seconds and gives the playback as it is then. `spent` is
    how many seconds of the present cue have gone by, `played` all seconds that were played,
    pauses left out. It is paused before `resume` is first called. `trail` are the cues that led
    here, for `back`. Past the last cue `index` is the script's length and `finished` is true.
    """

    script: Script
    index: int = 0
    spent: float = 0.0
    played: float = 0.0
    paused: bool = True
    looked_at: float = 0.0
    trail: tuple[int, ...] = ()

    @property
    def finished(self) -> bool:
        """Whether the last cue is over."""
        return self.index >= len(self.script)

    @property
    def cue(self) -> Cue | None:
        """The present cue; None once finished."""
        return None if self.finished else self.script[self.index]

    @property
    def next_cue(self) -> Cue | None:
        """What comes next; None at a choice and at the end."""
        if self.finished or self.script[self.index].choices:
            return None
        after = self.index + 1
        return self.script[after] if after < len(self.script) else None

    @property
    def waits(self) -> bool:
        """Whether the present cue waits for the person."""
        return self.cue is not None and self.cue.seconds is None

    @property
    def remaining(self) -> float:
        """Seconds of timed cues that are left, in the order of the script."""
        ahead = sum(cue.seconds or 0.0 for cue in self.script[self.index :])
        return max(0.0, ahead - (self.spent if not self.waits else 0.0))

    def look(self, now: float) -> Playback:
        """Let the time since the last look go by.

        A gap of more than ASLEEP_S is not counted; it pauses unless the cue waits anyway.
        """
        gap = now - self.looked_at
        here = replace(self, looked_at=now)
        if self.paused or self.finished or gap <= 0:
            return here
        if gap > ASLEEP_S:
            return replace(here, paused=not self.waits)
        return _let_pass(here, gap)

    def resume(self, now: float) -> Playback:
        """Go on, or begin."""
        return replace(self, paused=self.finished, looked_at=now)

    def pause(self, now: float) -> Playback:
        """Stand still until `resume`."""
        return replace(self.look(now), paused=True)

    def skip(self, now: float) -> Playback:
        """On to the next cue; at a choice, the first way is taken."""
        here = self.look(now)
        if here.cue is not None and here.cue.choices:
            return here.choose(now, 0)
        return _go(here, here.index + 1)

    def back(self, now: float) -> Playback:
        """To the start of this cue or, in its first second, to the one before."""
        here = self.look(now)
        if here.trail and (here.spent < 1.0 or here.waits or here.finished):
            return replace(here, index=here.trail[-1], spent=0.0, trail=here.trail[:-1])
        return replace(here, spent=0.0)

    def choose(self, now: float, number: int) -> Playback:
        """Take one of the present cue's choices, counted from 0; raises IndexError."""
        here = self.look(now)
        choices = here.cue.choices if here.cue is not None else ()
        to = choices[number].to
        return _go(here, _place(self.script, to))

    def jump(self, now: float, wanted: Callable[[Cue], bool]) -> Playback:
        """On to the next cue for which `wanted` is true, or to the end."""
        here = self.look(now)
        for index in range(here.index + 1, len(here.script)):
            if wanted(here.script[index]):
                return _go(here, index)
        return _go(here, len(here.script))


def _go(here: Playback, index: int) -> Playback:
    if here.finished:
        return here
    return replace(here, index=index, spent=0.0, trail=(*here.trail, here.index))


def _let_pass(here: Playback, seconds: float) -> Playback:
    while here.cue is not None and here.cue.seconds is not None:
        left = here.cue.seconds - here.spent
        if seconds < left:
            return replace(here, spent=here.spent + seconds, played=here.played + seconds)
        seconds -= left
        here = _go(replace(here, played=here.played + left), here.index + 1)
    waited = 0.0 if here.finished else seconds
    return replace(here, spent=here.spent + waited, played=here.played + waited)


def _place(script: Script, name: str) -> int:
    for index, cue in enumerate(script):
        if name and cue.name == name:
            return index
    return len(script)
