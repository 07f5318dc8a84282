"""The fields of one entry, opened in its row and saved as they are typed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from copingkit.tools.safety_plan.forms import FieldSpec, fields
from copingkit.tools.safety_plan.model import Item, Step
from copingkit.tools.safety_plan.prompts import EntryPrompts
from copingkit.tools.safety_plan.view.inputs import INPUTS, DateInput, FlagInput, Input
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.layout import column, row
from copingkit.ui.widgets.text import field_label
from copingkit.ui.widgets.typing_saver import TypingSaver


class ItemEditor(QWidget):
    """Edits a copy of an entry.

    `edited` gives the entry as it is typed now, after a short pause, once a second of steady
    typing, when a field loses the focus, and on `flush`. `done` says that it can be closed.
    """

    edited = Signal(object)
    done = Signal()

    def __init__(self, step: Step, item: Item, words: EntryPrompts) -> None:
        super().__init__()
        self._item = item
        self._saver = TypingSaver(self._save, self)
        self._inputs: list[tuple[FieldSpec, Input]] = []
        lines = column(spacing=4, margins=(0, 4, 0, 8))
        for field in fields(step, item.sort):
            made = self._input(field, words.label(field))
            if not isinstance(made, FlagInput):
                lines.addWidget(field_label(words.label(field), made))
            lines.addWidget(made)
            lines.addSpacing(4)
        lines.addLayout(row(button(translate("SafetyPlan", "Done"), self._on_done), None))
        self.setLayout(lines)
        self.setFocusProxy(self._inputs[0][1])

    def _input(self, field: FieldSpec, label: str) -> Input:
        made = INPUTS[field.shape](field.shape)
        if isinstance(made, FlagInput | DateInput):
            made.name(label)
        made.show_value(getattr(self._item, field.name))
        made.edited.connect(self._saver.touch)
        for part in (made, *made.findChildren(QWidget)):
            part.installEventFilter(self)
        self._inputs.append((field, made))
        return made

    @property
    def item(self) -> Item:
        """The entry as it is typed now."""
        typed: dict[str, Any] = {field.name: made.value() for field, made in self._inputs}
        return replace(self._item, **typed)

    def flush(self) -> None:
        """Give what is typed and not given yet."""
        self._saver.flush()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # the row moves with Alt+Up and Alt+Down, open or not
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            self._on_done()

    def _save(self) -> None:
        self.edited.emit(self.item)

    def _on_done(self) -> None:
        self.flush()
        self.done.emit()
