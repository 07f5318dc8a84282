"""The plan as one column: its title, the version line and a card for each step."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from typing_extensions import override

from copingkit.tools.safety_plan.forms import sorts
from copingkit.tools.safety_plan.model import Plan, Step
from copingkit.tools.safety_plan.prompts import load
from copingkit.tools.safety_plan.view.item_row import ItemRow
from copingkit.tools.safety_plan.view.step_card import StepCard
from copingkit.tools.safety_plan.view.version_line import VersionLine
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import PageColumn, column, row
from copingkit.ui.widgets.tab_order import follow_layout
from copingkit.ui.widgets.text import label

_TALL_FROM = 1.5  # the text size from which title and buttons need a line each
_ABOVE_CARDS = 2  # the heading and the version line
_AT_ONCE = tuple(Step)[:3]  # what a window shows before it is scrolled
_NUMBERED = tuple(step for step in Step if step is not Step.REASONS_FOR_LIVING)


class PlanColumn(PageColumn):
    """Shows a plan and says what the person wants of it; it changes nothing by itself.

    The cards below what is seen first are made after the first painting.
    """

    item_typed = Signal(object, object)  # Step, Item (new or not)
    item_moved = Signal(str, int)  # id, position
    item_removed = Signal(str)  # id
    item_emptied = Signal(object)  # Item as it was when it was opened
    print_requested = Signal()
    go_through_requested = Signal()
    exercise_requested = Signal(str)  # its id

    def __init__(self) -> None:
        super().__init__(translate("SafetyPlan", "My safety plan"), spacing=14)
        self._words = load()
        self._plan = Plan()
        self._whole = False
        self.version_line = VersionLine()
        self.cards: dict[Step, StepCard] = {}
        self._build()

    def _build(self) -> None:
        to_print = button(translate("SafetyPlan", "Print"), self.print_requested.emit)
        go = translate("SafetyPlan", "Go through it")
        go_through = button(go, self.go_through_requested.emit, look="primary")
        title = label(translate("SafetyPlan", "My safety plan"), "h1")
        if theme.now().scale < _TALL_FROM:
            heading = row(title, to_print, go_through, spacing=12)
            heading.setStretch(0, 1)
            self.body.addLayout(heading)
        else:
            self.body.addLayout(column(title, Flow(to_print, go_through, spacing=12), spacing=12))
        self.body.addWidget(self.version_line)
        for step in _AT_ONCE:
            self._add_card(step)
        self.body.addStretch(1)
        self.viewport().installEventFilter(self)

    def _add_card(self, step: Step) -> None:
        place = _NUMBERED.index(step) + 1 if step in _NUMBERED else None
        card = StepCard(step, place, self._words.steps[step])
        card.item_typed.connect(lambda item: self.item_typed.emit(step, item))
        card.item_moved.connect(self.item_moved)
        card.item_removed.connect(self.item_removed)
        card.item_emptied.connect(self.item_emptied)
        card.exercise_requested.connect(self.exercise_requested)
        card.opened.connect(self._on_opened)
        card.laid_out.connect(self._order_tabs)
        self.cards[step] = card
        self.body.insertWidget(_ABOVE_CARDS + len(self.cards) - 1, card)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.viewport() and event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.build_rest)
        return super().eventFilter(watched, event)

    def build_rest(self) -> None:
        """Make the cards that are still missing."""
        missing = [step for step in Step if step not in self.cards]
        for step in missing:
            self._add_card(step)
        if missing:
            self.show_plan(self._plan)
            self._whole = True
            self._order_tabs()

    def _order_tabs(self) -> None:
        if self._whole:  # before that each card would order all of them again
            follow_layout(self.body)

    # --- what is shown

    def show_plan(self, plan: Plan) -> None:
        """Show this plan; what is being typed stays."""
        self._plan = plan
        for step, card in self.cards.items():
            card.show_items(plan.items(step))

    def row_of(self, item_id: str) -> ItemRow | None:
        """The row of an entry, wherever it stands."""
        self.build_rest()
        rows = (card.row(item_id) for card in self.cards.values())
        return next((found for found in rows if found is not None), None)

    @override
    def flush(self) -> None:
        """Give what is typed and not given yet."""
        for each in self._rows():
            each.flush()

    @override
    def show_target(self, target: str) -> None:
        """Bring an entry into view by its id, begin one in a step by its name, or show the top."""
        super().show_target(target)
        if target in set(Step):
            self.begin(Step(target))
            return
        if target and (found := self.row_of(target)) is not None:
            self.scroll_to(found)
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, step: Step) -> None:
        """Open a new entry of a step, ready to type."""
        self.build_rest()
        self.cards[step].add(sorts(step)[0])

    def _rows(self) -> list[ItemRow]:
        return [each for card in self.cards.values() for each in card.rows]

    def _on_opened(self, opened: ItemRow) -> None:
        for each in self._rows():
            if each is not opened:
                each.close_editor()
        self.scroll_to_opened(opened)
