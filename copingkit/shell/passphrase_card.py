"""A new passphrase, typed twice."""

from __future__ import annotations

from PySide6.QtCore import Signal

from copingkit.shell.secret_forms import SHORTEST_PASSPHRASE, PassphraseField, shortfall
from copingkit.ui.language import translate
from copingkit.ui.widgets.layout import Card
from copingkit.ui.widgets.text import label


class PassphraseCard(Card):
    """Two fields and why they ask for some length; Enter in the second one is `submitted`."""

    submitted = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=12)
        self._first = PassphraseField(translate("Passphrase", "New passphrase"))
        self._second = PassphraseField(translate("Passphrase", "The same again"))
        self._first.submitted.connect(self._second.ask)
        self._second.submitted.connect(self.submitted)
        why = label(
            translate(
                "Passphrase",
                "At least 8 characters. Four or five plain words with spaces are easy to keep in "
                "mind and hard to guess. Nobody can look it up for you: if you forget it, the "
                "recovery words open the vault.",
            ),
            "small",
        )
        for item in (self._first, self._second, why):
            self.body.addWidget(item)
        self.setFocusProxy(self._first)

    @property
    def typed(self) -> str:
        """What was typed first."""
        return self._first.typed

    @property
    def missing(self) -> str:
        """What is still missing, as a sentence; empty when the passphrase can be used."""
        return shortfall(self._first.typed, self._second.typed)

    def focus_missing(self) -> None:
        """Put the focus into the field that `missing` is about."""
        short = len(self._first.typed) < SHORTEST_PASSPHRASE
        (self._first if short else self._second).ask()

    def wipe(self) -> None:
        """Empty both fields."""
        self._first.wipe()
        self._second.wipe()
