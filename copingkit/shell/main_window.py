"""The window: the workspace, and over it the crisis run or the neutral page."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from typing_extensions import override

from copingkit.core.clock import Clock
from copingkit.core.errors import AlreadyOpen, EnvironmentProblem
from copingkit.core.links import Link
from copingkit.preferences.preferences import Preferences, PreferencesFile
from copingkit.shell.door import Door
from copingkit.shell.entrance import Entrance
from copingkit.shell.idle_lock import IdleLock
from copingkit.shell.knock import Knock
from copingkit.shell.pages import Pages
from copingkit.shell.registry import TOOLS
from copingkit.shell.session import Session
from copingkit.shell.workspace import Workspace
from copingkit.ui import shortcuts, theme
from copingkit.ui.tasks import Tasks
from copingkit.ui.widgets.notice_bar import NoticeBar
from copingkit.vault.single_instance import ask_to_raise
from copingkit.vault.vault import OpenVault

PATIENCE_MS = 400  # how long a first try may take before the window shows without its answer
CRISIS_MINUTES = 60  # a crisis run is not locked away under someone's eyes
BACKUP_AFTER_MS = 3000


class MainWindow(QStackedWidget):
    """Holds what is open and decides what is seen; the only one who locks."""

    def __init__(
        self,
        door: Door,
        preferences_file: PreferencesFile,
        preferences: Preferences,
        clock: Clock,
        tasks: Tasks,
    ) -> None:
        super().__init__()
        self.setWindowTitle("copingkit")
        self.setProperty("look", "window")
        self.resize(theme.px(1180), theme.px(820))
        self.setMinimumSize(480, 400)
        self._file = preferences_file
        self.clock = clock
        self.tasks = tasks
        self.door = door
        self.session = Session(None, clock)
        self.preferences = preferences
        self._workspace: Workspace | None = None
        self._cover: QWidget | None = None
        self._entrance = Entrance(door, tasks, preferences.country, self)
        self._entrance.go_requested.connect(self._go_on_from_entrance)
        self._entrance.country_chosen.connect(self.choose_country)
        self._knock = Knock(self)
        self._knock.heard.connect(self.come_forward)
        self._idle = IdleLock(clock, self)
        self._idle.idle.connect(self.lock)
        self._bind_keys()
        door.opened.connect(self._on_opened)
        door.refused.connect(self._on_refused)
        self._start_with_crisis = False

    # --- start

    def start(self, *, crisis: bool) -> None:
        """Open what can be opened without asking, then show; never wait for a slow keyring."""
        self._start_with_crisis = crisis
        if self._entrance.try_quietly():
            QTimer.singleShot(PATIENCE_MS, self._show_anyway)
        else:
            self._show_anyway()

    def _show_anyway(self) -> None:
        if self.isVisible():
            return
        if self._start_with_crisis:
            self.help_now()
        else:
            self.open_link(Link("entrance"))
        self.show()

    # --- what is seen

    @property
    def notices(self) -> NoticeBar:
        """Where short messages are shown."""
        return self.workspace.notices

    @property
    def workspace(self) -> Workspace:
        """The workspace, built when it is first needed."""
        if self._workspace is None:
            made = Workspace(Pages(self, self._entrance).build)
            made.link_requested.connect(self.open_link)
            made.help_requested.connect(self.help_now)
            made.lock_requested.connect(self.lock)
            self._workspace = made
            self.addWidget(made)
            self._offer_places()
        return self._workspace

    def open_link(self, link: Link) -> None:
        """Go to a page of the shell or of a tool; "crisis" is the crisis run."""
        if link.tool == "crisis":
            self.help_now()
            return
        self.uncover()
        self.workspace.show_page(link.tool, link.target)
        self.setCurrentWidget(self.workspace)

    def _go_on_from_entrance(self, link: Link) -> None:
        self.workspace.forget("entrance")
        if link == Link("entrance", "again"):
            self._entrance.try_quietly()
            self.open_link(Link("entrance"))
            return
        self._offer_places()
        self.open_link(link)

    def help_now(self) -> None:
        """Show the crisis run over everything, with whatever is open."""
        from copingkit.shell.crisis_host import crisis_run  # not on the way to the plan

        if self._workspace is not None:
            self._workspace.flush()
        run = crisis_run(
            self.session,
            self.preferences.country,
            self.clock,
            can_unlock=self.door.vault.exists(),
        )
        run.closed.connect(self.uncover)
        run.helplines_requested.connect(lambda: self.open_link(Link("helplines")))
        run.unlock_requested.connect(self._unlock_for_crisis)
        self._cover_with(run)
        if self.session.records is not None and self.preferences.idle_minutes:
            self._idle.start(max(self.preferences.idle_minutes, CRISIS_MINUTES))

    def _unlock_for_crisis(self) -> None:
        """From the crisis run to the lock page; once open, the run goes on with the plan."""
        self._start_with_crisis = True
        self.open_link(Link("entrance"))

    def hide_now(self) -> None:
        """Show a neutral page at once; Esc or a click on it brings everything back."""
        from copingkit.shell.hidden_page import HiddenPage  # only when it is asked for

        page = HiddenPage()
        page.back_requested.connect(self.uncover)
        self._cover_with(page)

    def uncover(self) -> None:
        """Take away what covers the workspace."""
        if self._cover is not None:
            cover, self._cover = self._cover, None
            self.removeWidget(cover)
            cover.hide()
            cover.deleteLater()
            self._restart_idle()
        if self._workspace is None or not self._workspace.current:
            self.workspace.show_page(self._first_place())
        self.setCurrentWidget(self.workspace)

    def current_view(self) -> QWidget:
        """What is seen: the crisis run, the neutral page or the page in the workspace."""
        return self._cover or self.workspace.current_page

    def _cover_with(self, cover: QWidget) -> None:
        old, self._cover = self._cover, cover
        self.addWidget(cover)
        self.setCurrentWidget(cover)
        cover.setFocus()
        if old is not None:
            self.removeWidget(old)
            old.deleteLater()

    def _first_place(self) -> str:
        if self.session.records is None:
            return "entrance"
        plan = TOOLS[0]
        return "home" if self.session.service(plan).plan.is_empty else plan.name

    def _offer_places(self) -> None:
        if self._workspace is None:
            return
        tools = {tool.name for tool in TOOLS if self.session.serves(tool)}
        foot = {"home", "search", "removed", "preferences", "lock"}
        is_open = self.session.records is not None
        self._workspace.sidebar.offer(tools | foot if is_open else tools)

    # --- open and locked

    def _on_opened(self, opened: OpenVault) -> None:
        self.session = Session(opened.records, self.clock)
        self._restart_idle()
        self._knock.listen(self.door.vault.folder)
        if self._entrance.in_first_run:
            self.workspace.forget_others("entrance")
        elif self._workspace is not None:
            self._workspace.forget_all()
        if self._start_with_crisis or self._cover is not None:
            self.help_now()
        elif not self._entrance.in_first_run:
            self._offer_places()
            self.open_link(Link(self._first_place()))
        self._start_with_crisis = False
        if not self.isVisible():
            self.show()
        QTimer.singleShot(BACKUP_AFTER_MS, self, self._back_up)

    def _on_refused(self, problem: EnvironmentProblem) -> None:
        if isinstance(problem, AlreadyOpen) and not self.isVisible():
            ask_to_raise(self.door.vault.folder)
            self.close()
            return
        self._entrance.refuse(problem)
        if not self.isVisible():
            self._show_anyway()

    def lock(self) -> None:
        """Save what is typed, close the vault, destroy every widget that held private text."""
        if self.session.records is None:
            return
        try:
            self.save_typed()
        except EnvironmentProblem as problem:
            self.workspace.notices.report(problem)
            return
        self._idle.stop()
        self._knock.stop()
        self.session = Session(None, self.clock)
        self._entrance.reset()
        self.workspace.forget_all()
        self._offer_places()
        self.door.lock()
        self.open_link(Link("entrance"))

    def come_forward(self) -> None:
        """Bring the window to the front."""
        self.showNormal()
        self.raise_()
        self.activateWindow()

    def save_typed(self) -> None:
        """Save what is being typed anywhere; raises an EnvironmentProblem when it cannot."""
        if self._workspace is not None:
            self._workspace.save_typed()

    def _restart_idle(self) -> None:
        is_open = self.session.records is not None
        self._idle.start(self.preferences.idle_minutes if is_open else 0)

    def _back_up(self) -> None:
        opened = self.door.open
        if opened is not None:
            self.tasks.run(opened.snapshot_if_due, lambda _made: None, self._on_no_backup)

    def _on_no_backup(self, problem: Exception) -> None:
        if self._workspace is not None and self.session.records is not None:
            self._workspace.notices.report(problem)

    # --- preferences

    def choose_country(self, country: str) -> None:
        """Take a country for helplines and paper."""
        self.set_preferences(self.preferences.with_country(country))

    def set_preferences(self, preferences: Preferences) -> None:
        """Keep new preferences and dress everything anew."""
        before, self.preferences = self.preferences, preferences
        try:
            self._file.save(preferences)
        except EnvironmentProblem as problem:
            self.workspace.notices.report(problem)
        if preferences == before:
            return
        theme.apply(
            preferences.theme, preferences.text_size, reduced_motion=preferences.reduced_motion
        )
        if self._cover is None:
            self._restart_idle()
        QTimer.singleShot(0, self, self._rebuild)

    def _rebuild(self) -> None:
        """Build the workspace anew in the present look and country, on the same page."""
        if self._workspace is None:
            return
        old, place = self._workspace, self._workspace.current
        if place == "entrance":
            return
        old.flush()
        self._workspace = None
        self.open_link(Link(place))
        self.removeWidget(old)
        old.deleteLater()

    # --- the window itself

    def _bind_keys(self) -> None:
        shortcuts.bind("help_now", self, self.help_now)
        shortcuts.bind("lock", self, self.lock)
        shortcuts.bind("hide", self, self.hide_now)
        shortcuts.bind("quit", self, self.close)
        shortcuts.bind("larger", self, lambda: self._resize_text(10))
        shortcuts.bind("smaller", self, lambda: self._resize_text(-10))
        for name, place in (
            ("search", "search"),
            ("home", "home"),
            ("preferences", "preferences"),
            ("help", "keys"),
        ):
            shortcuts.bind(name, self, lambda to=place: self._go_if_open(to))

    def _go_if_open(self, place: str) -> None:
        if self.session.records is not None or place == "keys":
            self.open_link(Link(place))

    def _resize_text(self, by: int) -> None:
        self.set_preferences(self.preferences.with_text_size(self.preferences.text_size + by))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            self._idle.watch(handle)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        try:
            self.save_typed()
        except EnvironmentProblem as problem:
            # The first try to close tells what would be lost; the second one closes.
            if not self.property("closing"):
                self.setProperty("closing", True)  # noqa: FBT003
                self.workspace.notices.report(problem)
                event.ignore()
                return
        self.door.lock()
        self.tasks.stop()
        event.accept()
        QApplication.quit()
