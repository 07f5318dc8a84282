"""The first run: five short steps from nothing to a protected, empty plan."""

from __future__ import annotations

import random
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from copingkit.core.errors import EnvironmentProblem
from copingkit.shell.country_field import Country
from copingkit.shell.first_run_country import CountryStep
from copingkit.shell.first_run_protection import Protection, ProtectionStep
from copingkit.shell.first_run_step import Step
from copingkit.shell.first_run_welcome import StartStep, WelcomeStep
from copingkit.shell.first_run_words import WordsStep

__all__ = ["FirstRun", "Protection"]


class FirstRun(QStackedWidget):
    """Goes on only when a button is pressed; makes no vault itself.

    In order: `country_chosen`, `protect_requested`, then the host calls `show_words`, then
    `words_confirmed` (False for Later) and `finished` with "plan" or "home".
    """

    country_chosen = Signal(str)
    protect_requested = Signal(Protection)
    cancel_requested = Signal()
    print_words_requested = Signal()
    words_confirmed = Signal(bool)
    finished = Signal(str)

    def __init__(
        self,
        countries: Sequence[Country],
        country: str = "",
        places: random.Random | None = None,
        *,
        travels: bool = False,
    ) -> None:
        """`countries` are (code, name); `country` is chosen at first; `places` is for tests.

        `travels`: the data lie beside the program, to be carried along with it.
        """
        super().__init__()
        self.setProperty("look", "window")
        self._welcome = WelcomeStep(travels)
        self._country = CountryStep(countries, country)
        self._protection = ProtectionStep(travels)
        self._words = WordsStep(places)
        self._start = StartStep()
        for step in self._steps:
            self.addWidget(step)
        self._connect()

    @property
    def _steps(self) -> tuple[Step, ...]:
        return (self._welcome, self._country, self._protection, self._words, self._start)

    @property
    def step(self) -> int:
        """Which step is shown, 1 to 5."""
        return self.currentIndex() + 1

    @property
    def with_clinician(self) -> bool:
        """Whether somebody sits beside the person, as said in step 5."""
        return self._start.with_clinician

    # --- what the host says

    def set_keyring(self, problem: EnvironmentProblem | None) -> None:
        """Say whether the computer's keyring can be used: None for yes, else what is wrong."""
        self._protection.set_keyring(problem)

    def set_busy(self, text: str, *, can_cancel: bool = False) -> None:
        """Say that the vault is being made."""
        self._protection.problem.hide()
        self._protection.set_enabled(False)
        self._protection.busy.start(text, can_cancel=can_cancel)

    def set_idle(self) -> None:
        """The work has ended or was given up."""
        self._protection.busy.hide()
        self._protection.set_enabled(True)

    def show_problem(self, problem: EnvironmentProblem) -> None:
        """Say in place why the vault could not be made."""
        self.set_idle()
        self._protection.problem.show_problem(problem)

    def show_words(self, words: tuple[str, ...]) -> None:
        """The vault is made: go on to its recovery words."""
        self.set_idle()
        self._protection.wipe()
        self._words.show_words(words)
        self._go_to(self._words)

    def wipe(self) -> None:
        """Forget the words and what was typed."""
        self._protection.wipe()
        self._words.wipe()

    # --- what the person does

    def _connect(self) -> None:
        self._welcome.go_on.clicked.connect(lambda _checked: self._go_to(self._country))
        self._country.back_requested.connect(lambda: self._go_to(self._welcome))
        self._country.go_on.clicked.connect(lambda _checked: self._on_country())
        self._protection.back_requested.connect(lambda: self._go_to(self._country))
        self._protection.protect_requested.connect(self.protect_requested)
        self._protection.busy.cancel_requested.connect(self.cancel_requested)
        self._words.print_requested.connect(self.print_words_requested)
        self._words.answered.connect(self._on_answered)
        self._start.back_requested.connect(lambda: self._go_to(self._words))
        self._start.finished.connect(self._on_finished)

    def _go_to(self, step: Step) -> None:
        self.setCurrentWidget(step)

    def _on_country(self) -> None:
        self.country_chosen.emit(self._country.code)
        self._go_to(self._protection)

    def _on_answered(self, confirmed: bool) -> None:
        self.words_confirmed.emit(confirmed)
        self._start.back.setVisible(not confirmed)
        if confirmed:
            self._words.wipe()
        self._go_to(self._start)

    def _on_finished(self, place: str) -> None:
        self.wipe()
        self.finished.emit(place)
