"""What is seen: the workspace, and over it the crisis run or the neutral page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from copingkit.core.errors import EnvironmentProblem
from copingkit.core.links import Link
from copingkit.shell.workspace import Workspace
from copingkit.ui.widgets.notice_bar import NoticeBar

PRINT = Link("safety_plan", "print")


class Stage(QStackedWidget):
    """Shows one thing at a time; the workspace is built when it is first needed."""

    link_requested = Signal(Link)
    help_requested = Signal()
    lock_requested = Signal()
    uncovered = Signal()

    def __init__(self, build: Callable[[str], QWidget]) -> None:
        """`build` makes a page of the workspace by its name."""
        super().__init__()
        self._build = build
        self._places: set[str] = set()
        self._made: Workspace | None = None
        self._cover: QWidget | None = None

    @property
    def workspace(self) -> Workspace:
        """The workspace."""
        if self._made is None:
            made = Workspace(self._build)
            made.link_requested.connect(self.link_requested)
            made.help_requested.connect(self.help_requested)
            made.lock_requested.connect(self.lock_requested)
            made.sidebar.offer(self._places)
            self._made = made
            self.addWidget(made)
        return self._made

    @property
    def notices(self) -> NoticeBar:
        """Where short messages are shown."""
        return self.workspace.notices

    @property
    def covered(self) -> bool:
        """Whether something lies over the workspace."""
        return self._cover is not None

    @property
    def current_view(self) -> QWidget:
        """What is seen: the crisis run, the neutral page or the page in the workspace."""
        return self._cover or self.workspace.current_page

    @property
    def place(self) -> str:
        """The name of the page in the workspace; empty while there is none."""
        return self._made.current if self._made is not None else ""

    def offer(self, places: set[str]) -> None:
        """Show only these places in the sidebar."""
        self._places = places
        if self._made is not None:
            self._made.sidebar.offer(places)

    def show_link(self, link: Link) -> None:
        """Bring a page of the workspace to the front."""
        self.uncover()
        if link == PRINT:
            self.forget("print")  # it shows the plan as it was when the page was built
            link = Link("print")
        if self.place != "home":
            self.forget("home")  # it speaks of days and of the plan as it is now
        self.workspace.show_page(link.tool, link.target)
        self.setCurrentWidget(self.workspace)

    def cover_with(self, cover: QWidget) -> None:
        """Lay something over the workspace, in place of what lay there."""
        old, self._cover = self._cover, cover
        self.addWidget(cover)
        self.setCurrentWidget(cover)
        cover.setFocus()
        if old is not None:
            self._discard(old)

    def uncover(self) -> None:
        """Take away what lies over the workspace."""
        if self._cover is None:
            return
        cover, self._cover = self._cover, None
        if self._made is not None:
            self.setCurrentWidget(self._made)
        self._discard(cover)
        self.uncovered.emit()

    def forget(self, name: str) -> None:
        """Have a page built anew when it is next shown."""
        if self._made is not None:
            self._made.forget(name)

    def forget_all(self, but: str = "") -> None:
        """Destroy every page, but perhaps one."""
        if self._made is not None:
            self._made.forget_others(but)

    def flush(self) -> None:
        """Save what is being typed anywhere, and say so when it cannot be."""
        try:
            self.save_typed()
        except EnvironmentProblem as problem:
            self.notices.report(problem)

    def save_typed(self) -> None:
        """Save what is being typed anywhere; raises an EnvironmentProblem when it cannot."""
        flush = getattr(self._cover, "flush", None)
        if flush is not None:
            flush()
        if self._made is not None:
            self._made.save_typed()

    def rebuild(self) -> None:
        """Build the workspace anew in the present look, on the same page."""
        old, place = self._made, self.place
        if old is None or place == "entrance":
            return
        old.flush()
        focused = str(getattr(old.current_page, "focused", "")) if place else ""
        self._made = None
        if place:
            self.workspace.show_page(place, focused)
        if not self.covered:
            self.setCurrentWidget(self.workspace)
        self._discard(old)

    def _discard(self, widget: QWidget) -> None:
        self.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
