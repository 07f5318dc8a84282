"""The fourth step of the first run: twelve words on paper, three of them asked back."""

from __future__ import annotations

import random

from PySide6.QtCore import Signal
from typing_extensions import override

from copingkit.shell.first_run_step import Step
from copingkit.shell.recovery import AskBack, WordsCard
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.text import label


class WordsStep(Step):
    """Step 4: `answered(True)` after three right words, `answered(False)` for Later."""

    answered = Signal(bool)
    print_requested = Signal()

    def __init__(self, places: random.Random | None = None) -> None:
        super().__init__(4, translate("FirstRun", "Your twelve recovery words"))
        self._intro = label(
            translate(
                "FirstRun",
                "If this computer or its login is ever lost or changed, these words bring "
                "everything back. Write them on paper, in this order, and keep the paper where "
                "you keep papers that matter. Nobody else has them.",
            )
        )
        self._card = WordsCard()
        self._card.print_requested.connect(self.print_requested)
        self._ask = AskBack(places)
        self._ask.confirmed.connect(lambda: self._answer(confirmed=True))
        self.later = button(translate("FirstRun", "Later"), lambda: self._answer(confirmed=False))
        self.later.setToolTip(translate("FirstRun", "Home will remind you"))
        self.go_on.clicked.connect(lambda _checked: self._on_written())
        self.back.clicked.connect(lambda _checked: self._on_back())
        self.fill(
            self._intro,
            self._card,
            self._ask,
            go_on=translate("FirstRun", "I have written them down"),
            beside=self.later,
        )
        self._show_words()

    def show_words(self, words: tuple[str, ...]) -> None:
        """Show these words."""
        self._card.show_words(words)
        self._show_words()

    def wipe(self) -> None:
        """Forget the words."""
        self._card.wipe()
        self._ask.wipe()

    def _show_words(self) -> None:
        self._ask.hide()
        self._ask.wipe()
        self._intro.show()
        self._card.show()
        self.back.hide()
        self.go_on.show()
        self.show_target("")

    def _on_back(self) -> None:
        self._show_words()
        self.focus_first()

    def _on_written(self) -> None:
        self._ask.ask(self._card.words)
        self._intro.hide()
        self._card.hide()
        self.go_on.hide()
        self.back.show()
        self._ask.show()
        self._ask.setFocus()

    def _answer(self, *, confirmed: bool) -> None:
        self.answered.emit(confirmed)

    @override
    def focus_first(self) -> None:
        if self.go_on.isHidden():
            self._ask.setFocus()
        else:
            self.go_on.setFocus()
