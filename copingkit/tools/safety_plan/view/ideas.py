"""Questions to think along and suggestions to start from, shown only when asked for."""

from __future__ import annotations

from PySide6.QtCore import Signal

from copingkit.tools.safety_plan.model import Sort
from copingkit.tools.safety_plan.prompts import StepPrompts
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import icon_button
from copingkit.ui.widgets.layout import Card, row
from copingkit.ui.widgets.text import label


class Ideas(Card):
    """One step's questions and suggestions; choosing one asks for it to be added."""

    suggestion_chosen = Signal(object, str)  # Sort, text

    def __init__(self, words: StepPrompts) -> None:
        super().__init__(look="soft-card", spacing=4)
        for question in words.questions:
            self.body.addWidget(label(question))
            self.body.addSpacing(4)
        suggested = [
            (sort, text) for sort, entry in words.entries.items() for text in entry.suggestions
        ]
        if suggested:
            self.body.addSpacing(8)
            said = translate("SafetyPlan", "Or start from one of these and put it in your words:")
            self.body.addWidget(label(said, "strong"))
        for sort, text in suggested:
            self._offer(sort, text)

    def _offer(self, sort: Sort, text: str) -> None:
        name = translate("SafetyPlan", "Start from: {text}").replace("{text}", text)
        take = icon_button(name, "plus", lambda: self.suggestion_chosen.emit(sort, text))
        # a label beside the button wraps at any text size; a button's own text never does
        line = row(take, label(text))
        line.setStretch(1, 1)
        self.body.addLayout(line)
