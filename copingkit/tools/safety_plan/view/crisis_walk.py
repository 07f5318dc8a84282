"""Where one is in a crisis run, and where the next key leads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from copingkit.tools.safety_plan.view.crisis_route import CrisisLine, Filling, Stop

Has = Callable[[str], bool]  # whether there is an exercise of that id


class Walk:
    """A place among stops and their pages; steps without entries are passed over.

    `at_once` is how many lines are shown at a time. A stop that was asked for by its number is
    shown even when it has no entries.
    """

    def __init__(
        self, stops: list[Stop], at_once: int, has_exercise: Has = lambda _id: True
    ) -> None:
        """`has_exercise` is asked of an exercise when the line that stands for it is shown."""
        self._stops, self._has = stops, has_exercise
        self._at_once = at_once
        self._at = 0
        self._page = 0
        if self.stop.filling is Filling.NOTHING:
            self.forward()

    @property
    def stop(self) -> Stop:
        """The present stop."""
        return self._stops[self._at]

    @property
    def count(self) -> int:
        """How many stops there are."""
        return len(self._stops)

    @property
    def lines(self) -> tuple[CrisisLine, ...]:
        """What is shown of it now; an exercise that is gone is only words any more."""
        return tuple(
            replace(line, exercise="") if line.exercise and not self._has(line.exercise) else line
            for line in self._pages()[self._page]
        )

    @property
    def lines_left(self) -> int:
        """How many lines of this stop come after those that are shown."""
        return sum(len(page) for page in self._pages()[self._page + 1 :])

    @property
    def on_first_page(self) -> bool:
        """Whether the stop is shown from its beginning."""
        return self._page == 0

    @property
    def at_start(self) -> bool:
        """Whether there is nothing to go back to."""
        return self._page == 0 and self._filled(range(self._at - 1, -1, -1)) is None

    @property
    def at_end(self) -> bool:
        """Whether nothing comes after what is shown."""
        return not self.lines_left and self._filled(range(self._at + 1, len(self._stops))) is None

    def forward(self) -> bool:
        """Go to the next lines or the next stop; False at the end."""
        if self.lines_left:
            self._page += 1
            return True
        return self._go(self._filled(range(self._at + 1, len(self._stops))), last_page=False)

    def back(self) -> bool:
        """Go to the lines or the stop before; False at the start."""
        if self._page:
            self._page -= 1
            return True
        return self._go(self._filled(range(self._at - 1, -1, -1)), last_page=True)

    def jump(self, key: int) -> bool:
        """Go to the beginning of the stop of that number; False when there is none."""
        found = next((index for index, stop in enumerate(self._stops) if stop.key == key), None)
        return self._go(found, last_page=False)

    def _go(self, index: int | None, *, last_page: bool) -> bool:
        if index is None:
            return False
        self._at = index
        self._page = len(self._pages()) - 1 if last_page else 0
        return True

    def _filled(self, way: range) -> int | None:
        return next((i for i in way if self._stops[i].filling is not Filling.NOTHING), None)

    def _pages(self) -> list[tuple[CrisisLine, ...]]:
        return self.stop.pages(self._at_once)
