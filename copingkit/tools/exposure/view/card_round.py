"""Which card is in front: of those to call to mind now, or of all of them."""

from __future__ import annotations

from collections.abc import Iterable


class CardRound:
    """Cards by the ids of their trials, and the place among them.

    `recalling`: they are asked for, so there is an end after the last one; otherwise one stays
    at the last.
    """

    def __init__(self, trials: Iterable[str] = (), *, recalling: bool = False) -> None:
        self.trials = list(trials)
        self.recalling = recalling
        self.at = 0

    @property
    def current(self) -> str | None:
        """The one in front; None at the end, or where there is none."""
        return self.trials[self.at] if self.at < len(self.trials) else None

    @property
    def is_first(self) -> bool:
        """Whether there is none before."""
        return self.at == 0

    @property
    def is_last(self) -> bool:
        """Whether there is none after."""
        return self.at >= len(self.trials) - 1

    def move(self, step: int) -> bool:
        """Go on or back; whether there was somewhere to go."""
        beyond = len(self.trials) if self.recalling else len(self.trials) - 1
        if not 0 <= self.at + step <= beyond:
            return False
        self.at += step
        return True

    def drop(self) -> None:
        """Leave out the one in front: it is gone. The next one takes its place, or the last."""
        del self.trials[self.at]
        if not self.recalling:
            self.at = max(0, min(self.at, len(self.trials) - 1))
