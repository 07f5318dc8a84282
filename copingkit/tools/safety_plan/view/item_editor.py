"""The fields of one entry, opened in its row and saved as they are typed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from copingkit.tools.safety_plan.forms import FieldSpec, fields
from copingkit.tools.safety_plan.model import Item, Step
from copingkit.tools.safety_plan.prompts import EntryPrompts
from copingkit.tools.safety_plan.view.inputs import INPUTS, DateInput, FlagInput, Input
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.in_place_editor import InPlaceEditor
from copingkit.ui.widgets.layout import column, row
from copingkit.ui.widgets.text import field_label


class ItemEditor(InPlaceEditor):
    """Edits a copy of an entry; `edited` gives an Item."""

    def __init__(self, step: Step, item: Item, words: EntryPrompts) -> None:
        super().__init__(lambda: self.item)
        self._item = item
        self._inputs: list[tuple[FieldSpec, Input]] = []
        lines = column(spacing=4, margins=(0, 4, 0, 8))
        for field in fields(step, item.sort):
            made = self._input(field, words.label(field))
            if not isinstance(made, FlagInput):
                lines.addWidget(field_label(words.label(field), made))
            lines.addWidget(made)
            lines.addSpacing(4)
        lines.addLayout(row(button(translate("SafetyPlan", "Done"), self.finish), None))
        self.setLayout(lines)
        self.setFocusProxy(self._inputs[0][1])

    def _input(self, field: FieldSpec, label: str) -> Input:
        made = INPUTS[field.shape](field.shape)
        if isinstance(made, FlagInput | DateInput):
            made.name(label)
        made.show_value(getattr(self._item, field.name))
        made.edited.connect(self.touch)
        self.watch(made, *made.findChildren(QWidget))
        self._inputs.append((field, made))
        return made

    @property
    def item(self) -> Item:
        """The entry as it is typed now."""
        typed: dict[str, Any] = {field.name: made.value() for field, made in self._inputs}
        return replace(self._item, **typed)
