"""The plan as a page: a card for each step, the version line, the ways to print and to use it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from copingkit.core.errors import EnvironmentProblem
from copingkit.core.links import Link
from copingkit.tools.safety_plan.model import Item, Plan, Step, holds
from copingkit.tools.safety_plan.prompts import load
from copingkit.tools.safety_plan.service import SafetyPlanService
from copingkit.tools.safety_plan.view.inner_view import InnerView
from copingkit.tools.safety_plan.view.item_row import ItemRow
from copingkit.tools.safety_plan.view.step_card import StepCard
from copingkit.tools.safety_plan.view.version_line import VersionLine
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.tool import Surroundings
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.layout import PageColumn, row
from copingkit.ui.widgets.tab_order import follow_layout
from copingkit.ui.widgets.text import label

VERSIONS = "versions"
_ROOM = 48  # what is scrolled to keeps this distance from the edge
_ABOVE_CARDS = 2  # the heading and the version line
_AT_ONCE = tuple(Step)[:3]  # what a window shows before it is scrolled
_NUMBERED = tuple(step for step in Step if step is not Step.REASONS_FOR_LIVING)


class PlanPage(QStackedWidget):
    """Shows the plan, and in its place the versions while they are looked at."""

    def __init__(self, service: SafetyPlanService, surroundings: Surroundings) -> None:
        super().__init__()
        self._service, self._surroundings = service, surroundings
        self._instead: InnerView | None = None
        self._words = load()
        self.column = PageColumn(translate("SafetyPlan", "My safety plan"), spacing=14)
        self.version_line = VersionLine()
        self.cards: dict[Step, StepCard] = {}
        self._build()
        self._render(service.plan)
        self.column.viewport().installEventFilter(self)
        unsubscribe = service.changed.subscribe(self._render)
        # a lambda, since the page's own methods are gone when it is destroyed
        self.destroyed.connect(lambda: unsubscribe())  # noqa: PLW0108

    def _build(self) -> None:
        print_button = button(translate("SafetyPlan", "Print"), self._on_print)
        go = button(translate("SafetyPlan", "Go through it"), self._on_go_through, look="primary")
        title = label(translate("SafetyPlan", "My safety plan"), "h1")
        heading = row(title, print_button, go, spacing=12)
        heading.setStretch(0, 1)
        self.column.body.addLayout(heading)
        self.column.body.addWidget(self.version_line)
        self.version_line.versions_requested.connect(self.show_versions)
        self.version_line.save_again_requested.connect(lambda: self._guarded(self.flush))
        for step in _AT_ONCE:
            self._add_card(step)
        self.column.body.addStretch(1)
        self.addWidget(self.column)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched is self.column.viewport():
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.build_rest)
        return super().eventFilter(watched, event)

    def build_rest(self) -> None:
        """Add the cards that are below what is seen first; done once, after the first painting."""
        missing = [step for step in Step if step not in self.cards]
        for step in missing:
            self._add_card(step)
        if missing:
            self._render(self._service.plan)
            self._order_tabs()

    def _add_card(self, step: Step) -> None:
        card = self._card(step)
        self.cards[step] = card
        self.column.body.insertWidget(_ABOVE_CARDS + len(self.cards) - 1, card)

    def _order_tabs(self) -> None:
        follow_layout(self.column.body)

    def _card(self, step: Step) -> StepCard:
        place = _NUMBERED.index(step) + 1 if step in _NUMBERED else None
        card = StepCard(step, place, self._words.steps[step])
        card.item_typed.connect(lambda item: self._on_typed(step, item))
        card.item_moved.connect(self._on_moved)
        card.item_removed.connect(self._on_removed)
        card.item_emptied.connect(self._on_emptied)
        card.opened.connect(self._on_opened)
        card.laid_out.connect(self._order_tabs)
        return card

    # --- what the window asks for

    def flush(self) -> None:
        """Save what is being typed, and what could not be saved before.

        Raises the EnvironmentProblem that keeps it from the disk; the fields keep what was typed.
        """
        for card in self.cards.values():
            for shown in card.rows:
                shown.flush()
        self._service.save_again()

    def show_target(self, target: str) -> None:
        """Bring an entry (by its id) into view, the versions, or the top."""
        if target == VERSIONS:
            self.show_versions()
            return
        self._back_to_plan()
        if not target:
            self.column.verticalScrollBar().setValue(0)
            return
        self.build_rest()
        for card in self.cards.values():
            if (shown := card.row(target)) is not None:
                self._bring_into_view(shown)
                shown.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def show_versions(self) -> None:
        """Show the versions in place of the plan."""
        # imported when first looked at: the plan must be there at once, the versions need not
        from copingkit.tools.safety_plan.view.versions_view import VersionsView

        view = VersionsView(self._service)
        view.restore_requested.connect(self._on_restore_version)
        self._show_instead(view)

    def _show_instead(self, view: InnerView) -> None:
        self._guarded(self.flush)
        self._back_to_plan()
        self._instead = view
        view.closed.connect(self._on_closed)
        self.setCurrentIndex(self.addWidget(view))
        view.begin()

    def _on_closed(self) -> None:
        self._back_to_plan()
        self.version_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back_to_plan(self) -> None:
        view, self._instead = self._instead, None
        if view is not None:
            self.removeWidget(view)
            view.deleteLater()
        self.setCurrentWidget(self.column)

    # --- what the person does

    def _on_typed(self, step: Step, item: Item) -> None:
        if holds(self._service.plan, item.id):
            self._guarded(lambda: self._service.edit(item))
        else:
            self._guarded(lambda: self._service.add(step, item))

    def _on_moved(self, item_id: str, position: int) -> None:
        self._guarded(lambda: self._service.move(item_id, position))

    def _on_removed(self, item_id: str) -> None:
        self._guarded(lambda: self._remove(item_id))

    def _on_emptied(self, before: Item) -> None:
        """Everything was wiped out of an entry: it goes, as it was before, to Recently removed."""

        def put_back_and_remove() -> None:
            self._service.edit(before)
            self._remove(before.id)

        self._guarded(put_back_and_remove)

    def _remove(self, item_id: str) -> None:
        removed_id = self._service.remove(item_id)
        self._surroundings.notices.offer_undo(
            translate("SafetyPlan", "Removed. It stays in Recently removed for 30 days."),
            lambda: self._guarded(lambda: self._service.restore_removed(removed_id)),
        )

    def _on_restore_version(self, number: int) -> None:
        before = self._service.version
        self._guarded(lambda: self._service.restore_version(number))
        if self._service.version == before:
            return
        said = translate("SafetyPlan", "Version {number} is back, as version {new}.")
        said = said.replace("{number}", str(number)).replace("{new}", str(self._service.version))
        self._surroundings.notices.offer_undo(
            said, lambda: self._guarded(lambda: self._service.restore_version(before))
        )

    def _on_opened(self, opened: ItemRow) -> None:
        for card in self.cards.values():
            for shown in card.rows:
                if shown is not opened:
                    shown.close_editor()
        # when its editor has its place
        QTimer.singleShot(0, opened, lambda: self._bring_into_view(opened))

    def _on_print(self) -> None:
        self._guarded(self.flush)
        self._surroundings.open_link(Link("safety_plan", "print"))

    def _on_go_through(self) -> None:
        self._guarded(self.flush)
        self._surroundings.open_link(Link("crisis"))

    # --- the service and the screen

    def _guarded(self, call: Callable[[], object]) -> None:
        """Call the service; what the machine refuses is said, and what was typed stays."""
        try:
            call()
        except EnvironmentProblem as problem:
            self._render(self._service.plan)
            self._surroundings.notices.report(problem)

    def _render(self, plan: Plan) -> None:
        for step, card in self.cards.items():
            card.show_items(plan.items(step))
        service = self._service
        self.version_line.show_state(service.version, service.changed_at, unsaved=service.unsaved)

    def _bring_into_view(self, shown: ItemRow) -> None:
        # what was opened or added just now must have its place and size before it is scrolled to
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self.column.ensureWidgetVisible(shown, 0, theme.px(_ROOM))
        if (focus := shown.focusWidget()) is not None:
            self.column.ensureWidgetVisible(focus, 0, theme.px(_ROOM))
