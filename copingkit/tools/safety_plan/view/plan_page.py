"""The safety plan's page: what the person does there goes to the service, and comes back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from copingkit.core.errors import EnvironmentProblem
from copingkit.core.ids import new_id
from copingkit.core.links import Link
from copingkit.tools.safety_plan.model import Item, Plan, Sort, Step, holds
from copingkit.tools.safety_plan.service import SafetyPlanService
from copingkit.tools.safety_plan.view.inner_view import InnerView
from copingkit.tools.safety_plan.view.plan_column import PlanColumn
from copingkit.ui.language import translate
from copingkit.ui.tool import Surroundings

VERSIONS = "versions"
_SUGGEST = "suggest/"


class PlanPage(QStackedWidget):
    """Shows the plan, and in its place the versions while they are looked at."""

    def __init__(self, service: SafetyPlanService, surroundings: Surroundings) -> None:
        super().__init__()
        self._service, self._surroundings = service, surroundings
        self._instead: InnerView | None = None
        self.column = PlanColumn()
        self._connect()
        self._render(service.plan)
        self.addWidget(self.column)
        unsubscribe = service.changed.subscribe(self._render)
        self.destroyed.connect(lambda: unsubscribe())  # noqa: PLW0108 - own methods are gone by then

    def _connect(self) -> None:
        column, line = self.column, self.column.version_line
        column.item_typed.connect(self._on_typed)
        column.item_moved.connect(self._on_moved)
        column.item_removed.connect(self._on_removed)
        column.item_emptied.connect(self._on_emptied)
        column.print_requested.connect(lambda: self._go_to(Link("safety_plan", "print")))
        column.go_through_requested.connect(lambda: self._go_to(Link("crisis")))
        column.exercise_requested.connect(
            lambda exercise: self._go_to(Link("exercises", f"play/{exercise}"))
        )
        line.versions_requested.connect(self.show_versions)
        line.save_again_requested.connect(lambda: self._guarded(self.flush))

    # --- what the window asks for

    def flush(self) -> None:
        """Save what is being typed, and what could not be saved before.

        Raises the EnvironmentProblem that keeps it from the disk; the fields keep what was typed.
        """
        self.column.flush()
        self._service.save_again()

    def show_target(self, target: str) -> None:
        """Bring an entry (by its id) into view, the versions, or the top.

        "suggest/<exercise>/<title>" puts that exercise into step 2: one was asked to by a click.
        """
        if target == VERSIONS:
            self.show_versions()
        elif target.startswith(_SUGGEST):
            self._back_to_plan()
            exercise, _, title = target.removeprefix(_SUGGEST).partition("/")
            self._guarded(lambda: self._take_exercise(exercise, title))
        else:
            self._back_to_plan()
            self.column.show_target(target)

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
        self.column.version_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back_to_plan(self) -> None:
        view, self._instead = self._instead, None
        if view is not None:
            self.removeWidget(view)
            view.deleteLater()
        self.setCurrentWidget(self.column)

    # --- what the person does

    def _take_exercise(self, exercise: str, title: str) -> None:
        there = (item for item in self._service.plan.coping_strategies if item.exercise == exercise)
        item = next(there, None)
        if item is None:
            item = Item(new_id(), Sort.ENTRY, title, as_suggested=True, exercise=exercise)
            self._service.add(Step.COPING_STRATEGIES, item)
            self._say_taken(item)
        self.column.show_target(item.id)

    def _say_taken(self, item: Item) -> None:
        said = translate(
            "SafetyPlan", "It is in step 2 now. You can say in your own words what it does for you."
        )
        self._surroundings.notices.offer_undo(
            said, lambda: self._guarded(lambda: self._take_back(item.id))
        )

    def _take_back(self, item_id: str) -> None:
        if holds(self._service.plan, item_id):
            self._service.remove(item_id)

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

    def _go_to(self, link: Link) -> None:
        self._guarded(self.flush)
        self._surroundings.open_link(link)

    # --- the service and the screen

    def _guarded(self, call: Callable[[], object]) -> None:
        """Call the service; what the machine refuses is said, and what was typed stays."""
        try:
            call()
        except EnvironmentProblem as problem:
            self._render(self._service.plan)
            self._surroundings.notices.report(problem)

    def _render(self, plan: Plan) -> None:
        self.column.show_plan(plan)
        service = self._service
        self.column.version_line.show_state(
            service.version, service.changed_at, unsaved=service.unsaved
        )
