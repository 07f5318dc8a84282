"""The middle of the crisis run, which scrolls when words are large and the window small."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout
from typing_extensions import override

from copingkit.tools.safety_plan.model import Plan
from copingkit.tools.safety_plan.view.crisis_bars import Answers
from copingkit.tools.safety_plan.view.crisis_route import Stop
from copingkit.tools.safety_plan.view.crisis_step import (
    UrgeOffer,
    offered,
    spoken,
    stop_content,
)
from copingkit.tools.safety_plan.view.crisis_walk import Walk
from copingkit.tools.safety_plan.view.crisis_way import Find, no_offer
from copingkit.tools.safety_plan.view.numbers import NumberToCall
from copingkit.tools.safety_plan.view.run_keeper import RunKeeper
from copingkit.ui import theme
from copingkit.ui.widgets.layout import Item, PageColumn, column, holder

_COLUMN: Final = 820
_NO_WORDS: Final = 16  # pixels at 100 %: so little below holds nothing to read


class Middle(PageColumn):
    """Shows one stop or one of the lists; every `show_...` returns what a screen reader says.

    What is shown is built when it is reached. `said` tells that something was kept,
    `reach_changed` that `hides_more` may differ, `laid_out` that `lines` holds something new.
    """

    helplines_requested = Signal()
    country_requested = Signal()
    said = Signal()
    reach_changed = Signal()
    laid_out = Signal()
    exercise_requested = Signal(str)

    def __init__(  # noqa: PLR0913 - each thing that fills it, by its name
        self,
        plan: Plan | None,
        lines: tuple[NumberToCall, ...],
        keeper: RunKeeper,
        add_strategy: Callable[[str], None] | None,
        *,
        country_missing: bool,
        offer: Find = no_offer,
    ) -> None:
        super().__init__("", width=_COLUMN, edges=(8, 16, 8, 16))
        self._offer = offer
        self._plan, self._lines, self._keeper = plan, lines, keeper
        self._add, self._country_missing = add_strategy, country_missing
        self._typed: Callable[[], None] = lambda: None
        self.verticalScrollBar().valueChanged.connect(self.reach_changed)
        self.verticalScrollBar().rangeChanged.connect(self.reach_changed)
        self.lines: QLayout = column()
        self._content = holder(self.lines)
        self.body.addStretch(2)
        self.body.addWidget(self._content)
        self.body.addStretch(3)

    def show_stop(self, walk: Walk) -> str:
        """The lines of a stop; at the very beginning also the offer to note the urge."""
        items = stop_content(
            walk.stop,
            walk.lines,
            first_page=walk.on_first_page,
            choose=self._choose,
            start=self.exercise_requested.emit,
        )
        found = self._offer() if walk.stop.is_for_exercises else None
        if found is not None:
            by_key = not any(line.exercise for line in walk.lines)
            items += [8, offered(found, self.exercise_requested.emit, by_key=by_key)]
        if walk.at_start and self._keeper.keeps:
            offer = UrgeOffer(self._keeper)
            offer.said.connect(self.said)
            offer.opened.connect(self.laid_out)
            items += [8, offer]
        self._fill(items)
        return spoken(walk.stop, walk.lines)

    def show_people(self) -> str:
        """Everybody of the plan."""
        # late: the lists and the end are not needed for the first picture
        from copingkit.tools.safety_plan.view.crisis_people import people_content, people_title

        self._fill(people_content(self._plan, self.helplines_requested.emit))
        return people_title()

    def show_helplines(self) -> str:
        """Every line of the country."""
        from copingkit.tools.safety_plan.view.crisis_people import (  # late, as above
            helplines_content,
            helplines_title,
        )

        self._fill(
            helplines_content(self._lines, self._choose, country_missing=self._country_missing)
        )
        return helplines_title()

    def show_summary(self, stops: list[Stop]) -> str:
        """The end; where things can be kept, the urge afterwards and what helped."""
        from copingkit.tools.safety_plan.view.crisis_summary import (  # late, as above
            Noting,
            summary_content,
            summary_title,
        )

        items = summary_content(stops, self._keeper)
        if not self._keeper.keeps:
            self._fill(items)
            return summary_title()
        noting = Noting(self._keeper, self._add)
        noting.said.connect(self.said)
        self._fill([*items, 8, noting])
        self._typed = noting.flush
        return summary_title()

    @override
    def flush(self) -> None:
        """Save what is being typed, now."""
        self._typed()

    def take_answers(self, answers: Answers) -> None:
        """Put the answers under the lines."""
        if self.lines.indexOf(answers) < 0:
            self.lines.addWidget(answers)

    def scroll_by_key(self, event: QKeyEvent) -> bool:
        """Scroll by Page Up and Page Down; False for any other key."""
        ways = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        way = ways.get(Qt.Key(event.key()), 0)
        self._scroll(way)
        return way != 0

    @property
    def hides_more(self) -> bool:
        """Whether there is something below what can be seen."""
        bar = self.verticalScrollBar()
        return bar.maximum() - bar.value() > theme.px(_NO_WORDS)

    def scroll_on(self) -> None:
        """Show what comes below."""
        self._scroll(1)

    def _scroll(self, way: int) -> None:
        bar = self.verticalScrollBar()
        line = theme.px(28)  # stays in view, so that the eye finds its place again
        bar.setValue(bar.value() + way * max(line, bar.pageStep() - line))

    def _choose(self) -> None:
        self.country_requested.emit()

    def _fill(self, items: list[Item]) -> None:
        self.flush()
        self._typed = lambda: None
        old = self._content
        for answers in old.findChildren(Answers):
            answers.setParent(None)  # they belong to the run and outlive the stop
        self.lines = column(*items, spacing=16)
        self._content = holder(self.lines)
        self.body.replaceWidget(old, self._content)
        self._content.show()  # in the same moment, not one turn of the event loop later
        old.hide()
        old.deleteLater()
        self.verticalScrollBar().setValue(0)
