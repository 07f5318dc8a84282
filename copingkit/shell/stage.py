"""What is seen: the workspace, and over it the crisis run or the neutral page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from copingkit.core.errors import EnvironmentProblem
from copingkit.core.links import Link
from copingkit.shell.workspace import Workspace, flush_all
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
        self._covers: list[QWidget] = []

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
        return bool(self._covers)

    @property
    def current_view(self) -> QWidget:
        """What is seen: the crisis run, the neutral page or the page in the workspace."""
        return self._covers[-1] if self._covers else self.workspace.current_page

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
        """Bring a page of the workspace to the front, and nothing over it."""
        self._discard_covers()
        if link == PRINT:
            self.forget("print")  # it shows the plan as it was when the page was built
            link = Link("print")
        if link.tool == "home":
            self.forget("home")  # it speaks of days and of the plan as it is now
        self.workspace.show_page(link.tool, link.target)
        self.setCurrentWidget(self.workspace)

    def cover_with(self, cover: QWidget, *, keep: bool = False) -> None:
        """Lay something over the workspace; what lay there before stays below it if `keep`."""
        below = [] if keep else self._covers
        self._covers = [*self._covers, cover] if keep else [cover]
        self.addWidget(cover)
        self.setCurrentWidget(cover)
        cover.setFocus()
        for old in below:
            self._discard(old)

    def uncover(self) -> None:
        """Take away the topmost of what lies over the workspace."""
        if len(self._covers) < 2:
            self._discard_covers()
            return
        top = self._covers.pop()
        self.setCurrentWidget(self._covers[-1])
        self._covers[-1].setFocus()
        self._discard(top)

    def _discard_covers(self) -> None:
        if not self._covers:
            return
        covers, self._covers = self._covers, []
        if self._made is not None:
            rebuilt = self._made.focusWidget() is None  # nothing in it ever had the keyboard
            self.setCurrentWidget(self._made)
            if rebuilt:
                self._made.take_keyboard()
        for cover in covers:
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
        """Save what is being typed anywhere; raises an EnvironmentProblem when some of it cannot.

        One thing that cannot be saved keeps no other from being saved.
        """
        flush_all([*self._covers, *([self._made] if self._made is not None else [])])

    def rebuild(self) -> None:
        """Build the workspace anew in the present look, on the same page.

        The entrance stays the one it is: it may be showing the recovery words.
        """
        old, place = self._made, self.place
        if old is None:
            return
        self.flush()
        focused = str(getattr(old.current_page, "focused", "")) if place else ""
        self._made = None
        old.hand_over("entrance", self.workspace)
        if place:
            self.workspace.show_page(place, focused, below=self.covered)
        if not self.covered:
            self.setCurrentWidget(self.workspace)
        self._discard(old)

    def _discard(self, widget: QWidget) -> None:
        self.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
