"""The questions about health, asked once before body exposures; the answers can be changed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from copingkit.tools.exposure.body import HealthWords
from copingkit.tools.exposure.health import Answer, Topic
from copingkit.tools.exposure.view.fields import Choice
from copingkit.ui.language import translate
from copingkit.ui.widgets.layout import Card
from copingkit.ui.widgets.text import label

_ANSWERS = (Answer.NO, Answer.YES, Answer.DONT_KNOW)


class HealthQuestions(Card):
    """One choice for each topic; `answered` gives (Topic, Answer)."""

    answered = Signal(object, object)

    def __init__(self, words: HealthWords, answers: Mapping[Topic, Answer]) -> None:
        super().__init__(spacing=16)
        self._choices: dict[Topic, Choice] = {}
        self.body.addWidget(label(translate("Exposure", "Questions about your health"), "h2"))
        self.body.addWidget(label(words.intro))
        self.body.addWidget(label(words.unsure))
        for topic, text in words.topics.items():
            names = [_named(each) for each in _ANSWERS]
            choice = Choice(text, names, _place(answers.get(topic)), look="")
            choice.chosen.connect(partial(self._on_chosen, topic))
            self._choices[topic] = choice
            self.body.addWidget(choice)

    def show_answers(self, answers: Mapping[Topic, Answer]) -> None:
        """Show what is kept: an answer that could not be saved is none."""
        for topic, choice in self._choices.items():
            choice.show_value(_place(answers.get(topic)))

    def first_open(self, answers: Mapping[Topic, Answer]) -> QWidget:
        """The first question without an answer; the first of all where there is none."""
        for topic, choice in self._choices.items():
            if topic not in answers:
                return choice
        return next(iter(self._choices.values()))

    def _on_chosen(self, topic: Topic, number: int) -> None:
        self.answered.emit(topic, _ANSWERS[number])


def _place(answer: Answer | None) -> int | None:
    return _ANSWERS.index(answer) if answer is not None else None


def _named(answer: Answer) -> str:
    names = {
        Answer.NO: translate("Exposure", "No"),
        Answer.YES: translate("Exposure", "Yes"),
        Answer.DONT_KNOW: translate("Exposure", "I don't know"),
    }
    return names[answer]
