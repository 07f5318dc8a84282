"""Short messages at the foot of the window, with Undo; they never take the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QWidget

from copingkit.core.errors import EnvironmentProblem
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button, icon_button
from copingkit.ui.widgets.layout import row
from copingkit.ui.widgets.text import label

UNDO_SECONDS = 10
SAY_SECONDS = 6


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say `text` when it is next free."""
    # late: the classes take 4 ms to set up, and nothing is said on the way to the plan
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class NoticeBar(QFrame):
    """One message at a time; the timer runs only while one is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "notice")
        self._text = label("")
        self._undo = button(translate("NoticeBar", "Undo"), self.undo, icon="undo")
        self._close = icon_button(translate("NoticeBar", "Close this message"), "close", self.clear)
        line = row(self._text, self._undo, self._close, margins=(16, 8, 8, 8))
        line.setStretch(0, 1)
        self.setLayout(line)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self._on_undo_call: Callable[[], None] | None = None
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence for a while."""
        self._show(text, SAY_SECONDS, None)

    def keep(self, text: str) -> None:
        """Show something worth acting on, until it is closed."""
        self._show(text, 0, None)

    def offer_undo(self, text: str, undo: Callable[[], None]) -> None:
        """Show what was done, with Undo for 10 seconds."""
        self._show(text, UNDO_SECONDS, undo)

    def report(self, problem: Exception) -> None:
        """Show the words of an EnvironmentProblem until it is closed; raise anything else."""
        if not isinstance(problem, EnvironmentProblem):
            raise problem
        from copingkit.ui import messages  # late: on the way to the plan nothing goes wrong

        words = messages.words_for(problem)
        self._show(f"{words.what} {words.safe} {words.next}", 0, None)

    def clear(self) -> None:
        """Take the message away and forget what it could undo."""
        self._timer.stop()
        self._on_undo_call = None
        self.hide()

    def _show(self, text: str, seconds: int, undo: Callable[[], None] | None) -> None:
        self._on_undo_call = undo
        self._text.setText(text)
        self._undo.setVisible(undo is not None)
        self.show()
        announce(self, text)
        if seconds:
            self._timer.start(seconds * 1000)
        else:
            self._timer.stop()

    def undo(self) -> None:
        """Undo what was just done; nothing where nothing can be undone any more."""
        undo = self._on_undo_call
        self.clear()
        if undo is not None:
            undo()
