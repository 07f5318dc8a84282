"""The page "Recovery words": prove that they are still there, or make new ones."""

from __future__ import annotations

import random

from PySide6.QtCore import Signal

from copingkit.core.errors import EnvironmentProblem, WordsMistyped
from copingkit.shell.problem_card import BusyLine, ProblemCard
from copingkit.shell.recovery import AskBack, WordsCard
from copingkit.shell.secret_forms import IsWord, WordsForm
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, PageColumn
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.text import label


class RecoveryPage(PageColumn):
    """Proving changes nothing; new words replace the old ones once the host has made them."""

    words_entered = Signal(str)
    new_words_requested = Signal()
    words_confirmed = Signal(bool)
    print_words_requested = Signal()
    cancel_requested = Signal()

    def __init__(
        self, proved: str = "", is_word: IsWord | None = None, places: random.Random | None = None
    ) -> None:
        """`proved` is the date of the last proof as shown, empty when there was none."""
        super().__init__(translate("RecoveryPage", "Recovery words"), width=640)
        self._state = label("", "muted")
        self._problem = ProblemCard()
        self._busy = BusyLine()
        self._busy.cancel_requested.connect(self.cancel_requested)
        self._prove = self._build_prove(is_word)
        self._new = self._build_new()
        self._made = self._build_made(places)
        self.body.addWidget(label(translate("RecoveryPage", "Recovery words"), "h1"))
        for item in (self._state, self._problem, self._busy, self._prove, self._new, self._made):
            self.body.addWidget(item)
        self.body.addStretch(1)
        self._tell(proved)

    # --- what the host says

    def show_proved(self, date_text: str) -> None:
        """The words that were typed are right; they are forgotten here."""
        self.set_idle()
        self._form.wipe()
        self._problem.hide()
        self._tell(date_text)
        said = translate("RecoveryPage", "These are the right words. Keep the paper safe.")
        self._right.setText(said)
        self._right.show()
        announce(self, said)

    def show_problem(self, problem: EnvironmentProblem) -> None:
        """Say in place why the words are not right, or could not be made."""
        self.set_idle()
        self._right.hide()
        self._problem.show_problem(problem)
        if isinstance(problem, WordsMistyped):
            self._form.show_misfits(problem.places)

    def show_words(self, words: tuple[str, ...]) -> None:
        """New words are made: show them, then ask three back."""
        self.set_idle()
        self._problem.hide()
        self._prove.hide()
        self._new.hide()
        self._shown.show_words(words)
        self._tell("")
        self._made.show()
        self._back_to_words()

    def set_busy(self, text: str) -> None:
        """Say that work has begun, with Cancel."""
        self._prove.setEnabled(False)
        self._new.setEnabled(False)
        self._busy.start(text)

    def set_idle(self) -> None:
        """The work has ended or was given up."""
        self._busy.hide()
        self._prove.setEnabled(True)
        self._new.setEnabled(True)

    def clear(self) -> None:
        """Forget every word on the page."""
        self._form.wipe()
        self._shown.wipe()
        self._ask.wipe()

    # --- its parts

    def _tell(self, proved: str) -> None:
        if proved:
            said = translate("RecoveryPage", "Last proved on {date}.").replace("{date}", proved)
        else:
            said = translate("RecoveryPage", "Not proved yet: it is not sure they are on paper.")
        self._state.setText(said)

    def _build_prove(self, is_word: IsWord | None) -> Card:
        self._form = WordsForm(translate("RecoveryPage", "Check them"), is_word)
        self._form.words_entered.connect(self.words_entered)
        self._right = label("", "good")
        self._right.hide()
        return Card(
            label(translate("RecoveryPage", "Do you still have them?"), "h2"),
            label(
                translate(
                    "RecoveryPage",
                    "Type all twelve from your paper. This only checks them; nothing is changed.",
                )
            ),
            self._form,
            self._right,
        )

    def _build_new(self) -> Card:
        self._sure = Card(look="soft-card")
        self._sure.hide()
        ask = button(translate("RecoveryPage", "Make new words"), self._sure.show)
        sure = label(
            translate(
                "RecoveryPage",
                "The words on your paper will stop working. Have a pen ready. Backups made "
                "before today still open with the old words.",
            )
        )
        yes = button(translate("RecoveryPage", "Make them now"), self._on_new, look="primary")
        no = button(translate("RecoveryPage", "Keep the old ones"), self._sure.hide)
        self._sure.body.addWidget(sure)
        self._sure.body.addLayout(Flow(yes, no))
        return Card(
            label(translate("RecoveryPage", "Not on paper, lost, or seen by someone?"), "h2"),
            label(translate("RecoveryPage", "New words take the place of the old ones.")),
            Flow(ask),
            self._sure,
        )

    def _build_made(self, places: random.Random | None) -> Card:
        self._shown = WordsCard()
        self._shown.print_requested.connect(self.print_words_requested)
        self._ask = AskBack(places)
        self._ask.confirmed.connect(lambda: self._finish(confirmed=True))
        self._written = button(
            translate("RecoveryPage", "I have written them down"), self._on_written, look="primary"
        )
        self._back = button(
            translate("RecoveryPage", "Back to the words"), self._back_to_words, icon="back"
        )
        later = button(translate("RecoveryPage", "Later"), lambda: self._finish(confirmed=False))
        made = Card(
            label(translate("RecoveryPage", "Your new words"), "h2"),
            self._shown,
            self._ask,
            Flow(self._written, later, self._back),
            spacing=12,
        )
        made.hide()
        return made

    # --- what the person does

    def _on_new(self) -> None:
        self._sure.hide()
        self._right.hide()
        self.new_words_requested.emit()

    def _on_written(self) -> None:
        self._ask.ask(self._shown.words)
        self._show_asking(asking=True)
        self._ask.setFocus()

    def _back_to_words(self) -> None:
        self._ask.wipe()
        self._show_asking(asking=False)
        self._written.setFocus()

    def _show_asking(self, *, asking: bool) -> None:
        self._shown.setVisible(not asking)
        self._written.setVisible(not asking)
        self._ask.setVisible(asking)
        self._back.setVisible(asking)

    def _finish(self, *, confirmed: bool) -> None:
        self.clear()
        self._made.hide()
        self._prove.show()
        self._new.show()
        if confirmed:
            self._state.setText(
                translate("RecoveryPage", "Three of the new words were asked back just now.")
            )
        self.words_confirmed.emit(confirmed)
