"""Opens and locks: what is open now, and what is seen as the vault opens, is refused or closes."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from copingkit.core.errors import AlreadyOpen, EnvironmentProblem
from copingkit.core.links import Link
from copingkit.shell.covers import Covers
from copingkit.shell.entrance import Entrance
from copingkit.shell.pages import Host
from copingkit.shell.registry import SAFETY_PLAN, TOOLS
from copingkit.shell.session import Session
from copingkit.shell.stage import Stage
from copingkit.shell.upkeep import Upkeep
from copingkit.ui.language import translate
from copingkit.ui.tool import Surroundings
from copingkit.vault import single_instance
from copingkit.vault.keyslots import SlotKind
from copingkit.vault.vault import OpenVault

HEARD_MS = 1000  # how long the other copingkit may take to hear this one
PATIENCE_MS = 400  # how long a first try may take before the window shows without its answer
CRISIS_MINUTES = 60  # a crisis run or an exercise is not locked away under someone's eyes
_FOOT = {"home", "search", "removed", "preferences", "lock"}


class Custody(QObject):
    """Holds the session, and is the only one who locks.

    `ready`: there is something to show, so the window may appear. `needless`: another copingkit
    has the vault open and was asked to come forward; this one may end.
    """

    ready = Signal()
    needless = Signal()

    def __init__(self, host: Host, stage: Stage, covers: Covers, entrance: Entrance) -> None:
        super().__init__(entrance)
        self._host, self._stage, self._covers, self._entrance = host, stage, covers, entrance
        self._door = host.door
        self.session = Session(None, host.clock)
        self.upkeep = Upkeep(host.door, host.tasks, host.clock, self)
        self._wants_crisis = False
        self._shown = False
        self._asking_other = False
        stage.uncovered.connect(self.restart_idle)
        covers.left.connect(self._on_cover_left)
        covers.unlock_requested.connect(self._unlock_for_crisis)
        entrance.go_requested.connect(self._go_on_from_entrance)
        self.upkeep.idle.connect(self.lock)
        self._door.opened.connect(self._on_opened)
        self._door.refused.connect(self._on_refused)
        self._offer_places()

    # --- start

    def start(self, *, crisis: bool) -> None:
        """Open what can be opened without asking; never wait for a slow keyring."""
        self._wants_crisis = crisis
        if self._entrance.try_quietly():
            QTimer.singleShot(PATIENCE_MS, self, self._show_anyway)
        else:
            self._show_anyway()

    def _show_anyway(self) -> None:
        if self._shown or self._asking_other:
            return
        if self._wants_crisis:
            self.help_now()
        else:
            self._host.open_link(Link("entrance"))
        self._show_window()

    def _show_window(self) -> None:
        if not self._shown:
            self._shown = True
            self.ready.emit()

    # --- in a hard hour

    def help_now(self) -> None:
        """The crisis run, with whatever is open; it is not locked away as soon as the rest."""
        self._covers.show_run()
        self._lock_late()

    def play(self, surroundings: Surroundings, link: Link) -> None:
        """An exercise, with closed eyes perhaps: it is not locked away as soon as the rest.

        Raises KeyError when there is no such exercise.
        """
        self._covers.play(surroundings, link)
        self._lock_late()

    def _lock_late(self) -> None:
        minutes = self._host.preferences.idle_minutes
        if self.session.records is not None and minutes:
            self.upkeep.lock_after(max(minutes, CRISIS_MINUTES))

    def _unlock_for_crisis(self) -> None:
        """From the crisis run to the lock page; once open, the run goes on with the plan."""
        self._wants_crisis = True
        self._host.open_link(Link("entrance"))
        self._entrance.open_at_once()

    def _on_cover_left(self) -> None:
        if self._stage.covered:
            return
        self._wants_crisis = False
        if not self._stage.place:
            self._guarded(lambda: self._stage.show_link(Link(self._first_place())))

    # --- opened and refused

    def _on_opened(self, opened: OpenVault) -> None:
        self.session = Session(opened.records, self._host.clock)
        self.restart_idle()
        self._guarded(self._show_opened)
        self._wants_crisis = False
        if self._door.opened_by_words and not opened.slots.has(SlotKind.KEYRING):
            self._host.notices.keep(_set_passphrase_anew())
        self._show_window()
        if self.session.records is not None:
            self.upkeep.begin()

    def _show_opened(self) -> None:
        in_first_run, hidden = self._entrance.in_first_run, self._covers.hidden
        self._stage.forget_all(but="entrance" if in_first_run else "")
        if self._wants_crisis or self._covers.in_crisis:
            self.help_now()
            if hidden:
                self._covers.hide()
        elif not in_first_run and not hidden:
            self._stage.show_link(Link(self._first_place()))
        if not in_first_run:
            self._entrance.reset()
            self._offer_places()

    def _guarded(self, show: Callable[[], None]) -> None:
        """Show something from the vault; one that turns out to be damaged is closed again."""
        try:
            show()
        except EnvironmentProblem as problem:
            self._close_vault()
            self._entrance.refuse(problem)
            self._host.open_link(Link("entrance"))

    def _on_refused(self, problem: EnvironmentProblem) -> None:
        if isinstance(problem, AlreadyOpen) and not self._shown:
            with contextlib.suppress(EnvironmentProblem):
                single_instance.ask_to_raise(self._door.vault.folder, help_now=self._wants_crisis)
            self._asking_other = True
            QTimer.singleShot(HEARD_MS, self, lambda: self._on_other_asked(problem))
            return
        self._entrance.refuse(problem)
        self._show_anyway()

    def _on_other_asked(self, problem: EnvironmentProblem) -> None:
        """End when the other one heard; one that hangs, or has no window, must not hide this."""
        self._asking_other = False
        if single_instance.was_heard(self._door.vault.folder):
            self.needless.emit()
        else:
            self._entrance.refuse(problem)
            self._show_anyway()

    def _go_on_from_entrance(self, link: Link) -> None:
        if link == Link("entrance", "again"):  # a backup was brought back, or room was made
            self._stage.forget("entrance")
            self._entrance.try_quietly()
        self._offer_places()
        self._host.open_link(link)
        if link.tool != "entrance":
            self._stage.forget("entrance")

    def _first_place(self) -> str:
        if self.session.records is None:
            return "entrance"
        return "home" if self.session.service(SAFETY_PLAN).plan.is_empty else SAFETY_PLAN.name

    def _offer_places(self) -> None:
        tools = {tool.name for tool in TOOLS if self.session.serves(tool)}
        locked = tools | {"entrance" if self._door.vault.exists() else "setup"}
        self._stage.offer(tools | _FOOT if self.session.records is not None else locked)

    # --- locking

    def lock(self) -> None:
        """Save what is typed, close the vault, destroy every widget that held private text.

        With a full disk it stays open and says so: locking would lose what was typed.
        """
        if self.session.records is None:
            return
        hidden = self._covers.hidden
        try:
            self._stage.save_typed()
        except EnvironmentProblem as problem:
            self.tell(problem)
            return
        self._close_vault()
        self._host.open_link(Link("entrance"))
        if hidden:  # somebody is looking: go on showing nothing
            self._covers.hide()

    def tell(self, problem: EnvironmentProblem) -> None:
        """Say where it can be read why something was not closed; when idle try once more."""
        while self._stage.covered and not self._covers.hidden:
            self._stage.uncover()
        self._host.notices.report(problem)
        self.restart_idle()

    def restart_idle(self) -> None:
        """Count the idle minutes anew, by the present preferences."""
        minutes = self._host.preferences.idle_minutes
        self.upkeep.lock_after(minutes if self.session.records is not None else 0)

    def _close_vault(self) -> None:
        self.upkeep.stop()
        self.session = Session(None, self._host.clock)
        self._entrance.reset()
        self._stage.forget_all()
        self._door.lock()
        gc.collect()  # what the destroyed pages held in circles
        self._offer_places()


def _set_passphrase_anew() -> str:
    return translate(
        "Custody",
        "Your words opened it. To open it without them on this computer again, use its keyring "
        "or set a passphrase, in Preferences.",
    )
