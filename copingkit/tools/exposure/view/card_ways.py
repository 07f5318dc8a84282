"""What can be done with the card in front: turn it, say if it came back, go on, let it rest."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QWidget

from copingkit.tools.exposure.learning import Card, is_due
from copingkit.tools.exposure.view.card_round import CardRound
from copingkit.ui import theme
from copingkit.ui.language import short_date, translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import column
from copingkit.ui.widgets.text import label


class CardWays(QWidget):
    """The buttons below a card; none keeps the focus after a click, so that the keys go on.

    `moved` (-1 or 1), `answered` (whether it came back); the others say what is wanted.
    """

    moved = Signal(int)
    answered = Signal(bool)
    turn_requested = Signal()
    rest_requested = Signal()
    wake_requested = Signal()
    trial_requested = Signal()
    all_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._turn = button("", self.turn_requested.emit, look="answer-primary")
        self._answers = (
            button(
                translate("Exposure", "It came back"),
                partial(self.answered.emit, True),
                look="answer",
            ),
            button(
                translate("Exposure", "Not this time"),
                partial(self.answered.emit, False),
                look="answer",
            ),
        )
        before = translate("Exposure", "The one before")
        self._before = button(before, partial(self.moved.emit, -1), icon="back")
        self._next = button("", partial(self.moved.emit, 1))
        self._place = label("", "muted", wrap=False)
        self._place.setMinimumHeight(theme.px(36))
        self._state = label("", "small")
        self._quiet = {
            "rest": self._quietly(translate("Exposure", "Let it rest"), self.rest_requested),
            "wake": self._quietly(translate("Exposure", "Ask me for it"), self.wake_requested),
            "trial": self._quietly(translate("Exposure", "Open its trial"), self.trial_requested),
            "all": self._quietly(
                translate("Exposure", "Look through all cards"), self.all_requested
            ),
        }
        self._build()

    def _quietly(self, text: str, wanted: SignalInstance) -> QPushButton:
        return button(text, wanted.emit, look="quiet")

    def _build(self) -> None:
        self.setLayout(
            column(
                Flow(self._turn, *self._answers, spacing=12),
                Flow(self._before, self._place, self._next, spacing=12),
                self._state,
                Flow(*self._quiet.values()),
                spacing=12,
            )
        )
        for each in self.findChildren(QPushButton):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_card(self, card: Card, shown: CardRound, now: datetime, *, turned: bool) -> None:
        """Offer what fits the card and the place where one is.

        Whether it came back can be said of one that is asked for, once it is turned.
        """
        answers = turned and (shown.recalling or is_due(card.rehearsal, now))
        text = translate("Exposure", "Turn it back") if turned else translate("Exposure", "Turn it")
        _name(self._turn, text)
        theme.set_look(self._turn, "answer" if turned else "answer-primary")
        self._turn.setVisible(not answers)
        for each in self._answers:
            each.setVisible(answers)
        self._show_place(shown)
        rests = card.rehearsal.due_at is None
        self._quiet["rest"].setVisible(not rests)
        self._quiet["wake"].setVisible(rests)
        self._quiet["all"].setVisible(shown.recalling)
        self._state.setText("" if shown.recalling else _state(card, now))
        self._state.setVisible(bool(self._state.text()))

    def _show_place(self, shown: CardRound) -> None:
        skip, on = translate("Exposure", "Skip it"), translate("Exposure", "The next one")
        _name(self._next, skip if shown.recalling else on)
        self._next.setEnabled(shown.recalling or not shown.is_last)
        self._before.setEnabled(not shown.is_first)
        self._place.setText(place_words(shown))
        several = len(shown.trials) > 1
        for part in (self._before, self._place):
            part.setVisible(several)
        self._next.setVisible(several or shown.recalling)


def place_words(shown: CardRound) -> str:
    """Where one is among the cards."""
    words = translate("Exposure", "{number} of {all}").replace("{number}", str(shown.at + 1))
    return words.replace("{all}", str(len(shown.trials)))


def _name(made: QPushButton, text: str) -> None:
    made.setText(text)
    made.setAccessibleName(text)


def _state(card: Card, now: datetime) -> str:
    due = card.rehearsal.due_at
    if due is None:
        return translate("Exposure", "It rests: nothing asks for it.")
    if is_due(card.rehearsal, now):
        return ""
    return translate("Exposure", "It comes back on {day}.").replace("{day}", short_date(due))
