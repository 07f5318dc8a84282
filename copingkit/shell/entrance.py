"""What stands before the vault: the lock page, or the first run where there is no vault yet."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from copingkit.core.errors import EnvironmentProblem, KeyringLocked
from copingkit.core.links import Link
from copingkit.shell.choices import Choices
from copingkit.shell.door import Door
from copingkit.ui.tasks import Tasks


class Gate(Protocol):
    """The page that is shown, with what wires it to the door."""

    @property
    def page(self) -> QWidget:
        """The page itself."""
        ...

    def refuse(self, problem: EnvironmentProblem) -> None:
        """A try did not open the vault: say why, and leave the other ways open."""
        ...

    def open_at_once(self) -> None:
        """Begin to open by the first way, where nothing has to be typed for it here."""
        ...


class Entrance(QObject):
    """Chooses the page; the pages themselves are imported only when one has to be shown."""

    go_requested = Signal(Link)
    country_chosen = Signal(str)

    def __init__(
        self,
        door: Door,
        tasks: Tasks,
        choices: Choices,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.door = door
        self.tasks = tasks
        self._choices = choices
        self._gate: Gate | None = None
        self._problem: EnvironmentProblem | None = None
        self.in_first_run = False

    @property
    def country(self) -> str:
        """The chosen country; empty while none is."""
        return self._choices.now.country

    @property
    def paper(self) -> str:
        """The paper to print on."""
        return self._choices.now.paper_size

    def try_quietly(self) -> bool:
        """Begin to open with the keyring where that needs no question; False where it does."""
        if not self.door.vault.exists():
            return False
        try:
            ways = self.door.vault.ways()
        except EnvironmentProblem as problem:
            self._problem = problem
            return False
        if ways.keyring:
            self.door.try_keyring(quietly=True)
        return ways.keyring

    def refuse(self, problem: EnvironmentProblem) -> None:
        """A try did not open the vault; a page that is not built yet says so when it is."""
        self._problem = problem
        if self._gate is not None:
            self._gate.refuse(problem)

    def open_at_once(self) -> None:
        """Begin to open without another press, unless there was a problem with that before."""
        untried = self._problem is None or isinstance(self._problem, KeyringLocked)
        if self._gate is not None and untried:
            self._gate.open_at_once()

    def reset(self) -> None:
        """Forget what was shown before: the vault was opened or locked since."""
        self._problem = None
        self._gate = None
        self.in_first_run = False

    def page(self) -> QWidget:
        """The page to show now, made anew."""
        # both are imported late: who opens by the keyring never sees them
        if self.door.vault.exists():
            from copingkit.shell.lock_host import LockHost

            self._gate = LockHost(self)
        else:
            from copingkit.shell.first_run_host import FirstRunHost

            self._gate = FirstRunHost(self)
        if self._problem is not None:
            self._gate.refuse(self._problem)
        return self._gate.page
