"""One of the person's own lines as a row: shown, opened for editing, moved, removed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from copingkit.tools.helplines.model import OwnLine
from copingkit.tools.helplines.view.number_tools import call_code, copy_button, marked_label
from copingkit.tools.helplines.view.own_editor import OwnEditor
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import icon_button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import column, holder, row
from copingkit.ui.widgets.rows import Grip, Row
from copingkit.ui.widgets.text import label


class OwnRow(Row):
    """Shows a line, or its editor while that is open.

    `record_id` is known from the start; `saved` says whether the vault holds the line already,
    `typed` whether this sitting has written to it, `unsaved` whether what is typed could not be
    written. The editor stays open as long as that is so.
    """

    edited = Signal(object)
    closed = Signal()

    def __init__(self, record_id: str, line: OwnLine, say: Callable[[str], None]) -> None:
        super().__init__()
        self.record_id = record_id
        self.line = line
        self.saved = False
        self.typed = False
        self.unsaved = False
        self.editor: OwnEditor | None = None
        self._say = say
        self._more = icon_button("", "more", self._on_more)
        grip = Grip(self)
        grip.setFixedHeight(self._more.height())
        self._reading = holder(column())
        self._body = column(self._reading)
        self._line = row(grip, self._body, self._more, margins=(0, 4, 0, 4))
        self._line.setStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        self._line.setAlignment(grip, top)
        self._line.setAlignment(self._more, top)
        self.setLayout(self._line)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(
            translate(
                "Helplines", "Enter edits it, Alt+Up and Alt+Down move it, Delete removes it."
            )
        )
        self._show_line()

    def show_line(self, line: OwnLine) -> None:
        """Show what the vault holds now; an open editor keeps what is typed."""
        self.saved = True
        if line != self.line:
            self.line = line
            self._show_line()

    def say_place(self, place: int, count: int) -> None:
        """Tell a screen reader what this is and where it stands, `place` from 1."""
        said = translate("Helplines", "{place} of {count}: {text}")
        said = said.replace("{place}", str(place)).replace("{count}", str(count))
        self.setAccessibleName(said.replace("{text}", self._summary()))

    @property
    @override
    def is_open(self) -> bool:
        return self.editor is not None

    def open(self) -> None:
        """Open the editor in place of the line."""
        if self.editor is None:
            self.typed = False
            self.editor = OwnEditor(self.line)
            self.editor.edited.connect(self.edited)
            self.editor.done.connect(self._on_done)
            self._body.addWidget(self.editor)
            self._reading.hide()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Give what is typed and not given yet, and once more what could not be saved."""
        if self.editor is not None:
            again = self.unsaved
            self.editor.flush()
            if again and self.unsaved:
                self.edited.emit(self.editor.line)

    def _on_done(self) -> None:
        self.flush()
        if not self.unsaved:
            self._close_editor()

    def _close_editor(self) -> None:
        if self.editor is None:
            return
        editor, self.editor = self.editor, None
        focus = QApplication.focusWidget()
        had_focus = isinstance(focus, QWidget) and editor.isAncestorOf(focus)
        self.line = editor.line.tidied()
        self._body.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        self._show_line()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def _on_more(self) -> None:
        self.menu().popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _summary(self) -> str:
        parts = (self.line.name, self.line.phone, self.line.hours)
        said = ", ".join(part for part in parts if part)
        return said or translate("Helplines", "new line")

    def _show_line(self) -> None:
        old, self._reading = self._reading, _reading(self.line, self._say)
        self._body.replaceWidget(old, self._reading)
        old.hide()
        old.deleteLater()
        self._reading.setVisible(self.editor is None)
        more = translate("Helplines", "More about: {text}")
        self._more.setAccessibleName(more.replace("{text}", self._summary()))
        self._more.setToolTip(translate("Helplines", "More"))


def _reading(line: OwnLine, say: Callable[[str], None]) -> QWidget:
    """The line as it is read."""
    parts = column(spacing=2)
    if line.name:
        parts.addWidget(label(line.name, "strong"))
    if line.phone:
        parts.addWidget(marked_label(line.phone, "word"))
    for text in (line.hours, line.note):
        if text:
            parts.addWidget(label(text, "small"))
    if line.phone:
        _add_tools(parts, line, say)
    return holder(parts)


def _add_tools(parts: QVBoxLayout, line: OwnLine, say: Callable[[str], None]) -> None:
    code = call_code(line.phone, line.name)
    if code is None:
        no_code = translate(
            "Helplines", "There is no code for this one: a code needs one number, in digits."
        )
        parts.addWidget(label(no_code, "small"))
        parts.addLayout(Flow(copy_button(line.phone, say), spacing=4))
    else:
        parts.addLayout(Flow(copy_button(line.phone, say), code, spacing=4))
        parts.addWidget(code.place)
