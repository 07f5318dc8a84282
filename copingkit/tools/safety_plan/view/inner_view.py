"""A page that takes the plan's place for a while and leads back to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.layout import PageColumn, row
from copingkit.ui.widgets.text import label


class InnerView(PageColumn):
    """Begins with the way back and its title; Esc goes back as well."""

    closed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__(title, spacing=14)
        back = translate("SafetyPlan", "Back to my plan")
        self.back = button(back, self.closed.emit, icon="back")
        self.body.addLayout(row(self.back, None))
        self.body.addWidget(label(title, "h1"))

    def begin(self) -> None:
        """Called once the view is in its place: read what it shows and take the focus."""
        raise NotImplementedError

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
