"""The page before a locked vault: one way in at a time, the others one click away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from copingkit.core import errors
from copingkit.shell.damage_cards import BackupCard, NoBackupCard, RestCard
from copingkit.shell.problem_card import BusyLine, ProblemCard
from copingkit.shell.secret_forms import IsWord, PassphraseField, WordsForm
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.layout import Card, PageColumn, column, holder, row
from copingkit.ui.widgets.text import label

_KEYRING_TROUBLE = (
    errors.NoKeyringService,
    errors.KeyringLocked,
    errors.KeyringPromptDismissed,
    errors.KeyringDidNotAnswer,
    errors.KeyringItemMissing,
    errors.NoSuchSlot,
)
_NOTHING_THERE = (errors.NoKeyringService, errors.KeyringItemMissing)
WIDTH = 520


class LockPage(PageColumn):
    """Takes what opens the vault and says what came of it; opens nothing itself.

    `way` is the one that is shown: "keyring", "passphrase" or "words"; empty where there is none.
    """

    keyring_requested = Signal()
    passphrase_entered = Signal(str)
    words_entered = Signal(str)
    cancel_requested = Signal()
    backup_requested = Signal()
    backup_file_requested = Signal()
    anew_requested = Signal()
    rest_requested = Signal()

    def __init__(self, ways: frozenset[str], is_word: IsWord | None = None) -> None:
        """`ways`: of "keyring", "keyring+passphrase", "passphrase" and "words"; may be empty."""
        super().__init__(translate("LockPage", "Locked"), width=WIDTH)
        self._forms = self._build_forms(ways, is_word)
        self._without_keyring = next((way for way in ("passphrase", "words") if way in ways), "")
        self.way = next(iter(self._forms), "")
        self._problem = ProblemCard()
        self._busy = BusyLine()
        self._busy.cancel_requested.connect(self.cancel_requested)
        self._backup = BackupCard()
        self._backup.restore.clicked.connect(lambda _checked: self.backup_requested.emit())
        self._anew = NoBackupCard()
        self._anew.choose.clicked.connect(lambda _checked: self.backup_file_requested.emit())
        self._anew.begin.clicked.connect(lambda _checked: self.anew_requested.emit())
        self._card = Card(*self._forms.values())
        if not self._forms:
            self._card.hide()  # never show what has no parent yet: it would be a window
        self._others = button(
            translate("LockPage", "Another way to open it"), self._toggle_others, look="quiet"
        )
        self._other_ways = _way_buttons(self._forms, self._on_way)
        self._list = holder(column(*self._other_ways.values()))
        self._list.hide()
        self._rest = RestCard()
        self._rest.go.clicked.connect(lambda _checked: self.rest_requested.emit())
        for item in (
            label(translate("LockPage", "copingkit is locked"), "h1"),
            label(translate("LockPage", "“Help me now” works without unlocking."), "muted"),
            self._problem,
            self._rest,
            self._backup,
            self._anew,
            self._card,
            self._busy,
            self._others,
            self._list,
        ):
            self.body.addWidget(item)
        self.body.addStretch(1)
        self._show_way(self.way)

    # --- what the host says

    def show_problem(self, problem: errors.EnvironmentProblem) -> None:
        """Say in place what went wrong; after trouble with the keyring the other ways are open.

        Where the keyring has nothing to open with, the way without it is there at once.
        """
        self.set_idle()
        self._problem.show_problem(problem)
        if isinstance(problem, errors.WordsMistyped) and "words" in self._forms:
            self._words.show_misfits(problem.places)
        if isinstance(problem, _NOTHING_THERE) and self._without_keyring:
            self._show_way(self._without_keyring)
        elif isinstance(problem, _KEYRING_TROUBLE) and not self._others.isHidden():
            self._list.show()
        self.focus_first()
        if isinstance(problem, errors.WrongPassphrase):
            self._passphrase.ask()

    def offer_backup(self, date_text: str) -> None:
        """Offer to bring back the newest good backup, made on `date_text`."""
        self._backup.offer(date_text)

    def offer_backup_file(self) -> None:
        """Say that there is no automatic backup, and offer one from elsewhere or a beginning."""
        self._anew.show()
        self.focus_first()

    def offer_rest(self) -> None:
        """Offer to open what is whole of a vault whose latest saves are damaged."""
        self._rest.show()
        self._rest.go.setFocus()

    def set_busy(self, text: str, *, can_cancel: bool = True) -> None:
        """Say that work has begun, with Cancel where it can be called off."""
        self._problem.hide()
        for part in self._parts():
            part.setEnabled(False)
        self._busy.start(text, can_cancel=can_cancel)
        self._busy.cancel.setFocus()

    def set_looking(self, text: str) -> None:
        """Say what is looked for, while everything can still be pressed."""
        self._busy.start(text, can_cancel=False)

    def set_idle(self) -> None:
        """The work has ended or was given up."""
        self._busy.hide()
        for part in self._parts():
            part.setEnabled(True)
        self.focus_first()

    def clear(self) -> None:
        """Empty every field."""
        self._passphrase.wipe()
        self._words.wipe()

    def focus_first(self) -> None:
        """Put the focus where typing or Enter goes on."""
        if not self._rest.isHidden():
            self._rest.go.setFocus()
        elif not self._backup.isHidden():
            self._backup.restore.setFocus()
        elif not self._anew.isHidden():
            self._anew.choose.setFocus()
        elif self.way:
            self._forms[self.way].setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._busy.isHidden():
            self.focus_first()

    # --- its parts

    def _parts(self) -> tuple[QWidget, ...]:
        return (self._card, self._others, self._list, self._backup, self._anew, self._rest)

    def _build_forms(self, ways: frozenset[str], is_word: IsWord | None) -> dict[str, QWidget]:
        self._passphrase = PassphraseField(translate("LockPage", "Passphrase"))
        self._passphrase.submitted.connect(self._on_passphrase)
        self._words = WordsForm(translate("LockPage", "Open"), is_word)
        self._words.words_entered.connect(self.words_entered)
        forms: dict[str, QWidget] = {}
        if "keyring" in ways:
            forms["keyring"] = self._keyring_form()
        if {"passphrase", "keyring+passphrase"} & ways:
            forms["passphrase"] = self._passphrase_form("passphrase" not in ways)
        if "words" in ways:
            forms["words"] = self._words
        for field in (self._passphrase, self._words):
            if field.parent() is None:  # so that one that is in no form goes with the page
                field.setParent(self)
                field.hide()
        return forms

    def _keyring_form(self) -> QWidget:
        go = button(
            translate("LockPage", "Open"), self.keyring_requested.emit, look="primary", icon="key"
        )
        said = label(
            translate(
                "LockPage",
                "This computer's keyring keeps the key. It may ask for your login password.",
            )
        )
        form = holder(column(said, row(go, None), spacing=12))
        form.setFocusProxy(go)
        return form

    def _passphrase_form(self, needs_keyring: bool) -> QWidget:
        go = button(translate("LockPage", "Open"), self._on_passphrase, look="primary")
        said = label(
            translate("LockPage", "This computer's keyring is needed as well, as you chose."),
            "small",
        )
        if not needs_keyring:
            said.hide()
        form = holder(column(self._passphrase, said, row(go, None), spacing=12))
        form.setFocusProxy(self._passphrase)
        return form

    # --- what the person does

    def _toggle_others(self) -> None:
        self._list.setVisible(self._list.isHidden())

    def _on_way(self, name: str) -> None:
        self._problem.hide()
        self._list.hide()
        self._show_way(name)
        self.focus_first()

    def _show_way(self, name: str) -> None:
        self.way = name
        for other, form in self._forms.items():
            form.setVisible(other == name)
            self._other_ways[other].setVisible(other != name)
        self._others.setVisible(len(self._forms) > 1)

    def _on_passphrase(self) -> None:
        if self._passphrase.typed:
            self.passphrase_entered.emit(self._passphrase.typed)


def _way_buttons(ways: Iterable[str], pressed: Callable[[str], None]) -> dict[str, QWidget]:
    says = {
        "keyring": translate("LockPage", "With this computer's keyring"),
        "passphrase": translate("LockPage", "With the passphrase"),
        "words": translate("LockPage", "With the twelve recovery words"),
    }
    return {name: button(says[name], partial(pressed, name), look="choice") for name in ways}
