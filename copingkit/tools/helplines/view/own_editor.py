"""The fields of one of the person's own lines, saved as they are typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from copingkit.tools.helplines.model import OwnLine
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.in_place_editor import InPlaceEditor
from copingkit.ui.widgets.layout import column, row
from copingkit.ui.widgets.text import field_label


class OwnEditor(InPlaceEditor):
    """Edits a copy of a line; `edited` gives an OwnLine."""

    def __init__(self, line: OwnLine) -> None:
        super().__init__(lambda: self.line)
        self._box = column(spacing=4, margins=(0, 4, 0, 8))
        self._name = self._field(translate("Helplines", "Who or what it is"), line.name)
        self._phone = self._field(translate("Helplines", "Number"), line.phone)
        self._phone.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        self._hours = self._field(translate("Helplines", "When somebody answers"), line.hours)
        self._note = self._field(translate("Helplines", "Note"), line.note)
        self._box.addLayout(row(button(translate("Helplines", "Done"), self.finish), None))
        self.setLayout(self._box)
        self.setFocusProxy(self._name)

    def _field(self, name: str, text: str) -> QLineEdit:
        made = QLineEdit(text)
        made.textEdited.connect(self.touch)
        self.watch(made)
        self._box.addWidget(field_label(name, made))
        self._box.addWidget(made)
        self._box.addSpacing(4)
        return made

    @property
    def line(self) -> OwnLine:
        """The line as it is typed now."""
        return OwnLine(self._name.text(), self._phone.text(), self._hours.text(), self._note.text())
