"""One entry as a row: its text and marks, a menu, and its editor when it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from copingkit.tools.safety_plan.forms import all_text
from copingkit.tools.safety_plan.model import Item, Step
from copingkit.tools.safety_plan.prompts import EntryPrompts
from copingkit.tools.safety_plan.view.summaries import marks, summary
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button, icon_button
from copingkit.ui.widgets.layout import row
from copingkit.ui.widgets.rows import Grip, Row
from copingkit.ui.widgets.text import label

if TYPE_CHECKING:
    from copingkit.tools.safety_plan.view.item_editor import ItemEditor


class ItemRow(Row):
    """Shows an entry; its editor is made only when it is opened.

    `at_opening` is the entry as it was then; after `closed`, `left_empty` says that nothing was
    left in any field.
    """

    edited = Signal(object)
    closed = Signal()
    entered = Signal()  # closed by Enter
    exercise_requested = Signal(str)

    def __init__(self, step: Step, item: Item, words: EntryPrompts) -> None:
        super().__init__()
        self.item = item
        self.editor: ItemEditor | None = None
        self.at_opening = item
        self.left_empty = False
        self._step, self._words = step, words
        self._text = label("")
        self._marks: list[QWidget] = []
        self._more = icon_button("", "more", self._on_more)
        self._grip = Grip(self)
        self._grip.setFixedHeight(self._more.height())
        self._line = row(self._grip, self._text, self._more, spacing=8, margins=(0, 2, 0, 2))
        self._line.setStretch(1, 1)
        self.setLayout(self._line)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(
            translate(
                "SafetyPlan", "Enter edits it, Alt+Up and Alt+Down move it, Delete removes it."
            )
        )
        self._show_item()

    def show_item(self, item: Item) -> None:
        """Show what the entry says now."""
        if item != self.item:
            self.item = item
            self._show_item()

    def say_place(self, place: int, count: int) -> None:
        """Tell a screen reader what this is and where it stands, `place` from 1."""
        said = translate("SafetyPlan", "{place} of {count}: {text}")
        said = said.replace("{place}", str(place)).replace("{count}", str(count))
        self.setAccessibleName(said.replace("{text}", ", ".join((self._name, *self._said))))

    def open(self) -> ItemEditor:
        """Open the editor in place of the text."""
        if self.editor is None:
            self.at_opening = self.item
            # an editor is imported when the first one is opened
            from copingkit.tools.safety_plan.view.item_editor import ItemEditor

            self.editor = ItemEditor(self._step, self.item, self._words)
            self.editor.edited.connect(self.edited)
            self.editor.done.connect(self.close_editor)
            self.editor.entered.connect(self.entered)
            self._line.insertWidget(self._line.indexOf(self._text), self.editor, 1)
            self._set_line_visible(visible=False)
            self.setCursor(Qt.CursorShape.ArrowCursor)
        for new in (self, self.editor):
            new.show()  # a layout shows what was put into it only later, and only the shown focus
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.editor

    def close_editor(self) -> None:
        """Show the text again; what was typed is given first."""
        if self.editor is None:
            return
        editor, self.editor = self.editor, None
        had_focus = has_focus_inside(editor)
        editor.flush()
        self.left_empty = not all_text(editor.item).strip()
        self._line.removeWidget(editor)
        self._set_line_visible(visible=True)
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.hide()
        editor.deleteLater()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.closed.emit()

    def flush(self) -> None:
        """Give what is typed and not given yet."""
        if self.editor is not None:
            self.editor.flush()

    @property
    @override
    def is_open(self) -> bool:
        return self.editor is not None

    def _show_item(self) -> None:
        self._text.setText(summary(self.item))
        self._said = marks(self.item, self._words)
        for mark in self._marks:
            self._line.removeWidget(mark)
            mark.hide()
            mark.deleteLater()
        self._marks = [_mark(said) for said in self._said]
        if self.item.exercise:
            self._marks.append(self._starter())
        for mark in self._marks:
            self._line.insertWidget(self._line.count() - 1, mark)
            if self.editor is not None:
                mark.hide()
        self._name = self._text.text() or translate("SafetyPlan", "new entry")
        more = translate("SafetyPlan", "More about: {text}").replace("{text}", self._name)
        self._more.setAccessibleName(more)
        self._more.setToolTip(translate("SafetyPlan", "More"))

    def _starter(self) -> QPushButton:
        text = translate("SafetyPlan", "Start")
        made = button(text, self._on_start, look="quiet", icon="forward")
        made.setAccessibleName(
            translate("SafetyPlan", "Start the exercise: {text}").replace(
                "{text}", summary(self.item)
            )
        )
        return made

    def _on_start(self) -> None:
        self.exercise_requested.emit(self.item.exercise)

    def _set_line_visible(self, *, visible: bool) -> None:
        beside = Qt.AlignmentFlag.AlignVCenter if visible else Qt.AlignmentFlag.AlignTop
        self._line.setAlignment(self._grip, beside)
        self._line.setAlignment(self._more, beside)
        for part in (self._text, *self._marks):
            part.setVisible(visible)

    def _on_more(self) -> None:
        menu = self.menu()
        corner = QPoint(0, self._more.height())
        menu.popup(self._more.mapToGlobal(corner))

    @property
    def more(self) -> QPushButton:
        """The button that opens the menu."""
        return self._more


def _mark(said: str) -> QWidget:
    made = label(said, "chip", wrap=False)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def has_focus_inside(widget: QWidget) -> bool:
    """Whether the keyboard is in `widget` or in something inside it."""
    focus = QApplication.focusWidget()
    return isinstance(focus, QWidget) and (focus is widget or widget.isAncestorOf(focus))
