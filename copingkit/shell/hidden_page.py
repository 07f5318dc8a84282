"""A dull page shown at once when somebody looks over a shoulder; it tells nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from copingkit.ui.language import translate
from copingkit.ui.widgets.layout import column
from copingkit.ui.widgets.text import label

_BACK = {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class HiddenPage(QFrame):
    """An empty sheet with a plain line on it; Esc, Enter or a double click brings back the rest.

    Letters and spaces do nothing, so that somebody who types on does not uncover it by accident.
    """

    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        said = translate("HiddenPage", "This page is empty.")
        self.setAccessibleName(said)
        self.setAccessibleDescription(translate("HiddenPage", "Esc goes back."))
        self.setLayout(column(label(said, "muted"), None, margins=(32, 28, 32, 32)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _BACK:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.back_requested.emit()
