"""A problem told in the place where it happened, and the line that says that work has begun."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from copingkit.core.errors import EnvironmentProblem
from copingkit.ui import icons, messages, theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.layout import Card, column, row
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.text import label


class ProblemCard(Card):
    """Hidden until there is something to tell: what happened, what is safe, what to do next."""

    def __init__(self) -> None:
        super().__init__()
        self._what = label("", "strong")
        self._more = label("")
        line = row(column(_sign(), None), column(self._what, self._more, spacing=4), spacing=12)
        line.setStretch(1, 1)
        self.body.addLayout(line)
        self.hide()

    def show_problem(self, problem: EnvironmentProblem) -> None:
        """Show and announce the words of a problem."""
        words = messages.words_for(problem)
        self.say(words.what, f"{words.safe} {words.next}".strip())

    def say(self, what: str, more: str = "") -> None:
        """Show and announce a sentence, and what follows from it."""
        self._what.setText(what)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.show()
        announce(self, f"{what} {more}".strip())

    @property
    def text(self) -> str:
        """What is shown now; empty while hidden."""
        return f"{self._what.text()} {self._more.text()}".strip() if not self.isHidden() else ""


class BusyLine(QWidget):
    """Says what is being waited for, with Cancel where that is possible; does not move."""

    cancel_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text = label("", "muted")
        self.cancel = button(translate("BusyLine", "Cancel"), self.cancel_requested.emit)
        line = row(self._text, self.cancel, spacing=12)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.hide()

    def start(self, text: str, *, can_cancel: bool = True) -> None:
        """Show and announce what has begun."""
        self._text.setText(text)
        self.cancel.setVisible(can_cancel)
        self.show()
        announce(self, text)


def _sign() -> QLabel:
    made = QLabel()
    side = theme.px(22)
    made.setPixmap(icons.icon("warning", "warn").pixmap(side, side))
    made.setFixedWidth(side)
    return made
