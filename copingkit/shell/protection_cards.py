"""The cards of the Preferences page about what opens the vault: words, passphrase, keyring."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal

from copingkit.core.errors import EnvironmentProblem
from copingkit.shell.passphrase_card import PassphraseCard
from copingkit.shell.problem_card import BusyLine, ProblemCard
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.text import label


@dataclass(frozen=True, slots=True)
class ProtectionState:
    """What opens the vault now.

    `words_proved` is a date as shown, empty when never; `keyring_says` a sentence about the
    keyring, which can be taken into use where it opens nothing yet. A passphrase can be removed
    only where something else than words still opens it. `travels`: it lies beside the program.
    """

    words_proved: str = ""
    has_passphrase: bool = False
    can_remove_passphrase: bool = False
    keyring_says: str = ""
    can_use_keyring: bool = False
    travels: bool = False


class WordsStateCard(Card):
    """When the recovery words were proved last, and the way to their page."""

    recovery_requested = Signal()

    def __init__(self, state: ProtectionState) -> None:
        super().__init__()
        if state.words_proved:
            said = translate("Preferences", "Last proved on {date}.")
            said = said.replace("{date}", state.words_proved)
        else:
            said = translate("Preferences", "Not proved yet: it is not sure they are on paper.")
        to_page = button(
            translate("Preferences", "Check them or make new ones"), self.recovery_requested.emit
        )
        for item in (label(translate("Preferences", "Recovery words"), "h2"), label(said)):
            self.body.addWidget(item)
        self.body.addLayout(Flow(to_page))
        self.setFocusProxy(to_page)


class KeyringStateCard(Card):
    """What this computer's keyring does for the vault; the host does what is asked."""

    keyring_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, state: ProtectionState) -> None:
        self._says = label(state.keyring_says)
        self._use = button(translate("Preferences", "Use it for this vault"), self._on_use)
        self._use.hide()
        self._problem = ProblemCard()
        self._busy = BusyLine()
        super().__init__(
            label(translate("Preferences", "This computer's keyring"), "h2"),
            self._says,
            self._problem,
            self._busy,
            Flow(self._use),
        )
        self._busy.cancel_requested.connect(self._on_cancel)
        self._use.setVisible(state.can_use_keyring)
        if state.can_use_keyring:
            self.setFocusProxy(self._use)
        if not state.keyring_says:
            self.hide()  # never show what has no parent yet: it would be a window

    def show_done(self, state: ProtectionState) -> None:
        """The keyring opens the vault from now on."""
        self._busy.hide()
        self._problem.hide()
        self._use.setVisible(state.can_use_keyring)
        self._says.setText(state.keyring_says)
        announce(self, state.keyring_says)

    def show_problem(self, problem: EnvironmentProblem) -> None:
        """Say in place why it was not done."""
        self._busy.hide()
        self._use.setEnabled(True)
        self._problem.show_problem(problem)

    def _on_use(self) -> None:
        self._problem.hide()
        self._use.setEnabled(False)
        self._busy.start(translate("Preferences", "Asking the keyring …"))
        self.keyring_requested.emit()

    def _on_cancel(self) -> None:
        self._busy.hide()
        self._use.setEnabled(True)
        self.cancel_requested.emit()


class PassphraseStateCard(Card):
    """Set, change or remove the passphrase; the host does it and calls `show_done`."""

    passphrase_chosen = Signal(str)
    removal_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, state: ProtectionState) -> None:
        super().__init__(spacing=12)
        self._says = label(self._state_text(state))
        self._fields = PassphraseCard()
        self._problem = ProblemCard()
        self._busy = BusyLine()
        self._busy.cancel_requested.connect(self.cancel_requested)
        change = translate("Preferences", "Change the passphrase")
        first = translate("Preferences", "Set a passphrase")
        self._open = button(change if state.has_passphrase else first, self._on_open)
        self._remove = button(translate("Preferences", "Remove it"), self._on_remove)
        self._save = button(
            translate("Preferences", "Save this passphrase"), self._on_save, look="primary"
        )
        self._cancel = button(translate("Preferences", "Leave it as it is"), self._close)
        self._sure = self._build_sure()
        self._fields.submitted.connect(self._on_save)
        self.body.addWidget(label(translate("Preferences", "Passphrase"), "h2"))
        for item in (self._says, self._fields, self._problem, self._busy, self._sure):
            self.body.addWidget(item)
        self.body.addLayout(Flow(self._open, self._remove, self._cancel, self._save))
        self._can_remove = state.can_remove_passphrase
        self.setFocusProxy(self._open)
        self._close()

    def set_busy(self, text: str) -> None:
        """Say that work has begun, with Cancel; nothing else can be pressed meanwhile."""
        self._enable(enabled=False)
        self._busy.start(text)

    def set_idle(self) -> None:
        """The work has ended or was given up."""
        self._busy.hide()
        self._enable(enabled=True)

    def show_done(self, text: str, state: ProtectionState) -> None:
        """It is done: say so, and show the new state."""
        self._can_remove = state.can_remove_passphrase
        self._close()
        self._says.setText(f"{text} {self._state_text(state)}")
        announce(self, text)

    def show_problem(self, problem: EnvironmentProblem) -> None:
        """Say in place why it was not done."""
        self.set_idle()
        self._problem.show_problem(problem)

    def clear(self) -> None:
        """Empty the fields and fold the card up, whatever it was doing."""
        self._close()

    def _build_sure(self) -> Card:
        yes = button(translate("Preferences", "Remove the passphrase"), self._on_sure)
        no = button(translate("Preferences", "Keep it"), self._close)
        return Card(
            label(
                translate(
                    "Preferences",
                    "From then on, this computer's keyring or the recovery words open the vault.",
                )
            ),
            Flow(yes, no),
            look="soft-card",
        )

    def _state_text(self, state: ProtectionState) -> str:
        if state.has_passphrase:
            return translate("Preferences", "A passphrase is set.")
        return translate("Preferences", "No passphrase is set.")

    def _on_open(self) -> None:
        self._show_fields(shown=True)
        self._fields.setFocus()

    def _on_remove(self) -> None:
        self._sure.show()

    def _on_sure(self) -> None:
        self._sure.hide()
        self.removal_requested.emit()

    def _on_save(self) -> None:
        if missing := self._fields.missing:
            self._problem.say(missing)
            self._fields.focus_missing()
            return
        self._problem.hide()
        self.passphrase_chosen.emit(self._fields.typed)

    def _enable(self, *, enabled: bool) -> None:
        for part in (self._fields, self._save, self._cancel, self._open, self._remove):
            part.setEnabled(enabled)

    def _close(self) -> None:
        self.set_idle()
        self._fields.wipe()
        self._problem.hide()
        self._sure.hide()
        self._show_fields(shown=False)

    def _show_fields(self, *, shown: bool) -> None:
        for part in (self._fields, self._save, self._cancel):
            part.setVisible(shown)
        self._open.setVisible(not shown)
        self._remove.setVisible(self._can_remove and not shown)
