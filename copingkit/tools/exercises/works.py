"""What works for me: what the runs of an exercise say, and where they are too few to say it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from copingkit.tools.exercises.records import Felt, Run

FEWEST = 5  # below it the numbers are too few to tell (product.md, "Honest numbers")


@dataclass(frozen=True, slots=True)
class Works:
    """What is known of one exercise.

    `uses` are all runs, `early` those that were left before their end, `told` those with distress
    before and after; `change` is the median of after minus before (negative: less distress),
    `least` and `most` the smallest and the largest; all three are None below FEWEST. `worse`
    counts answers "worse" since the last other answer.
    """

    uses: int
    early: int
    told: int
    change: float | None
    least: int | None
    most: int | None
    last_used: datetime
    worse: int

    @property
    def place(self) -> tuple[bool, float, int]:
        """Where it stands in a list: what helped most first, then what is too few to tell."""
        return (self.change is None, self.change or 0.0, -self.told)

    @property
    def helped(self) -> bool:
        """Whether distress usually was lower afterwards, where that can be told."""
        return self.change is not None and self.change < 0

    @property
    def recommended(self) -> bool:
        """Whether it helped, and was not "worse" at last."""
        return self.helped and not self.worse_twice

    @property
    def worse_twice(self) -> bool:
        """Whether the last two answers were "worse": then it is suggested no more."""
        return self.worse >= 2


def works(runs: Iterable[Run]) -> dict[str, Works]:
    """For each exercise that was used, by its id; `runs` come newest first."""
    of: defaultdict[str, list[Run]] = defaultdict(list)
    for run in runs:
        of[run.exercise].append(run)
    return {exercise: _of_one(found) for exercise, found in of.items()}


def _of_one(runs: list[Run]) -> Works:
    changes = [
        run.after - run.before for run in runs if run.after is not None and run.before is not None
    ]
    enough = len(changes) >= FEWEST
    return Works(
        uses=len(runs),
        early=sum(not run.finished for run in runs),
        told=len(changes),
        change=median(changes) if enough else None,
        least=min(changes) if enough else None,
        most=max(changes) if enough else None,
        last_used=max(run.started_at for run in runs),
        worse=_worse_at_last(runs),
    )


def _worse_at_last(runs: list[Run]) -> int:
    count = 0
    for run in runs:
        if run.felt is Felt.WORSE:
            count += 1
        elif run.felt is not None:
            break
    return count
