"""A box to tick whose words wrap beside it at any text size."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from copingkit.ui.widgets.layout import row
from copingkit.ui.widgets.text import label


class Tick(QWidget):
    """Yes or not yet; a click on the words ticks it as well. `edited` after the person's click."""

    edited = Signal()

    def __init__(self, words: str = "", *, on: bool = False) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setChecked(on)
        self.box.clicked.connect(self.edited)
        self._words = label("")
        line = row(self.box, self._words, spacing=4)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setFocusProxy(self.box)
        self.name(words)

    def name(self, words: str) -> None:
        """Say what is ticked."""
        self._words.setText(words)
        self.box.setAccessibleName(words)

    @property
    def on(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.box.click()
