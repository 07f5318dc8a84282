"""When a bug of ours shows up: say so, say what is safe, go on or close."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from copingkit.shell.crash_report import report
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import column
from copingkit.ui.widgets.text import label


class CrashDialog(QDialog):
    """Shows a report of `crash_report`; opened with open(), so nothing waits for it."""

    close_requested = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "window")
        self.setWindowTitle("copingkit")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = text
        self._details = self._field(text)
        self._copy = button(
            translate("CrashDialog", "Copy the details"), self._on_copy, icon="copy"
        )
        self._more = button(translate("CrashDialog", "Show the details"), self._on_more)
        go_on = button(translate("CrashDialog", "Go on"), self.accept, look="primary")
        close = button(translate("CrashDialog", "Close copingkit"), self._on_close)
        said = label(
            translate(
                "CrashDialog",
                "This is a mistake in copingkit, not yours. What was saved before is safe. You "
                "can go on; if something looks wrong, close copingkit and open it again.",
            )
        )
        why = label(
            translate(
                "CrashDialog",
                "The details hold places in the program only, nothing that you wrote. They are "
                "not sent anywhere.",
            ),
            "small",
        )
        title = label(translate("CrashDialog", "Something went wrong in the program"), "h2")
        buttons = Flow(go_on, close, self._more, self._copy)
        self.setLayout(
            column(title, said, why, self._details, buttons, spacing=12, margins=(24, 20, 24, 20))
        )
        self.setMinimumWidth(theme.px(480))
        self._details.hide()
        go_on.setFocus()

    def _field(self, text: str) -> QPlainTextEdit:
        made = QPlainTextEdit(text)
        made.setReadOnly(True)
        made.setTabChangesFocus(True)
        made.setAccessibleName(translate("CrashDialog", "Details for those who mend copingkit"))
        made.setMinimumHeight(theme.px(140))
        return made

    def _on_more(self) -> None:
        self._details.show()
        self._more.hide()
        self.adjustSize()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)

    def _on_close(self) -> None:
        self.accept()
        self.close_requested.emit()


class CrashWatch(QObject):
    """Catches every error that nobody caught, in any thread, and shows one dialog at a time."""

    _caught = Signal(str)

    def __init__(self, window: Callable[[], QWidget | None], close: Callable[[], object]) -> None:
        """`window` gives the dialog's parent; `close` closes the program, saving what it can."""
        super().__init__()
        self._window = window
        self._close = close
        self.dialog: CrashDialog | None = None
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
        dialog = CrashDialog(text, self._window())
        dialog.close_requested.connect(self._close)
        dialog.finished.connect(lambda _result: self._forget())
        self.dialog = dialog
        dialog.open()

    def _forget(self) -> None:
        self.dialog = None
