"""The sidebar, the page beside it and the notices below: what one works in."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from copingkit.core.errors import EnvironmentProblem
from copingkit.core.links import Link
from copingkit.shell.registry import TOOLS
from copingkit.shell.sidebar import Sidebar
from copingkit.ui import theme
from copingkit.ui.widgets.layout import holder, row
from copingkit.ui.widgets.notice_bar import NoticeBar

Builder = Callable[[str], QWidget]


class Workspace(QWidget):
    """Shows one page at a time; a page is built when it is first asked for and then kept."""

    link_requested = Signal(Link)
    help_requested = Signal()
    lock_requested = Signal()

    def __init__(self, build: Builder) -> None:
        """`build` makes the page of a name ("home", a tool's name, "preferences", ...)."""
        super().__init__()
        self.setProperty("look", "window")
        self._build = build
        self._pages: dict[str, QWidget] = {}
        self.current = ""
        self.sidebar = Sidebar([(tool.name, tool.title(), tool.icon) for tool in TOOLS])
        self.sidebar.link_requested.connect(self.link_requested)
        self.sidebar.help_requested.connect(self.help_requested)
        self.sidebar.lock_requested.connect(self.lock_requested)
        self._stack = QStackedWidget()
        self.notices = NoticeBar()
        box = QVBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._stack, 1)
        margin = theme.px(12)
        self._foot = holder(row(self.notices, margins=(12, 0, 12, 12)), "page-body")
        self._foot.setMinimumHeight(margin)
        box.addWidget(self._foot)
        whole = row(self.sidebar, holder(box), spacing=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def show_page(self, name: str, target: str = "", *, below: bool = False) -> None:
        """Bring a page to the front, and what `target` names in it into view.

        `below`: something lies over the workspace and keeps the keyboard.
        """
        self.flush()
        if name not in self._pages:
            self._pages[name] = self._build(name)
            self._stack.addWidget(self._pages[name])
        self.current = name
        page = self._pages[name]
        self._stack.setCurrentWidget(page)
        self.sidebar.show_current(name)
        show_target = getattr(page, "show_target", None)
        if show_target is not None:
            show_target(target)
        if not below:
            self._bring_keyboard(page)

    def _bring_keyboard(self, page: QWidget) -> None:
        """By a key or a link the keyboard goes along; who chose in the sidebar stays there."""
        focus = QApplication.focusWidget()
        if focus is None or page.isAncestorOf(focus) or self.sidebar.has(focus):
            return
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Give it to the page in front, if there is one."""
        front = self._pages.get(self.current)  # of it what one sees, which has a name to say
        while isinstance(front, QStackedWidget) and (inner := front.currentWidget()) is not None:
            front = inner
        if front is not None:
            front.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def current_page(self) -> QWidget:
        """The page in front."""
        return self._pages[self.current]

    def flush(self) -> None:
        """Save what is being typed; a problem is shown and what was typed stays on the page."""
        try:
            self.save_typed()
        except EnvironmentProblem as problem:
            self.notices.report(problem)

    def save_typed(self) -> None:
        """Save what is being typed on any page; raises an EnvironmentProblem when it cannot."""
        flush_all(self._pages.values())

    def hand_over(self, name: str, other: Workspace) -> None:
        """Give a page that is there to another workspace, with the keyboard if it has it."""
        page = self._pages.pop(name, None)
        if page is None:
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and page.isAncestorOf(focus)
        self._stack.removeWidget(page)
        other._pages[name] = page
        other._stack.addWidget(page)
        if focus is not None and had_focus:
            QTimer.singleShot(0, focus, focus.setFocus)  # once it is shown again

    def forget(self, *names: str) -> None:
        """Destroy these pages: they are built anew when next asked for."""
        for name in names:
            page = self._pages.pop(name, None)
            if page is not None:
                self._stack.removeWidget(page)
                page.setParent(None)
                page.deleteLater()
        if self.current not in self._pages:
            self.current = ""
        self.notices.clear()

    def forget_others(self, kept: str) -> None:
        """Destroy every page but one."""
        self.forget(*(name for name in self._pages if name != kept))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sidebar.fit(self)


def flush_all(widgets: Iterable[QWidget]) -> None:
    """Have each save what is typed in it; the first problem is raised once all have tried."""
    met: EnvironmentProblem | None = None
    for widget in widgets:
        flush = getattr(widget, "save_typed", None) or getattr(widget, "flush", None)
        if flush is not None:
            try:
                flush()
            except EnvironmentProblem as problem:
                met = met or problem
    if met is not None:
        raise met
