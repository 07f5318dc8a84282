"""Wires the page of the recovery words: proving them, making new ones, printing them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from copingkit.core.errors import EnvironmentProblem
from copingkit.shell.pages import Host
from copingkit.shell.recovery_page import RecoveryPage
from copingkit.ui.language import short_date, translate
from copingkit.ui.tasks import Task
from copingkit.vault import recovery_words
from copingkit.vault.open_vault import OpenVault


class RecoveryHost(QObject):
    """One page of recovery words, while a vault is open."""

    def __init__(self, host: Host, opened: OpenVault) -> None:
        proved = opened.words_proved_at
        page = RecoveryPage(short_date(proved) if proved else "", recovery_words.is_word)
        super().__init__(page)
        self._host, self._opened = host, opened
        self._task: Task | None = None
        self._words: tuple[str, ...] = ()
        self.page = page
        page.words_entered.connect(self._on_entered)
        page.new_words_requested.connect(self._on_new)
        page.words_confirmed.connect(self._on_confirmed)
        page.print_words_requested.connect(self._on_print)
        page.cancel_requested.connect(self._on_cancel)

    def _on_entered(self, typed: str) -> None:
        self.page.set_busy(translate("RecoveryPage", "Checking …"))
        self._task = self._host.tasks.run(
            lambda: self._opened.prove_words(typed), lambda _done: self._on_proved(), self._failed
        )

    def _on_proved(self) -> None:
        proved = self._opened.words_proved_at
        self.page.show_proved(short_date(proved) if proved else "")
        self._host.forget_page("home")

    def _on_new(self) -> None:
        self.page.set_busy(translate("RecoveryPage", "Making new words …"))
        self._task = self._host.tasks.run(self._opened.replace_words, self._on_made, self._failed)

    def _on_made(self, words: tuple[str, ...]) -> None:
        self._words = words
        self.page.show_words(words)

    def _on_confirmed(self, confirmed: bool) -> None:
        if confirmed:
            try:
                self._opened.confirm_words()
            except EnvironmentProblem as problem:
                self.page.show_problem(problem)
                return
        self._words = ()
        self._host.forget_page("home")
        self._host.forget_page("preferences")

    def _on_print(self) -> None:
        from copingkit.shell.words_sheet import print_words  # only when it is asked for

        print_words(self.page, self._words, self._host.preferences.paper_size)

    def _on_cancel(self) -> None:
        if self._task is not None:
            self._host.tasks.cancel(self._task)
        self.page.set_idle()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, EnvironmentProblem):
            raise error
        self.page.show_problem(error)


def recovery_page(host: Host) -> QWidget:
    """The page, wired; raises LookupError while no vault is open."""
    opened = host.door.open
    if opened is None:
        raise LookupError("recovery")
    return RecoveryHost(host, opened).page
