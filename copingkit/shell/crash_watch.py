"""Catches bugs of ours wherever they happen and has them shown."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from copingkit.ui import theme


class CrashWatch(QObject):
    """Catches every error that nobody caught, in any thread, and shows one dialog at a time."""

    _caught = Signal(str)

    def __init__(self, window: Callable[[], QWidget | None], close: Callable[[], object]) -> None:
        """`window` gives the dialog's parent; `close` closes the program, saving what it can."""
        super().__init__()
        self._window = window
        self._close = close
        self.dialog: QDialog | None = None
        # Queued: an error may come from another thread, or from the middle of a paint.
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over from Python's own hooks, which would print the message of the error."""
        sys.excepthook = self.on_error
        threading.excepthook = self._on_thread_error

    def on_error(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Tell of one error; Ctrl+C in a terminal closes."""
        if issubclass(kind, KeyboardInterrupt):
            self._close()
            return
        from copingkit.shell.crash_report import report  # not on the way to the plan

        text = report(error.with_traceback(trace))
        if sys.stderr is not None:
            sys.stderr.write(f"{text}\n")
        self._caught.emit(text)

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.on_error(args.exc_type, args.exc_value, args.exc_traceback)

    def _show(self, text: str) -> None:
        if self.dialog is not None:
            return
        from copingkit.shell.crash_dialog import CrashDialog  # not on the way to the plan

        dialog = CrashDialog(text, self._window())
        theme.wear(dialog)  # it may come before the window has its look
        dialog.close_requested.connect(self._close)
        dialog.finished.connect(lambda _result: self._forget())
        self.dialog = dialog
        dialog.open()

    def _forget(self) -> None:
        self.dialog = None
