"""The third step of the first run: what opens the vault from now on."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup
from typing_extensions import override

from copingkit.core.errors import EnvironmentProblem
from copingkit.shell.first_run_step import Step
from copingkit.shell.passphrase_card import PassphraseCard
from copingkit.ui import messages, theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.layout import Card
from copingkit.ui.widgets.text import label
from copingkit.ui.widgets.wrapping import ChoiceButton


@dataclass(frozen=True, slots=True)
class Protection:
    """What was chosen; at least one of the two is there. The passphrase stays out of `repr`."""

    keyring: bool
    passphrase: str | None = field(default=None, repr=False)


class ProtectionStep(Step):
    """Step 3: the keyring, the keyring with a passphrase, or a passphrase alone."""

    protect_requested = Signal(Protection)

    def __init__(self, travels: bool) -> None:
        super().__init__(3, translate("FirstRun", "How it is protected"))
        self._travels = travels
        self._found = label("")
        self._keyring = ChoiceButton(translate("FirstRun", "This computer's keyring"))
        self._both = ChoiceButton(translate("FirstRun", "The keyring and a passphrase"))
        self._alone = ChoiceButton(translate("FirstRun", "A passphrase only"))
        self._group = QButtonGroup(self)
        self._fields = PassphraseCard()
        self._fields.submitted.connect(self._on_go_on)
        self.go_on.clicked.connect(lambda _checked: self._on_go_on())
        self.fill(
            self._found,
            self._choices(),
            self._fields,
            go_on=translate("FirstRun", "Protect it this way"),
        )
        self.set_keyring(None, known=False)

    def set_keyring(self, problem: EnvironmentProblem | None, *, known: bool = True) -> None:
        """Say whether a keyring was found: None for yes, else what is in its way.

        While nothing is `known` yet, only the passphrase can be chosen.
        """
        usable = known and problem is None
        for choice in (self._keyring, self._both):
            choice.setEnabled(usable)
        if not known:
            self._found.setText(translate("FirstRun", "Looking for this computer's keyring …"))
        elif problem is None:
            self._found.setText(_found_words(self._travels))
        else:
            said = messages.words_for(problem).what
            then = translate("FirstRun", "A passphrase protects it just as well.")
            self._found.setText(f"{said} {then}")
        here = self._choosing
        # A choice that was made while looking is kept, unless it was only our own first guess.
        if usable and not self._travels and not self._fields.typed:
            self._keyring.setChecked(True)
        elif not usable:
            self._alone.setChecked(True)
        if here:
            self.focus_first()

    def set_enabled(self, enabled: bool) -> None:
        """Let the choices be changed, or not while the vault is being made."""
        for part in (self._card, self._fields, self.back, self.go_on):
            part.setEnabled(enabled)

    def wipe(self) -> None:
        """Empty the passphrase fields."""
        self._fields.wipe()

    @override
    def focus_first(self) -> None:
        checked = self._group.checkedButton()
        if checked is not None:
            checked.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # as in the step before; a passphrase's fields have an Enter of their own
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if not enter or not self._choosing:
            super().keyPressEvent(event)
        elif self._fields.isVisible() and not self._fields.typed:
            self._fields.focus_missing()
        else:
            self.go_on.click()

    @property
    def _choosing(self) -> bool:
        """Whether the keyboard is on one of the choices."""
        return any(choice.hasFocus() for choice in self._group.buttons())

    def _choices(self) -> Card:
        said = {
            self._keyring: translate("FirstRun", "For a computer that only you use."),
            self._both: translate(
                "FirstRun", "For a shared computer: others with your login cannot open it."
            ),
            self._alone: translate("FirstRun", "For a USB stick, or a computer without a keyring."),
        }
        self._card = Card(spacing=4)
        for choice, text in said.items():
            choice.setAccessibleDescription(text)
            self._group.addButton(choice)
            self._card.body.addWidget(choice)
            hint = label(text, "small")
            hint.setContentsMargins(theme.px(30), 0, 0, 0)  # every line of it, unlike an indent
            self._card.body.addWidget(hint)
            choice.toggled.connect(lambda _on: self._tell())
        return self._card

    def _tell(self) -> None:
        self._fields.setVisible(not self._keyring.isChecked())
        self.problem.hide()

    def _on_go_on(self) -> None:
        if self._keyring.isChecked():
            self.protect_requested.emit(Protection(keyring=True))
        elif missing := self._fields.missing:
            self.problem.say(missing)
            self._fields.focus_missing()
        else:
            chosen = Protection(keyring=self._both.isChecked(), passphrase=self._fields.typed)
            self.protect_requested.emit(chosen)


def _found_words(travels: bool) -> str:
    """What a keyring that was found can do; where the data travel, a passphrase is the better."""
    if travels:
        return translate(
            "FirstRun",
            "This copingkit can be carried to another computer. A passphrase opens it on any of "
            "them; this computer's keyring opens it here alone.",
        )
    return translate(
        "FirstRun",
        "This computer has a keyring. It can keep the key and open copingkit for you once you "
        "are logged in.",
    )
