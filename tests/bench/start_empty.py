"""The measure for start-up: an empty PySide6 window, from nothing to painted."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override


class Painted(QObject):
    """Says when the window has been painted for the first time, then stays or ends."""

    def __init__(self, stay: bool) -> None:
        super().__init__()
        self._stay = stay
        self._told = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._told:
            self._told = True
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        print(f"painted {time.process_time()}", flush=True)
        if not self._stay:
            QApplication.exit(0)


if __name__ == "__main__":
    app = QApplication([])
    window = QWidget()
    painted = Painted("stay" in sys.argv)
    window.installEventFilter(painted)
    window.resize(1180, 820)
    window.show()
    app.exec()
