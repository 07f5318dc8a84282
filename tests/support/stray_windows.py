"""Notices windows that nobody asked for: a part of a page that is shown before it has a parent."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from copingkit.shell.main_window import MainWindow

_PLAIN = {Qt.WindowType.Widget, Qt.WindowType.Window}


class StrayWindows(QObject):
    """Watches every widget of the program from `watch` to `stop`; `seen` are their classes."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.seen: list[str] = []
        self._application = application

    def watch(self) -> None:
        """Begin."""
        self._application.installEventFilter(self)

    def stop(self) -> None:
        """End."""
        self._application.removeEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and _is_stray(watched):
            self.seen.append(type(watched).__name__)
        return False


def _is_stray(shown: QObject) -> bool:
    return (
        isinstance(shown, QWidget)
        and shown.isWindow()
        and shown.windowType() in _PLAIN
        and not isinstance(shown, MainWindow)
    )
