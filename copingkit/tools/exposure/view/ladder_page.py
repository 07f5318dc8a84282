"""One ladder: the fear, why it is worth it, its situations, and what could be varied next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from typing_extensions import override

from copingkit.core.errors import EnvironmentProblem
from copingkit.core.links import Link
from copingkit.tools.exposure import rungs
from copingkit.tools.exposure.ladder import Item, Ladder
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.view.item_row import ItemRow
from copingkit.tools.exposure.view.ladder_foot import LadderFoot
from copingkit.tools.exposure.view.ladder_head import LadderHead
from copingkit.tools.exposure.view.next_card import NextCard
from copingkit.tools.exposure.view.quick_add import QuickAdd
from copingkit.tools.exposure.view.undo import offer_undo
from copingkit.ui.language import translate
from copingkit.ui.tool import Surroundings
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import PageColumn, bring_into_view
from copingkit.ui.widgets.rows import Row, Rows
from copingkit.ui.widgets.tab_order import follow_layout
from copingkit.ui.widgets.text import label

_AT_ONCE = 8  # situations that a usual window shows
_AT_A_TIME = 4


class LadderPage(PageColumn):
    """`target_requested` is a place of the exposure page. Raises KeyError for no such ladder."""

    target_requested = Signal(str)

    def __init__(
        self, service: ExposureService, surroundings: Surroundings, ladder_id: str
    ) -> None:
        self._ladder = service.ladder(ladder_id)
        super().__init__(translate("Exposure", "Exposure"))
        self._service, self._surroundings = service, surroundings
        self._head = LadderHead(self._ladder)
        self._rows, self._shown = Rows(), dict[str, ItemRow]()
        self._add = QuickAdd()
        self._next = NextCard()
        self._foot = LadderFoot(self._ladder)
        self._build()
        self._connect()
        self._show(_AT_ONCE)
        QTimer.singleShot(0, self, self._grow)
        unsubscribe = service.changed.subscribe(lambda _none: self._on_changed())
        self.destroyed.connect(lambda: unsubscribe())  # noqa: PLW0108 - own methods are gone by then

    def _build(self) -> None:
        all_ladders = translate("Exposure", "All ladders")
        back = button(
            all_ladders, lambda: self.target_requested.emit(""), look="quiet", icon="back"
        )
        hint = translate(
            "Exposure", "8 to 15 situations are usual, from easy to hard. Fewer are fine."
        )
        self.body.addLayout(Flow(back))
        self.body.addWidget(self._head)
        self.body.addWidget(label(translate("Exposure", "Situations"), "h2"))
        self.body.addWidget(self._head.orders)
        self.body.addWidget(self._rows)
        self.body.addWidget(label(hint, "small"))
        self.body.addWidget(self._add)
        self.body.addWidget(self._next)
        self.body.addWidget(self._foot)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._head.edited.connect(lambda: self._save(self._head.taken(self._ladder)))
        self._rows.moved.connect(self._on_moved)
        self._add.added.connect(self._on_added)
        self._add.went_on.connect(lambda: bring_into_view(self._add))
        self._next.wanted.connect(self._on_wanted)
        self._foot.target_requested.connect(self.target_requested)
        self._foot.archive_requested.connect(self._archive)
        self._foot.remove_requested.connect(self._remove)
        self._foot.brought.connect(lambda item: self._archive_item(item, archived=False))

    # --- what the window asks for

    @override
    def flush(self) -> None:
        """Save what is being typed; a situation that was not added yet is added."""
        self._head.flush()
        for each in self._shown.values():
            each.flush()
        pending = self._add.pending
        if pending is not None:
            self._add.clear()
            self._service.add_item(self._ladder.id, pending)

    def show_item(self, item_id: str) -> None:
        """Bring a situation into view; none for an empty id."""
        if item_id and item_id not in self._shown:
            self._show()
        found = self._shown.get(item_id)
        if found is not None:
            found.setFocus()
            QTimer.singleShot(0, found, lambda: self.ensureWidgetVisible(found))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._ladder.items:
            self._add.setFocus()  # ready for the first one to be typed

    # --- what is shown

    def _show(self, first: int | None = None) -> None:
        """The whole ladder, or at first only some of its situations."""
        items = rungs.in_order(self._ladder)[:first]
        self._head.show_ladder(self._ladder)
        rows: list[Row] = [self._row(item) for item in items]
        gone = set(self._shown) - {item.id for item in items}
        for item_id in gone:
            self._shown.pop(item_id)
        self._rows.fill(rows)
        _say_places(self._ladder, self._shown)
        self._foot.show_away(tuple(item for item in self._ladder.items if item.archived))
        follow_layout(self.body)

    def _grow(self) -> None:
        """The situations below the first ones, a few at a time, once the page is there."""
        there = self._rows.rows
        coming = rungs.in_order(self._ladder)[len(there) : len(there) + _AT_A_TIME]
        if coming:
            self._rows.fill([*there, *(self._row(item) for item in coming)])
            QTimer.singleShot(0, self, self._grow)
            return
        _say_places(self._ladder, self._shown)
        follow_layout(self.body)
        self._show_next()

    def _row(self, item: Item) -> ItemRow:
        found = self._shown.get(item.id)
        if found is not None:
            found.show_item(item)
            return found
        made = ItemRow(item, self._service.health.standing)
        made.edited.connect(self._on_edited)
        made.trial_requested.connect(lambda: self._try(made.item))
        made.vary_requested.connect(lambda: self._vary(made.item))
        made.archive_requested.connect(lambda: self._archive_item(made.item, archived=True))
        made.remove_requested.connect(lambda: self._remove_item(made.item))
        self._shown[item.id] = made
        return made

    def _show_next(self) -> None:
        """What could be varied; trials are read a few at a time, once the page is there."""
        if self._service.read_more_trials():
            QTimer.singleShot(0, self, self._show_next)
            return
        self._next.show_for(self._ladder, self._service.trials(self._ladder.id))
        follow_layout(self.body)

    # --- what the person does

    def _save(self, ladder: Ladder) -> None:
        self._guarded(lambda: self._service.save_ladder(ladder))

    def _on_edited(self, item: Item) -> None:
        self._guarded(lambda: self._service.save_ladder(rungs.edit(self._ladder, item)))

    def _on_moved(self, source: int, target: int) -> None:
        item = rungs.in_order(self._ladder)[source]
        self._save(rungs.move(self._ladder, item.id, target))

    def _on_added(self, item: Item) -> None:
        self._guarded(lambda: self._service.add_item(self._ladder.id, item))

    def _vary(self, item: Item) -> None:
        self._guarded(lambda: self._open(self._service.duplicate_item(self._ladder.id, item.id)))

    def _on_wanted(self, item: Item) -> None:
        self._guarded(lambda: self._open(self._service.add_item(self._ladder.id, item)))

    def _open(self, item: Item) -> None:
        self._shown[item.id].open()  # the keyboard is in its first field now
        bring_into_view(self._shown[item.id])

    def _archive_item(self, item: Item, *, archived: bool) -> None:
        self._save(rungs.archive(self._ladder, item.id, archived=archived))

    def _remove_item(self, item: Item) -> None:
        def remove() -> None:
            removed = self._service.remove_item(self._ladder.id, item.id)
            restore = self._service.restore_item
            offer_undo(self._surroundings, lambda: restore(removed))

        self._guarded(remove)

    def _archive(self) -> None:
        self._save(replace(self._ladder, archived=not self._ladder.archived))
        self.target_requested.emit("")

    def _remove(self) -> None:
        def remove() -> None:
            _remove_ladder(self._service, self._surroundings, self._ladder.id)
            self.target_requested.emit("")

        self._guarded(remove)

    def _try(self, item: Item) -> None:
        def plan() -> None:
            trial = self._service.plan_trial(self._ladder.id, item.id)
            self.target_requested.emit(f"trial/{trial.id}")

        self.flush()
        self._guarded(plan)

    def _guarded(self, call: Callable[[], object]) -> None:
        """Call the service; what is refused is said, and what is kept is shown."""
        try:
            call()
        except EnvironmentProblem as problem:
            self._surroundings.notices.report(problem)
            self._show()

    def _on_changed(self) -> None:
        try:
            self._ladder = self._service.ladder(self._ladder.id)
        except KeyError:  # it was removed just now
            return
        self._show()


def _say_places(ladder: Ladder, shown: dict[str, ItemRow]) -> None:
    items = rungs.in_order(ladder)
    for place, item in enumerate(items, start=1):
        if item.id in shown:
            shown[item.id].say_place(place, len(items))


def _remove_ladder(service: ExposureService, around: Surroundings, ladder_id: str) -> None:
    def restore() -> None:
        service.restore_ladder(ladder_id)
        around.open_link(Link("exposure", f"ladder/{ladder_id}"))

    service.remove_ladder(ladder_id)
    offer_undo(around, restore)
