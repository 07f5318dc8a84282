"""Home: what is next, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from copingkit.core.links import Link
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, PageColumn
from copingkit.ui.widgets.text import label


class UnderWay(StrEnum):
    """What exposure has for Home."""

    TRIAL = "trial"
    OUTCOME = "outcome"
    PLANNED = "planned"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class ExposureState:
    """The one thing that is next there: in which situation, and where it is."""

    under_way: UnderWay
    situation: str
    target: str


@dataclass(frozen=True, slots=True)
class HomeState:
    """What Home speaks of. Days are whole days before today; None where there was no such day.

    `exercises` are the (id, title) of those to start from here: the last used and the best.
    `exposure` is there only where something is under way.
    """

    plan_is_empty: bool
    changed_days_ago: int | None = None
    looked_at_days_ago: int | None = None
    words_confirmed: bool = True
    has_country: bool = True
    exercises: tuple[tuple[str, str], ...] = ()
    exposure: ExposureState | None = None


class HomePage(PageColumn):
    """Shows a state, asks to go to places, counts nothing and reproaches nobody."""

    link_requested = Signal(Link)

    def __init__(self, state: HomeState) -> None:
        super().__init__(translate("Home", "Home"))
        self.body.addWidget(label(translate("Home", "Home"), "h1"))
        self.body.addWidget(self._empty_plan() if state.plan_is_empty else self._plan(state))
        if state.exposure is not None:
            self.body.addWidget(self._exposure(state.exposure))
        self.body.addWidget(self._exercises(state))
        if not state.words_confirmed:
            self.body.addWidget(self._words())
        if not state.has_country:
            self.body.addWidget(self._country())
        self.body.addStretch(1)

    def _empty_plan(self) -> Card:
        return _card(
            translate("Home", "Your safety plan"),
            translate(
                "Home",
                "A safety plan says, in your own words, what helps when it gets hard. It is "
                "empty so far. One line is a good start: how do you notice that a hard time is "
                "coming?",
            ),
            self._to(
                translate("Home", "Write the first warning sign"),
                Link("safety_plan", "warning_signs"),
                "primary",
            ),
        )

    def _plan(self, state: HomeState) -> Card:
        return _card(
            translate("Home", "Your safety plan"),
            _plan_text(state),
            self._to(translate("Home", "Open my plan"), Link("safety_plan"), "primary"),
            self._to(translate("Home", "Go through it step by step"), Link("crisis"), ""),
        )

    def _exercises(self, state: HomeState) -> Card:
        start = translate("Home", "Start: {title}")
        starters = [
            self._to(start.replace("{title}", title), Link("exercises", f"play/{exercise}"), "")
            for exercise, title in state.exercises
        ]
        return _card(
            translate("Home", "Exercises"),
            translate("Home", "Something short to breathe, to let go or to find your feet again."),
            *starters,
            self._to(translate("Home", "All exercises"), Link("exercises"), "quiet"),
        )

    def _exposure(self, state: ExposureState) -> Card:
        words = {
            UnderWay.TRIAL: (
                translate("Home", "A trial is under way"),
                translate("Home", "Go back to it"),
            ),
            UnderWay.OUTCOME: (
                translate("Home", "A trial is over. What happened?"),
                translate("Home", "Write it down"),
            ),
            UnderWay.PLANNED: (
                translate("Home", "A trial that you planned"),
                translate("Home", "Go to it"),
            ),
            UnderWay.CARD: (
                translate("Home", "Something that you learned"),
                translate("Home", "Look at the card"),
            ),
        }
        title, action = words[state.under_way]
        go = self._to(action, Link("exposure", state.target), "")
        return _card(title, state.situation, go, look="soft-card")

    def _words(self) -> Card:
        return _card(
            translate("Home", "Your recovery words"),
            translate(
                "Home",
                "You wanted to write them down later. With them on paper, your plan is safe even "
                "if this computer is not.",
            ),
            self._to(translate("Home", "Go to the recovery words"), Link("recovery"), ""),
            look="soft-card",
        )

    def _country(self) -> Card:
        return _card(
            translate("Home", "Helplines"),
            translate(
                "Home", "No country is chosen yet, so “Help me now” has no helplines to show."
            ),
            self._to(translate("Home", "Choose a country"), Link("preferences", "country"), ""),
            look="soft-card",
        )

    def _to(self, text: str, link: Link, look: str) -> QPushButton:
        return button(text, lambda: self.link_requested.emit(link), look=look)


def _card(title: str, text: str, *actions: QPushButton, look: str = "card") -> Card:
    card = Card(label(title, "h2"), label(text), look=look)
    card.body.addSpacing(4)
    card.body.addLayout(Flow(*actions))
    return card


def _plan_text(state: HomeState) -> str:
    parts = []
    if state.looked_at_days_ago is not None:
        said = translate("Home", "Last looked at {when}.")
        parts.append(said.replace("{when}", _ago(state.looked_at_days_ago)))
    if state.changed_days_ago is not None:
        said = translate("Home", "Last changed {when}.")
        parts.append(said.replace("{when}", _ago(state.changed_days_ago)))
    return " ".join(parts) or translate("Home", "It is here when you need it.")


def _ago(days: int) -> str:
    if days <= 0:
        return translate("Home", "today")
    if days == 1:
        return translate("Home", "yesterday")
    return translate("Home", "%n days ago", "", days)
