"""The upper and the lower edge of the crisis run: where one is, whom to call, the way on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from copingkit.tools.safety_plan.records import Answer
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import row
from copingkit.ui.widgets.text import label

_MOST = 1000  # of the room that is left in the line


class TopBar(QWidget):
    """Where one is, the emergency number, and the three buttons that are always there."""

    people_requested = Signal()
    helplines_requested = Signal()
    close_requested = Signal()

    def __init__(self, emergency: str) -> None:
        super().__init__()
        self._place = label("", "muted", wrap=False)
        said = translate("CrisisRun", "Emergency: {number}").replace("{number}", emergency)
        self._emergency = label(said, "strong", wrap=False)
        self._has_emergency = bool(emergency)
        people = button(
            translate("CrisisRun", "People"), self.people_requested.emit, look="tall", icon="person"
        )
        helplines = button(
            translate("CrisisRun", "Helplines"),
            self.helplines_requested.emit,
            look="tall",
            icon="phone",
        )
        close = button(translate("CrisisRun", "Close"), self.close_requested.emit, look="tall")
        self._icons = {made: made.icon() for made in (people, helplines)}
        self.bar = row(self._place, 16, self._emergency, None, people, helplines, close)
        self.setLayout(self.bar)

    def set_place(self, text: str) -> None:
        """Say where one is ("Step 4 of 7")."""
        self._place.setText(text)

    def fit(self, width: int, *, compact: bool) -> None:
        """Leave out, one after the other, what is not needed to press the buttons and read them.

        With little room the emergency number stays only where the lines are.
        """
        self._emergency.setVisible(self._has_emergency and not compact)
        self._show_icons(shown=True)
        self._place.show()
        if self._needs() > width:
            self._show_icons(shown=False)
        if self._needs() > width:
            self._place.hide()

    def _needs(self) -> int:
        self.bar.invalidate()
        return self.bar.minimumSize().width()

    def _show_icons(self, *, shown: bool) -> None:
        for made, drawn in self._icons.items():
            made.setIcon(drawn if shown else QIcon())
            said = made.text().strip()
            made.setText(f" {said}" if shown else said)


class Answers(QWidget):
    """Whether the step helped; one of three, or nothing.

    Each is a stop for Tab: an exclusive group would leave only one, and arrow keys would answer.
    """

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        words = {
            Answer.HELPED: translate("CrisisRun", "It helped"),
            Answer.A_LITTLE: translate("CrisisRun", "A little"),
            Answer.NOT_NOW: translate("CrisisRun", "Not now"),
        }
        self._buttons = {
            answer: button(text, partial(self._on_pressed, answer), look="answer", stays=True)
            for answer, text in words.items()
        }
        self.setAccessibleName(translate("CrisisRun", "Did this help?"))
        self.setLayout(Flow(*self._buttons.values(), spacing=12))

    def show_answer(self, said: Answer | None) -> None:
        """Mark what was said of the present step."""
        for answer, made in self._buttons.items():
            made.setChecked(answer is said)

    def _on_pressed(self, answer: Answer) -> None:
        self.show_answer(answer)
        self.answered.emit(answer)


class Foot(QWidget):
    """Answers at the start of the line, the way back and the way on at its end.

    Enter on the way on is left to the window, which does not repeat it while it is held down.
    """

    next_requested = Signal()
    before_requested = Signal()
    stop_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.answers = Answers()
        self.unlock = button(translate("CrisisRun", "Open my plan"), look="tall-quiet", icon="lock")
        self._stop = button(
            translate("CrisisRun", "Stop here"), self.stop_requested.emit, look="tall-quiet"
        )
        self._before = button(
            translate("CrisisRun", "Back"), self.before_requested.emit, look="answer"
        )
        self.next = button("", self.next_requested.emit, look="answer-primary")
        self.next.setAutoDefault(False)
        self.bar = row(
            self.answers, self.unlock, None, self._stop, self._before, self.next, spacing=12
        )
        self.bar.setStretch(0, _MOST)
        self.setLayout(self.bar)

    def show_way(self, next_text: str, *, back: bool, stop: bool) -> None:
        """Name the way on and say which other ways there are."""
        self.next.setText(next_text)
        self.next.setAccessibleName(next_text)
        self._before.setVisible(back)
        self._stop.setVisible(stop)

    def take_back_answers(self) -> None:
        """Put the answers at the start of the line (they stand elsewhere when room is short)."""
        self.bar.insertWidget(0, self.answers, _MOST)
