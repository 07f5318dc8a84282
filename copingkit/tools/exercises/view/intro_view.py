"""Before an exercise: what it is for, when not, the ways to do it, and Start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from copingkit.tools.exercises.model import Exercise, Form, HealthQuestion
from copingkit.tools.exercises.records import Answer
from copingkit.tools.exercises.view.other_exercises import other_exercises
from copingkit.tools.exercises.view.player_words import form_name
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.disclosure import Disclosure
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, PageColumn, column, holder
from copingkit.ui.widgets.scale import Scale
from copingkit.ui.widgets.text import label


@dataclass(frozen=True, slots=True)
class Offers:
    """What is made when it is asked for.

    `sound` chooses what may be heard; `others` is what one can do where the exercise is left out.
    """

    sound: Callable[[], QWidget]
    others: Callable[[], Sequence[Exercise]]


class IntroView(PageColumn):
    """Nothing starts by itself: `started` (a Form) comes from a button.

    `answered` (an Answer) is what is said to the question about health, where one is asked;
    `other` (an exercise's id) leads to something else where this one is left out.
    """

    started = Signal(object)
    answered = Signal(object)
    before_said = Signal(object)
    follow_requested = Signal()
    other = Signal(str)

    def __init__(
        self,
        exercise: Exercise,
        form: Form,
        health: Answer | None,
        offers: Offers,
        *,
        keeps: bool,
    ) -> None:
        """`health` is what was answered before.

        `keeps`: there is somewhere to keep a run.
        """
        super().__init__(exercise.title, spacing=12)
        self._exercise, self._form, self._keeps = exercise, form, keeps
        self._bells: QLabel | None = None
        self._bells_off = False
        self._offers = offers
        self._box = column(spacing=12)
        self.body.addWidget(label(exercise.title, "huge"))
        self.body.addWidget(label(exercise.purpose, "crisis-detail"))
        self._below = holder(self._box)
        self.body.addWidget(self._below)
        self.body.addStretch(1)
        self._start: QPushButton | None = None
        if exercise.asks_first is HealthQuestion.COLD and health is None:
            self._ask()
        else:
            self._offer(gentle=bool(exercise.asks_first) and health is not Answer.NO)

    @property
    def start_button(self) -> QPushButton | None:
        """What Enter should find; None while the question is open."""
        return self._start

    # --- the question

    def _ask(self) -> None:
        question = translate(
            "Player",
            "Before you use cold: do you have heart disease, a slow pulse, an allergy to cold, an "
            "eating disorder or lung disease, do you take beta blockers, or are you pregnant?",
        )
        words = {
            Answer.YES: translate("Player", "Yes"),
            Answer.NO: translate("Player", "No"),
            Answer.DONT_KNOW: translate("Player", "I don't know"),
        }
        self._ways = [
            button(text, partial(self._on_answered, answer), look="answer")
            for answer, text in words.items()
        ]
        ways = Flow(*self._ways, spacing=12)
        self._box.addWidget(Card(label(question, "strong"), ways, spacing=12))

    def _on_answered(self, answer: Answer) -> None:
        self._show_below(partial(self._offer, gentle=answer is not Answer.NO))
        self.answered.emit(answer)
        if self._start is not None:
            self._start.setFocus()

    def _on_ask_again(self) -> None:
        self._start = None
        self._show_below(self._ask)
        self._ways[0].setFocus()

    def _show_below(self, fill: Callable[[], None]) -> None:
        """What `fill` puts into the box, in place of what was below the purpose."""
        old, self._bells = self._below, None
        self._box = column(spacing=12)
        fill()
        self._below = holder(self._box)
        self.body.replaceWidget(old, self._below)
        self._below.show()  # in the same moment, not one turn of the event loop later
        old.hide()
        old.deleteLater()

    # --- the ways to begin

    def _offer(self, *, gentle: bool) -> None:
        if gentle:
            self._box.addWidget(self._gentler())
            return
        self._box.addLayout(self._starters())
        self._add_quiet_ways()
        if self._keeps:
            self._box.addWidget(self._before())
        for parts in (self._cautions(), self._other_ways()):
            shown = [_part(title, text) for title, text in parts if text]
            if shown:
                self._box.addWidget(Card(*shown, spacing=12))

    def _add_quiet_ways(self) -> None:
        shown, hidden = translate("Player", "Sound and voice"), translate("Player", "Hide sound")
        sound = Disclosure(
            shown, hidden, self._exercise.title, lambda: Card(self._offers.sound()), icon="sound"
        )
        sound.setProperty("look", "tall-quiet")
        ways: list[QWidget] = [sound]
        if self._exercise.breathing is not None:
            text = translate("Player", "Follow my own breath first")
            ways.insert(0, button(text, self.follow_requested.emit, look="tall-quiet"))
        if self._exercise.asks_first:
            ways.append(self._again())
        self._box.addLayout(Flow(*ways, spacing=12))
        if self._exercise.timer is not None:
            said = translate("Player", "The bells are off. Sound and voice turns them on.")
            self._bells = label(said, "muted")
            self._box.addWidget(self._bells)
            self.show_bells(off=self._bells_off)
        self._box.addWidget(sound.place)

    def show_bells(self, *, off: bool) -> None:
        """Whether what rings would not be heard; said only where bells are all there is."""
        self._bells_off = off
        if self._bells is not None:
            self._bells.setVisible(off)

    def _again(self) -> QPushButton:
        text = translate("Player", "Answer the question about health again")
        return button(text, self._on_ask_again, look="tall-quiet")

    def _gentler(self) -> Card:
        said = translate("Player", "Then leave the cold water out. You can do this instead:")
        gentler = label(self._exercise.gentler, "big")
        ways = other_exercises(self._offers.others(), self.other.emit)
        also = label(translate("Player", "Or something else:"), "strong")
        return Card(label(said, "strong"), gentler, also, ways, Flow(self._again()), spacing=12)

    def _starters(self) -> Flow:
        first = self._form if self._form in self._exercise.forms else self._exercise.forms[0]
        others = [form for form in self._exercise.forms if form is not first]
        start = translate("Player", "Start: {form}")
        ways = [
            button(
                start.replace("{form}", form_name(self._exercise, form)),
                partial(self.started.emit, form),
                look="answer-primary" if form is first else "answer",
            )
            for form in (first, *others)
        ]
        self._start = ways[0]
        return Flow(*ways, spacing=12)

    def _cautions(self) -> tuple[tuple[str, str], ...]:
        exercise = self._exercise
        return (
            (translate("Player", "When not"), exercise.not_for),
            (translate("Player", "Stop if"), exercise.stop_if),
            (translate("Player", "A gentler way"), exercise.gentler),
        )

    def _other_ways(self) -> tuple[tuple[str, str], ...]:
        exercise = self._exercise
        return (
            (translate("Player", "With open eyes"), exercise.eyes_open),
            (
                translate("Player", "Without the breath"),
                exercise.without_breath if exercise.breath_focus else "",
            ),
            (translate("Player", "How to sit or lie"), " · ".join(exercise.postures)),
        )

    def _before(self) -> QWidget:
        question = translate(
            "Player", "If you like: how bad is it now? 0 is not at all, 10 is the worst."
        )
        scale = Scale(question, None)
        scale.chosen.connect(self.before_said)
        return scale


def _part(title: str, text: str) -> QWidget:
    return holder(column(label(title, "strong"), label(text), spacing=2))
