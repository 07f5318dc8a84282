"""When a bug of ours shows up: say so, say what is safe, go on or close."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

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
