"""Going through the plan in a hard hour: the whole window, one step, large words, few keys.

The six steps and their order are those of the Safety Planning Intervention (Stanley & Brown
2012, Cognitive and Behavioral Practice 19:256-264), with the reasons for living after them. It
works without a vault, and with an empty plan: then it shows whom to call and a first exercise.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from copingkit.core.clock import Clock
from copingkit.tools.safety_plan import prompts
from copingkit.tools.safety_plan.model import Plan
from copingkit.tools.safety_plan.records import Answer
from copingkit.tools.safety_plan.view.crisis_bars import Foot, TopBar
from copingkit.tools.safety_plan.view.crisis_keys import CrisisKeys
from copingkit.tools.safety_plan.view.crisis_middle import Middle
from copingkit.tools.safety_plan.view.crisis_route import LINES, route
from copingkit.tools.safety_plan.view.crisis_walk import Has, Walk
from copingkit.tools.safety_plan.view.crisis_way import (
    Find,
    Showing,
    asks,
    exercise_here,
    next_words,
    no_offer,
    place,
)
from copingkit.tools.safety_plan.view.numbers import NumberToCall
from copingkit.tools.safety_plan.view.run_keeper import RunKeeper, Save
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.layout import column
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.tab_order import follow_layout
from copingkit.ui.widgets.text import label

_COMPACT_BELOW: Final = 820  # pixels at 100 %: then the answers stand under the lines
_LARGE_TEXT: Final = 1.5  # from this text size on fewer lines share the window


class CrisisRun(QWidget):
    """The crisis run; it shows what it is given and imports nothing of the vault.

    `plan` is None while none can be read (locked, no vault, damaged vault); `can_unlock` says
    whether a button then asks for it (`unlock_requested`). `record` keeps the run, again and
    again; without it nothing is asked. `add_strategy` puts a text into step 2, only by a click;
    both may raise an EnvironmentProblem. Esc closes at once and loses nothing (`closed`).
    `offer` finds an exercise to start at what one can do alone (`exercise_requested`);
    `has_exercise` says whether one that the plan names is still there.
    """

    closed = Signal()
    helplines_requested = Signal()
    unlock_requested = Signal()
    exercise_requested = Signal(str)

    def __init__(  # noqa: PLR0913 - each thing the window knows, by its name
        self,
        plan: Plan | None,
        lines: Sequence[NumberToCall],
        clock: Clock,
        *,
        record: Save | None = None,
        add_strategy: Callable[[str], None] | None = None,
        country_missing: bool = False,
        can_unlock: bool = True,
        offer: Find = no_offer,
        has_exercise: Has = lambda _id: True,
    ) -> None:
        super().__init__()
        self._keeper = RunKeeper(record, clock)
        roomy = theme.now().scale < _LARGE_TEXT
        self._stops = route(plan, lines, prompts.load())
        self._walk = Walk(self._stops, LINES if roomy else LINES - 1, has_exercise)
        self._showing = Showing.STOP
        self._offer, keeper, told = offer, self._keeper, tuple(lines)
        self._middle = Middle(
            plan, told, keeper, add_strategy, country_missing=country_missing, offer=offer
        )
        emergency = next((line.number for line in lines if line.emergency), "")
        self._top, self._foot = TopBar(emergency), Foot()
        self._foot.unlock.setVisible(plan is None and can_unlock)
        self._keys = CrisisKeys(_key_calls(self), self.jump)
        self._build()
        self._connect()
        self._show_stop()

    def _build(self) -> None:
        self.setProperty("look", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("CrisisRun", "Help me now"))
        self._trouble = _trouble()
        self._box = column(self._top, self._middle, self._trouble, self._foot)
        self.setLayout(self._box)

    def _connect(self) -> None:
        self._top.people_requested.connect(self.show_people)
        self._top.helplines_requested.connect(self.show_helplines)
        self._top.close_requested.connect(self.close_run)
        self._foot.next_requested.connect(self.go_on)
        self._foot.before_requested.connect(self.go_back)
        self._foot.stop_requested.connect(self.show_summary)
        self._foot.unlock.clicked.connect(self.unlock_requested)
        self._foot.answers.answered.connect(self._on_answered)
        self._middle.helplines_requested.connect(self.show_helplines)
        self._middle.country_requested.connect(self.helplines_requested)
        self._middle.exercise_requested.connect(self.exercise_requested)
        self._middle.said.connect(self._refresh_foot)
        self._middle.reach_changed.connect(self._refresh_foot)
        self._middle.laid_out.connect(self._order_tabs)

    # --- the way

    def go_on(self) -> None:
        """What is hidden below, the next lines, the next step with entries, the end; or back."""
        if self._showing is Showing.SUMMARY:
            self.close_run()
        elif self._showing is Showing.STOP and self._middle.hides_more:
            self._middle.scroll_on()
        elif self._showing is not Showing.STOP or self._walk.forward():
            self._show_stop()
        else:
            self.show_summary()

    def go_back(self) -> None:
        """One portion of lines or one step back; from a list or the end, to where one was."""
        if self._showing is not Showing.STOP or self._walk.back():
            self._show_stop()

    def jump(self, key: int) -> None:
        """To the step of that number; other numbers lead nowhere."""
        if self._walk.jump(key):
            self._show_stop()

    @property
    def at_summary(self) -> bool:
        """Whether the end is shown."""
        return self._showing is Showing.SUMMARY

    def close_run(self) -> None:
        """Close at once; what was typed or said is kept."""
        self.flush()
        self._keeper.end()
        self.closed.emit()

    def flush(self) -> None:
        """Save what is being typed, now."""
        self._middle.flush()

    # --- what is shown

    def show_people(self) -> None:
        """Everybody of the plan with their numbers."""
        self._show(Showing.PEOPLE, self._middle.show_people())

    def show_helplines(self) -> None:
        """The emergency number and every line."""
        self._show(Showing.HELPLINES, self._middle.show_helplines())

    def show_summary(self) -> None:
        """The end, from where one may still go back."""
        self._keeper.end()
        self._show(Showing.SUMMARY, self._middle.show_summary(self._stops))

    def _show_stop(self) -> None:
        self._show(Showing.STOP, self._middle.show_stop(self._walk))

    def _show(self, showing: Showing, spoken: str) -> None:
        self._showing = showing
        where = place(showing, self._walk)
        self._top.set_place(where)
        self._refresh_foot()
        self._fit()
        self._foot.next.setFocus()
        announce(self, f"{where}. {spoken}" if where else spoken)

    def _refresh_foot(self) -> None:
        stop = self._walk.stop
        on_stop = self._showing is Showing.STOP
        said = self._keeper.answer_to(stop.step)
        self._foot.answers.show_answer(said)
        self._foot.show_way(
            next_words(self._showing, self._walk, hides_more=self._middle.hides_more),
            back=not on_stop or not self._walk.at_start,
            stop=on_stop and said is Answer.HELPED and not self._walk.at_end,
        )
        self._trouble.setVisible(self._keeper.unsaved)

    def _fit(self) -> None:
        """Answers are asked for a step with entries; beside the way on, or under the lines."""
        asked = self._keeper.keeps and asks(self._showing, self._walk)
        compact = self.width() < theme.px(_COMPACT_BELOW)
        edges = (16, 12, 16, 12) if compact else (32, 24, 32, 28)
        self._box.setContentsMargins(*edges)
        self._top.fit(self.width() - edges[0] - edges[2], compact=compact)
        if compact and asked:
            self._middle.take_answers(self._foot.answers)
        else:
            self._foot.take_back_answers()
        self._foot.answers.setVisible(asked)
        self._order_tabs()

    def _order_tabs(self) -> None:
        follow_layout(self._top.bar, self._middle.lines, self._foot.bar)

    def start_exercise(self) -> None:
        """The exercise of this step; nothing where there is none."""
        chosen = exercise_here(self._showing, self._walk, self._offer)
        if chosen:
            self.exercise_requested.emit(chosen)

    # --- what was said

    def _on_answered(self, answer: Answer) -> None:
        step = self._walk.stop.step
        if step is not None:
            self._keeper.answer(step, answer)
        self._refresh_foot()
        self._foot.next.setFocus()  # so that Enter goes on

    # --- Qt

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self._keys.take(event) or self._middle.scroll_by_key(event)):
            super().keyPressEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._foot.next.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _key_calls(run: CrisisRun) -> dict[Qt.Key, Callable[[], None]]:
    return {
        Qt.Key.Key_Return: run.go_on,
        Qt.Key.Key_Enter: run.go_on,
        Qt.Key.Key_Backspace: run.go_back,
        Qt.Key.Key_P: run.show_people,
        Qt.Key.Key_L: run.show_helplines,
        Qt.Key.Key_E: run.start_exercise,
        Qt.Key.Key_Escape: run.close_run,
    }


def _trouble() -> QLabel:
    said = translate("CrisisRun", "Your answers could not be saved. Everything else works.")
    made = label(said, "muted")
    made.hide()
    return made
