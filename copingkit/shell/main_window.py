"""The window: joins the stage with what opens and locks, and decides where one is."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from copingkit.core.clock import Clock
from copingkit.core.errors import EnvironmentProblem
from copingkit.core.links import Link
from copingkit.preferences.preferences import Preferences
from copingkit.shell import window_keys
from copingkit.shell.choices import Choices
from copingkit.shell.covers import Covers
from copingkit.shell.custody import Custody
from copingkit.shell.door import Door
from copingkit.shell.entrance import Entrance
from copingkit.shell.pages import Pages
from copingkit.shell.session import Session
from copingkit.shell.stage import Stage
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.tasks import Tasks
from copingkit.ui.widgets.notice_bar import NoticeBar

SECOND_CLOSE_S = 120  # a close within this after a refused one is meant


class MainWindow(QWidget):
    """Joins the door, the session, the preferences and the stage."""

    def __init__(self, door: Door, choices: Choices, clock: Clock, tasks: Tasks) -> None:
        super().__init__()
        self.door, self.choices, self.clock, self.tasks = door, choices, clock, tasks
        self._close_refused_at: float | None = None
        entrance = Entrance(door, tasks, choices, self)
        self._pages = Pages(self, entrance)
        self.stage = Stage(self._pages.build)
        self._covers = Covers(self.stage, self, self)
        self._custody = Custody(self, self.stage, self._covers, entrance)
        self._build()
        self._connect()
        entrance.country_chosen.connect(choices.take_country)
        window_keys.bind(self)

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
        self._covers.link_requested.connect(self.open_link)
        custody = self._custody
        custody.ready.connect(self._on_ready)
        custody.needless.connect(self.close)
        custody.upkeep.heard.connect(self._on_heard)
        custody.upkeep.failed.connect(self._report)
        custody.upkeep.emptied.connect(lambda: self.forget_page("removed"))
        self.choices.changed.connect(self._on_choices_changed)
        self.choices.dressed.connect(self._on_dressed)
        self.choices.unsaved.connect(self._report)

    def start(self, *, crisis: bool) -> None:
        """Open what can be opened without asking, then show; never wait for a slow keyring."""
        self._custody.start(crisis=crisis)

    # --- what there is

    @property
    def session(self) -> Session:
        """What is in use between unlocking and locking."""
        return self._custody.session

    @property
    def preferences(self) -> Preferences:
        """The preferences in use."""
        return self.choices.now

    @property
    def notices(self) -> NoticeBar:
        """Where short messages are shown."""
        return self.stage.notices

    @property
    def current_view(self) -> QWidget:
        """The page, crisis run or neutral page that is seen."""
        return self.stage.current_view

    # --- where one is

    def open_link(self, link: Link) -> None:
        """Go to a page of the shell or of a tool; "crisis" is the crisis run."""
        if link.tool == "crisis":
            self.help_now()
            return
        if link == Link("keys") and self._covers.under_way:
            self._covers.show_keys()
            return
        try:
            if link.tool == "exercises" and link.target.startswith("play/"):
                self._play(link)
            else:
                self.stage.show_link(link)
        except EnvironmentProblem as problem:  # the page could not be read from the vault
            self.notices.report(problem)

    def _play(self, link: Link) -> None:
        try:
            self._custody.play(self._pages.surroundings(), link)
        except KeyError:  # an own exercise that was removed meanwhile
            self.notices.say(translate("MainWindow", "This exercise is not there any more."))

    def forget_page(self, name: str) -> None:
        """Have a page built anew when it is next shown."""
        if self.stage.place != name:
            self.stage.forget(name)

    def help_now(self) -> None:
        """Show the crisis run over everything, with whatever is open."""
        self._custody.help_now()

    def hide_now(self) -> None:
        """Show a neutral page at once."""
        self._covers.hide()

    def lock(self) -> None:
        """Save what is typed and close the vault; nothing where none is open."""
        self._custody.lock()

    def come_forward(self) -> None:
        """Bring the window to the front."""
        self.showNormal()
        self.raise_()
        self.activateWindow()

    # --- what happens around it

    def _on_ready(self) -> None:
        theme.wear(self)  # only now: the first page was quicker to build without
        self.show()
        if self.choices.was_broken:
            said = translate(
                "MainWindow",
                "Your preferences could not be read, so the usual ones are used. The old file "
                "was kept under a new name.",
            )
            self.notices.say(said)

    def _on_heard(self, for_help: bool) -> None:
        self.come_forward()
        if for_help:
            self.help_now()

    def _report(self, problem: Exception) -> None:
        self.notices.report(problem)

    def _on_choices_changed(self) -> None:
        if not self.stage.covered:
            self._custody.restart_idle()

    def _on_dressed(self) -> None:
        # later: the change may come from a field of the page that is about to go
        QTimer.singleShot(0, self, self.stage.rebuild)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            self._custody.upkeep.watch(handle)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        try:
            self.stage.save_typed()
        except EnvironmentProblem as problem:
            if not self._close_is_meant():  # the first try tells what would be lost
                self._custody.tell(problem)
                event.ignore()
                return
        self._custody.upkeep.stop()
        self.door.lock()
        self.tasks.stop()
        event.accept()
        QApplication.quit()

    def _close_is_meant(self) -> bool:
        before, self._close_refused_at = self._close_refused_at, self.clock.steady()
        return before is not None and self._close_refused_at - before < SECOND_CLOSE_S
