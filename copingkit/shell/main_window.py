"""The window: holds what is open, decides where one is, and is the only one who locks."""

from __future__ import annotations

import gc
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from copingkit.core.clock import Clock
from copingkit.core.errors import AlreadyOpen, EnvironmentProblem
from copingkit.core.links import Link
from copingkit.preferences.preferences import Preferences
from copingkit.shell import window_keys
from copingkit.shell.choices import Choices
from copingkit.shell.door import Door
from copingkit.shell.entrance import Entrance
from copingkit.shell.idle_lock import IdleLock
from copingkit.shell.knock import Knock
from copingkit.shell.pages import Pages
from copingkit.shell.registry import SAFETY_PLAN, TOOLS
from copingkit.shell.session import Session
from copingkit.shell.stage import Stage
from copingkit.ui.tasks import Tasks
from copingkit.ui.widgets.notice_bar import NoticeBar
from copingkit.vault.single_instance import ask_to_raise
from copingkit.vault.vault import OpenVault

PATIENCE_MS = 400  # how long a first try may take before the window shows without its answer
CRISIS_MINUTES = 60  # a crisis run is not locked away under someone's eyes
AFTERWARDS_MS = 3000  # what can wait until the plan has been painted
_FOOT = {"home", "search", "removed", "preferences", "lock"}


class MainWindow(QWidget):
    """Joins the door, the session, the preferences and the stage."""

    def __init__(self, door: Door, choices: Choices, clock: Clock, tasks: Tasks) -> None:
        super().__init__()
        self.door, self.choices, self.clock, self.tasks = door, choices, clock, tasks
        self.session = Session(None, clock)
        self._wants_crisis = False
        self._closing = False
        self._entrance = Entrance(door, tasks, choices, self)
        self._idle = IdleLock(clock, self)
        self._knock = Knock(self)
        self.stage = Stage(Pages(self, self._entrance).build)
        self._build()
        self._connect()
        window_keys.bind(self)
        self._offer_places()

    def _build(self) -> None:
        self.setWindowTitle("copingkit")
        self.setProperty("look", "window")
        self.resize(1180, 820)
        self.setMinimumSize(480, 400)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.stage)

    def _connect(self) -> None:
        self.stage.link_requested.connect(self.open_link)
        self.stage.help_requested.connect(self.help_now)
        self.stage.lock_requested.connect(self.lock)
        self.stage.uncovered.connect(self._restart_idle)
        self._entrance.go_requested.connect(self._go_on_from_entrance)
        self._entrance.country_chosen.connect(self.choices.take_country)
        self.choices.changed.connect(self._on_choices_changed)
        self.choices.dressed.connect(self._on_dressed)
        self.choices.unsaved.connect(lambda problem: self.notices.report(problem))  # noqa: PLW0108 - late
        self._idle.idle.connect(self.lock)
        self._knock.heard.connect(self.come_forward)
        self.door.opened.connect(self._on_opened)
        self.door.refused.connect(self._on_refused)

    # --- start

    def start(self, *, crisis: bool) -> None:
        """Open what can be opened without asking, then show; never wait for a slow keyring."""
        self._wants_crisis = crisis
        if self._entrance.try_quietly():
            QTimer.singleShot(PATIENCE_MS, self, self._show_anyway)
        else:
            self._show_anyway()

    def _show_anyway(self) -> None:
        if self.isVisible():
            return
        if self._wants_crisis:
            self.help_now()
        else:
            self.open_link(Link("entrance"))
        self.show()

    # --- where one is

    @property
    def notices(self) -> NoticeBar:
        """Where short messages are shown."""
        return self.stage.notices

    @property
    def current_view(self) -> QWidget:
        """The page, crisis run or neutral page that is seen."""
        return self.stage.current_view

    def open_link(self, link: Link) -> None:
        """Go to a page of the shell or of a tool; "crisis" is the crisis run."""
        if link.tool == "crisis":
            self.help_now()
        else:
            self.stage.show_link(link)

    def forget_page(self, name: str) -> None:
        """Have a page built anew when it is next shown."""
        if self.stage.place != name:
            self.stage.forget(name)

    def help_now(self) -> None:
        """Show the crisis run over everything, with whatever is open."""
        from copingkit.shell.crisis_host import crisis_run  # not on the way to the plan

        self.stage.flush()
        run = crisis_run(
            self.session,
            self.preferences.country,
            self.clock,
            can_unlock=self.door.vault.exists(),
        )
        run.closed.connect(self._leave_cover)
        run.helplines_requested.connect(partial(self.open_link, Link("helplines")))
        run.unlock_requested.connect(self._unlock_for_crisis)
        self.stage.cover_with(run)
        if self.session.records is not None and self.preferences.idle_minutes:
            self._idle.start(max(self.preferences.idle_minutes, CRISIS_MINUTES))

    def _unlock_for_crisis(self) -> None:
        """From the crisis run to the lock page; once open, the run goes on with the plan."""
        self._wants_crisis = True
        self.open_link(Link("entrance"))

    def hide_now(self) -> None:
        """Show a neutral page at once."""
        from copingkit.shell.hidden_page import HiddenPage  # only when it is asked for

        page = HiddenPage()
        page.back_requested.connect(self._leave_cover)
        self.stage.cover_with(page)

    def _leave_cover(self) -> None:
        self._wants_crisis = False
        if not self.stage.place:
            self.stage.show_link(Link(self._first_place()))
        self.stage.uncover()

    def come_forward(self) -> None:
        """Bring the window to the front."""
        self.showNormal()
        self.raise_()
        self.activateWindow()

    def _first_place(self) -> str:
        if self.session.records is None:
            return "entrance"
        return "home" if self.session.service(SAFETY_PLAN).plan.is_empty else SAFETY_PLAN.name

    def _offer_places(self) -> None:
        tools = {tool.name for tool in TOOLS if self.session.serves(tool)}
        locked = tools | {"entrance" if self.door.vault.exists() else "setup"}
        self.stage.offer(tools | _FOOT if self.session.records is not None else locked)

    # --- open and locked

    def _on_opened(self, opened: OpenVault) -> None:
        self.session = Session(opened.records, self.clock)
        self._restart_idle()
        self.stage.forget_all(but="entrance" if self._entrance.in_first_run else "")
        if self._wants_crisis or self.stage.covered:
            self.help_now()
        elif not self._entrance.in_first_run:
            self.open_link(Link(self._first_place()))
        if not self._entrance.in_first_run:
            self._entrance.reset()
            self._offer_places()
        self._wants_crisis = False
        if not self.isVisible():
            self.show()
        QTimer.singleShot(AFTERWARDS_MS, self, self._afterwards)

    def _afterwards(self) -> None:
        """Listen for a second process, empty Recently removed, make the daily backup."""
        opened = self.door.open
        if opened is not None:
            self._knock.listen(self.door.vault.folder)
            self.tasks.run(opened.tidy, lambda _made: None, self._on_not_tidied)

    def _on_not_tidied(self, problem: Exception) -> None:
        if self.session.records is not None:
            self.notices.report(problem)

    def _on_refused(self, problem: EnvironmentProblem) -> None:
        if isinstance(problem, AlreadyOpen) and not self.isVisible():
            ask_to_raise(self.door.vault.folder)
            self.close()
            return
        self._entrance.refuse(problem)
        self._show_anyway()

    def _go_on_from_entrance(self, link: Link) -> None:
        if link == Link("entrance", "again"):  # a backup was brought back
            self.stage.forget("entrance")
            self._entrance.try_quietly()
        else:
            self._offer_places()
        self.open_link(link)
        if link.tool != "entrance":
            self.stage.forget("entrance")

    def lock(self) -> None:
        """Save what is typed, close the vault, destroy every widget that held private text."""
        if self.session.records is None:
            return
        try:
            self.stage.save_typed()
        except EnvironmentProblem as problem:
            self.notices.report(problem)
            return
        self._idle.stop()
        self._knock.stop()
        self.session = Session(None, self.clock)
        self._entrance.reset()
        self.stage.forget_all()
        self.door.lock()
        gc.collect()  # what the destroyed pages held in circles
        self._offer_places()
        self.open_link(Link("entrance"))

    def _restart_idle(self) -> None:
        is_open = self.session.records is not None
        self._idle.start(self.preferences.idle_minutes if is_open else 0)

    @property
    def preferences(self) -> Preferences:
        """The preferences in use."""
        return self.choices.now

    def _on_choices_changed(self) -> None:
        if not self.stage.covered:
            self._restart_idle()

    def _on_dressed(self) -> None:
        # later: the change may come from a field of the page that is about to go
        QTimer.singleShot(0, self, self.stage.rebuild)

    # --- the window itself

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            self._idle.watch(handle)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        try:
            self.stage.save_typed()
        except EnvironmentProblem as problem:
            if not self._closing:  # the first try tells what would be lost, the second one closes
                self._closing = True
                self.notices.report(problem)
                event.ignore()
                return
        self.door.lock()
        self.tasks.stop()
        event.accept()
        QApplication.quit()
