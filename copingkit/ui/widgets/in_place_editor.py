"""An editor that opens inside a row and saves what is typed as it is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from copingkit.ui.widgets.typing_saver import TypingSaver


class InPlaceEditor(QWidget):
    """Edits a copy of a value.

    `edited` gives what is typed now: after a pause, once a second of steady typing, when a field
    loses the focus, and on `flush`. `done` says that the editor can be closed: Enter, Escape, or
    `finish`. `entered` follows when it was Enter.
    """

    edited = Signal(object)
    done = Signal()
    entered = Signal()

    def __init__(self, typed: Callable[[], object]) -> None:
        """`typed` gives the value as the fields have it now."""
        super().__init__()
        self._saver = TypingSaver(lambda: self.edited.emit(typed()), self)

    def watch(self, *parts: QWidget) -> None:
        """Save when one of these loses the focus."""
        for part in parts:
            part.installEventFilter(self)

    def touch(self) -> None:
        """Something was typed."""
        self._saver.touch()

    def flush(self) -> None:
        """Give what is typed and not given yet."""
        self._saver.flush()

    def finish(self) -> None:
        """Give what is typed, and say that this can be closed."""
        self.flush()
        self.done.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # the row moves with Alt+Up and Alt+Down, open or not
        elif event.key() == Qt.Key.Key_Escape:
            self.finish()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finish()
            self.entered.emit()
