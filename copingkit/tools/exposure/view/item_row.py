"""One situation of a ladder as a row, which opens its editor in place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy
from typing_extensions import override

from copingkit.tools.exposure.health import Standing
from copingkit.tools.exposure.ladder import Item
from copingkit.tools.exposure.view.item_editor import ItemEditor
from copingkit.tools.exposure.view.words import below_item
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button, icon_button
from copingkit.ui.widgets.layout import column, holder, row
from copingkit.ui.widgets.rows import Grip, Row
from copingkit.ui.widgets.text import label


class ItemRow(Row):
    """Besides what a row asks for: a trial, a variation, to be put away; `edited` (an Item)."""

    trial_requested = Signal()
    vary_requested = Signal()
    archive_requested = Signal()
    edited = Signal(object)

    def __init__(self, item: Item, standing: Callable[[Item], Standing]) -> None:
        """`standing` says whether an item is for oneself, after the answers about health."""
        super().__init__()
        self.item, self._standing = item, standing
        self._editor: ItemEditor | None = None
        self._suds = label("", "chip", wrap=False)
        self._suds.setMinimumWidth(theme.px(40))
        self._suds.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._suds.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._situation, self._below = label(""), label("", "small")
        start = button(translate("Exposure", "Try it"), self.trial_requested.emit)
        self._start = start
        self._more = icon_button("", "more", self._show_menu)
        words = holder(column(self._situation, self._below, spacing=0))
        line = row(Grip(self), self._suds, words, start, self._more, spacing=8)
        line.setStretch(2, 1)
        self._box = column(line, margins=(8, 8, 8, 8), spacing=8)
        self.setLayout(self._box)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(
            translate("Exposure", "Enter edits it, Alt+Up and Alt+Down move it, Delete removes it.")
        )
        self.open_requested.connect(self.open)
        self._place = ""
        self.show_item(item)

    def show_item(self, item: Item) -> None:
        """Take other content, as when it was undone elsewhere."""
        self.item = item
        suds = str(item.suds) if item.suds is not None else ""
        below = below_item(item, self._standing(item))
        self._suds.setText(suds or "–")
        self._situation.setText(item.situation)
        self._below.setText(below)
        self._below.setVisible(bool(below))
        distress = translate("Exposure", "distress {suds}").replace(
            "{suds}", suds or translate("Exposure", "not said")
        )
        self._said = (item.situation, distress, below)
        self._say()
        for made, text in (
            (self._start, translate("Exposure", "Try it: {item}")),
            (self._more, translate("Exposure", "More for: {item}")),
        ):
            made.setAccessibleName(text.replace("{item}", item.situation))

    def say_place(self, place: int, count: int) -> None:
        """Tell a screen reader where it stands, `place` from 1."""
        said = translate("Exposure", "{place} of {count}")
        self._place = said.replace("{place}", str(place)).replace("{count}", str(count))
        self._say()

    def _say(self) -> None:
        self.setAccessibleName(". ".join(part for part in (*self._said, self._place) if part))

    @property
    @override
    def is_open(self) -> bool:
        return self._editor is not None

    @override
    def menu(self) -> QMenu:
        menu = super().menu()
        first = menu.actions()[1]
        vary = menu.addAction(translate("Exposure", "A variation of it"), self.vary_requested.emit)
        away = (
            translate("Exposure", "Put away")
            if not self.item.archived
            else (translate("Exposure", "Bring out again"))
        )
        archive = menu.addAction(away, self.archive_requested.emit)
        for action in (vary, archive):
            menu.removeAction(action)
            menu.insertAction(first, action)
        return menu

    def _show_menu(self) -> None:
        self.menu().popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    # --- in place

    def open(self) -> None:
        """Edit it in place."""
        if self._editor is not None:
            return
        editor = ItemEditor(self.item)
        editor.edited.connect(self._on_edited)
        editor.done.connect(self.close_editor)
        self._editor = editor
        self._box.addWidget(editor)
        editor.show()  # in the same moment, not one turn of the event loop later
        editor.setFocus()

    def _on_edited(self, item: Item) -> None:
        self.show_item(item)
        self.edited.emit(item)

    def flush(self) -> None:
        """Save what is being typed."""
        if self._editor is not None:
            self._editor.flush()

    def close_editor(self) -> None:
        """Back to the row alone."""
        editor, self._editor = self._editor, None
        if editor is not None:
            self._box.removeWidget(editor)
            editor.hide()
            editor.deleteLater()
            self.setFocus()
