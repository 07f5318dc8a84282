"""A drop-down list that waits until the name of an entry has been typed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox
from typing_extensions import override

_LETTERS: Final = 12


class ChoiceBox(QComboBox):
    """`settled` says that an entry was chosen.

    Without it each letter of "Greece" would be a choice of its own, and what follows from a
    choice (a page that is built anew) would cut the name short and end at another country.
    """

    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        # as wide as the room it gets: the longest country would push a narrow page sideways
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self._typing = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.settled)
        self.currentIndexChanged.connect(lambda _index: self._on_changed())

    def _on_changed(self) -> None:
        if self._typing:
            self._pause.start(QApplication.keyboardInputInterval())
        else:
            self._pause.stop()
            self.settled.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._typing = event.text().isprintable() and bool(event.text())
        if self._typing and self._pause.isActive():  # a letter that leaves the entry as it is
            self._pause.start(QApplication.keyboardInputInterval())
        super().keyPressEvent(event)
        self._typing = False

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._pause.isActive():
            self._pause.stop()
            self.settled.emit()
