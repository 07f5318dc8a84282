"""The fields of one of the person's own lines, saved as they are typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from copingkit.tools.helplines.model import OwnLine
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.layout import column, row
from copingkit.ui.widgets.text import field_label
from copingkit.ui.widgets.typing_saver import TypingSaver


class OwnEditor(QWidget):
    """Edits a copy of a line.

    `edited` gives it as it is typed now: after a pause, once a second of steady typing, when a
    field loses the focus, and on `flush`. `done` says that the editor can be closed.
    """

    edited = Signal(object)
    done = Signal()

    def __init__(self, line: OwnLine) -> None:
        super().__init__()
        self._saver = TypingSaver(lambda: self.edited.emit(self.line), self)
        self._box = column(spacing=4, margins=(0, 4, 0, 8))
        self._name = self._field(translate("Helplines", "Who or what it is"), line.name)
        self._phone = self._field(translate("Helplines", "Number"), line.phone)
        self._phone.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        self._hours = self._field(translate("Helplines", "When somebody answers"), line.hours)
        self._note = self._field(translate("Helplines", "Note"), line.note)
        self._box.addLayout(row(button(translate("Helplines", "Done"), self._on_done), None))
        self.setLayout(self._box)
        self.setFocusProxy(self._name)

    def _field(self, name: str, text: str) -> QLineEdit:
        made = QLineEdit(text)
        made.textEdited.connect(self._saver.touch)
        made.installEventFilter(self)
        self._box.addWidget(field_label(name, made))
        self._box.addWidget(made)
        self._box.addSpacing(4)
        return made

    @property
    def line(self) -> OwnLine:
        """The line as it is typed now."""
        return OwnLine(self._name.text(), self._phone.text(), self._hours.text(), self._note.text())

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

    def _on_done(self) -> None:
        self.flush()
        self.done.emit()
