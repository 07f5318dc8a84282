"""Questions to think along and suggestions to start from, shown only when asked for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from copingkit.tools.safety_plan.model import Sort
from copingkit.tools.safety_plan.prompts import StepPrompts
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.layout import Card
from copingkit.ui.widgets.text import label


class Ideas(Card):
    """One step's questions and suggestions; choosing one asks for it to be added."""

    suggestion_chosen = Signal(object, str)  # Sort, text

    def __init__(self, words: StepPrompts) -> None:
        super().__init__(look="soft-card", spacing=8)
        for question in words.questions:
            self.body.addWidget(label(question))
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
        offered = button(
            text, lambda: self.suggestion_chosen.emit(sort, text), look="quiet", icon="plus"
        )
        offered.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.body.addWidget(offered)
