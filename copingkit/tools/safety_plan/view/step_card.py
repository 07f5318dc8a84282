"""One step of the plan as a card: its entries, a way to add some, and ideas on demand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from copingkit.tools.safety_plan.forms import all_text, new_item, sorts
from copingkit.tools.safety_plan.model import Item, Sort, Step
from copingkit.tools.safety_plan.prompts import EntryPrompts, StepPrompts
from copingkit.tools.safety_plan.view.ideas import Ideas
from copingkit.tools.safety_plan.view.item_row import ItemRow, has_focus_inside
from copingkit.ui import icons, theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, holder, row
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.rows import Rows
from copingkit.ui.widgets.text import label, number


class StepCard(Card):
    """Says what the person wants and changes nothing by itself; `show_items` gives the result.

    An entry that is being added is a row of its own (a draft) until something is typed; Enter in it
    goes on to the next one, so that a list can be written in one go.
    """

    item_typed = Signal(object)  # Item, new or not
    item_moved = Signal(str, int)  # id, position
    item_removed = Signal(str)  # id
    item_emptied = Signal(object)  # Item as it was when it was opened
    opened = Signal(object)  # ItemRow
    laid_out = Signal()  # other rows or another order
    exercise_requested = Signal(str)  # its id

    def __init__(self, step: Step, place: int | None, words: StepPrompts) -> None:
        super().__init__()
        self.step = step
        self._words = words
        self._items: tuple[Item, ...] = ()
        self._shown: dict[str, ItemRow] = {}
        self._draft: ItemRow | None = None
        self._added: ItemRow | None = None  # just now, and not opened since
        self._ideas: Ideas | None = None
        self._rows = Rows()
        self._rows_shown = True
        self._rows.moved.connect(self.drop)
        self.add_buttons = {
            sort: self._add_button(sort, words.entries[sort]) for sort in sorts(step)
        }
        self.ideas_button = self._make_ideas_button()
        self._build(place)

    def _build(self, place: int | None) -> None:
        heading = row(spacing=12)
        heading.addWidget(number(place) if place else _mark())
        title = label(self._words.title, "h2")
        heading.addWidget(title, 1)
        self.body.addLayout(heading)
        self.body.addWidget(label(self._words.hint, "small"))
        self.body.addWidget(self._rows)
        self._rows.setAccessibleName(self._words.title)
        self.body.addWidget(holder(Flow(*self.add_buttons.values(), self.ideas_button, spacing=4)))

    def _add_button(self, sort: Sort, words: EntryPrompts) -> QPushButton:
        made = button(words.add, lambda: self.add(sort), look="quiet", icon="plus")
        made.setAccessibleName(f"{words.add}: {self._words.title}")
        return made

    def _make_ideas_button(self) -> QPushButton:
        made = button(translate("SafetyPlan", "Ideas"), look="quiet", icon="question", stays=True)
        said = translate("SafetyPlan", "Ideas for: {step}").replace("{step}", self._words.title)
        made.setAccessibleName(said)
        made.toggled.connect(self._on_ideas)
        return made

    # --- what is shown

    def show_items(self, items: tuple[Item, ...]) -> None:
        """Show these entries; rows that stay keep their editor and their focus."""
        if items == self._items and self._shown:
            return
        self._items = items
        if self._draft is not None and any(item.id == self._draft.item.id for item in items):
            self._draft = None  # it is an entry now, in the row it was typed in
        shown = {item.id: self._row_for(item) for item in items}
        if self._draft is not None:
            shown[self._draft.item.id] = self._draft
        for item in items:
            shown[item.id].show_item(item)
        self._lay_out(shown)

    def _lay_out(self, shown: dict[str, ItemRow]) -> None:
        same = list(shown) == list(self._shown)
        self._shown = shown
        if not same:
            self._rows.fill([*shown.values()])
            self._show_rows(bool(shown))
            self.laid_out.emit()
        for place, each in enumerate(shown.values(), start=1):
            each.say_place(place, len(shown))

    def _show_rows(self, wanted: bool) -> None:
        # asking Qt each time would polish every row once more while the page is built
        if wanted != self._rows_shown:
            self._rows_shown = wanted
            self._rows.setVisible(wanted)

    def row(self, item_id: str) -> ItemRow | None:
        """The row that shows the entry of that id."""
        return self._shown.get(item_id)

    @property
    def rows(self) -> list[ItemRow]:
        """The rows from top to bottom."""
        return list(self._shown.values())

    def _row_for(self, item: Item) -> ItemRow:
        if item.id in self._shown:
            return self._shown[item.id]
        made = ItemRow(self.step, item, self._words.entries[item.sort])
        made.edited.connect(self._on_edited)
        made.closed.connect(lambda: self._on_closed(made))
        made.entered.connect(lambda: self._on_entered(made))
        made.open_requested.connect(lambda: self.open(made))
        made.remove_requested.connect(lambda: self._on_remove(made))
        made.exercise_requested.connect(self.exercise_requested)
        return made

    # --- intents

    def add(self, sort: Sort) -> None:
        """Open a new row for an entry of that sort."""
        if self._draft is not None:  # what was typed stays as an entry, an empty row goes
            self._draft.close_editor()
        item = new_item(sort, "")
        self._draft = self._added = self._row_for(item)
        self._lay_out({**self._shown, item.id: self._draft})
        self.open(self._draft)

    def open(self, chosen: ItemRow) -> None:
        """Open a row's editor; the page closes the one that was open before."""
        self.opened.emit(chosen)
        if chosen is not self._draft:
            self._added = None
        chosen.open()
        self.laid_out.emit()

    def _on_edited(self, item: Item) -> None:
        # Nothing is not an entry; what was there before stays until the row is closed.
        if all_text(item).strip():
            self.item_typed.emit(item)

    def _on_closed(self, closed: ItemRow) -> None:
        if closed is self._draft:
            self._drop_draft(closed)
        elif closed.left_empty:
            self._let_go(closed, lambda: self.item_emptied.emit(closed.at_opening))

    def _on_entered(self, closed: ItemRow) -> None:
        kept = any(item.id == closed.item.id for item in self._items)
        if closed is self._added and kept and closed.item.sort is Sort.ENTRY:
            self.add(Sort.ENTRY)

    def _drop_draft(self, draft: ItemRow) -> None:
        self._draft = None
        rest = {id_: each for id_, each in self._shown.items() if each is not draft}
        if has_focus_inside(draft):
            self.add_buttons[draft.item.sort].setFocus(Qt.FocusReason.OtherFocusReason)
        self._lay_out(rest)

    def drop(self, source: int, target: int) -> None:
        """A row was moved, by mouse or by keyboard; positions count from 0."""
        moving = self.rows[source]
        if moving is self._draft:
            return
        self.item_moved.emit(moving.item.id, target)
        said = translate("SafetyPlan", "Now {place} of {count}")
        place = self.rows.index(moving) + 1
        announce(
            moving, said.replace("{place}", str(place)).replace("{count}", str(len(self._shown)))
        )

    def _on_remove(self, chosen: ItemRow) -> None:
        chosen.flush()  # what Undo brings back is what was typed last
        if chosen is self._draft:
            self._drop_draft(chosen)
        else:
            self._let_go(chosen, lambda: self.item_removed.emit(chosen.item.id))

    def _let_go(self, leaving: ItemRow, ask: Callable[[], None]) -> None:
        """Ask for a row's removal and keep the keyboard where it was."""
        place = self.rows.index(leaving)
        had_focus = has_focus_inside(leaving)
        ask()
        if had_focus:
            stops: list[QWidget] = [*self.rows[place:], *reversed(self.rows[:place])]
            stops += self.add_buttons.values()
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    # --- ideas

    def _on_ideas(self, wanted: bool) -> None:
        if self._ideas is None:
            self._ideas = Ideas(self._words)
            self._ideas.suggestion_chosen.connect(self._on_suggestion)
            self.body.addWidget(self._ideas)
        self._ideas.setVisible(wanted)
        self.laid_out.emit()

    def _on_suggestion(self, sort: Sort, text: str) -> None:
        item = new_item(sort, text, as_suggested=True)
        self.item_typed.emit(item)
        self.open(self._shown[item.id])  # there even if the disk refused it


def _mark() -> QWidget:
    """The heart in front of the reasons for living, which are not one of the six steps."""
    made = label("", "number", wrap=False)
    side = 2 * theme.px(13)
    made.setFixedSize(side, side)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    inside = theme.px(16)
    made.setPixmap(icons.icon("heart", "on_accent_soft").pixmap(QSize(inside, inside)))
    return made
