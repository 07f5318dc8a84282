"""Wires the first run to the door: country, protection, recovery words, the first page."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from copingkit.core.errors import (
    EnvironmentProblem,
    KeyringDidNotAnswer,
    NoKeyringService,
)
from copingkit.core.links import Link
from copingkit.shell import folders
from copingkit.shell.country_field import known_countries
from copingkit.shell.entrance import Entrance
from copingkit.shell.first_run import FirstRun
from copingkit.shell.first_run_protection import Protection
from copingkit.ui.language import translate
from copingkit.vault.key_store import KeyringState
from copingkit.vault.vault import Created

FIRST_STEP = Link("safety_plan", "warning_signs")  # ready to type the first warning sign


class FirstRunHost(QObject):
    """Asks the keyring how it is, makes the vault, shows its words."""

    def __init__(self, entrance: Entrance) -> None:
        super().__init__(entrance)
        self._entrance = entrance
        self._door = entrance.door
        self._words: tuple[str, ...] = ()
        travels = folders.travels(self._door.vault.folder)
        self._page = FirstRun(known_countries(), entrance.country, travels=travels)
        page = self._page
        page.country_chosen.connect(entrance.country_chosen)
        page.protect_requested.connect(self._on_protect)
        page.cancel_requested.connect(self._on_cancel)
        page.words_confirmed.connect(self._on_words_confirmed)
        page.print_words_requested.connect(self._on_print)
        page.finished.connect(self._on_finished)
        self._door.made.connect(self._on_made)
        entrance.tasks.run(
            self._door.vault.key_store.state, lambda state: page.set_keyring(_trouble(state))
        )
        page.destroyed.connect(self.deleteLater)

    @property
    def page(self) -> QWidget:
        """The first run."""
        return self._page

    def refuse(self, problem: EnvironmentProblem) -> None:
        """Say why the vault could not be made."""
        self._page.show_problem(problem)

    def open_at_once(self) -> None:
        """There is nothing to open yet."""

    def _on_protect(self, how: Protection) -> None:
        self._page.set_busy(translate("FirstRun", "Making your vault …"), can_cancel=True)
        self._door.create(keyring=how.keyring, passphrase=how.passphrase)

    def _on_cancel(self) -> None:
        self._door.cancel()
        self._page.set_idle()

    def _on_made(self, created: Created) -> None:
        self._entrance.in_first_run = True
        self._words = created.words
        self._page.show_words(created.words)

    def _on_words_confirmed(self, confirmed: bool) -> None:
        opened = self._door.open
        if opened is None or not confirmed:
            return
        try:
            opened.confirm_words()
        except EnvironmentProblem:
            return  # Home then reminds of the words once more, which does no harm

    def _on_print(self) -> None:
        from copingkit.shell.words_sheet import print_words  # only when it is asked for

        print_words(self._page, self._words, self._entrance.paper)

    def _on_finished(self, place: str) -> None:
        self._words = ()
        self._entrance.reset()
        self._entrance.go_requested.emit(FIRST_STEP if place == "plan" else Link("home"))


def _trouble(state: KeyringState) -> EnvironmentProblem | None:
    """What keeps a keyring from being used; one that is locked or new asks when it is used."""
    if state is KeyringState.ABSENT:
        return NoKeyringService()
    return KeyringDidNotAnswer() if state is KeyringState.SILENT else None
