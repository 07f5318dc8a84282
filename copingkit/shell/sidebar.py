"""The way around: Help me now above all, the tools, and the foot with Search and Lock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from copingkit.core.links import Link
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.layout import column, holder
from copingkit.ui.widgets.steady_pane import SteadyPane

WIDTH = 224  # 208 cuts "Recently removed" where the system font is wide
NARROW_BELOW = 900  # window width at 100 % under which only icons and one word stay
_WITHIN = {"print": "safety_plan", "recovery": "preferences"}  # pages without an own place


class Sidebar(QFrame):
    """Emits where to go; knows nothing of the pages."""

    link_requested = Signal(Link)
    help_requested = Signal()
    lock_requested = Signal()

    def __init__(self, tools: Sequence[tuple[str, str, str]]) -> None:
        """Make the bar for `tools`: (name, title, icon) in their order."""
        super().__init__()
        self.setProperty("look", "sidebar")
        self._narrow: bool | None = None
        self._texts: dict[QPushButton, str] = {}
        self._places: dict[str, QPushButton] = {}
        self._help = button(
            translate("Sidebar", "Help me now"),
            self.help_requested.emit,
            look="crisis",
            icon="lifebelt",
        )
        self._lifebelt = self._help.icon()
        self._list = _List()
        self._name(self._help)
        head = holder(column(self._help, margins=(12, 0, 12, 0)))
        whole = column(head, self._list, margins=(0, 16, 0, 0))
        self.setLayout(whole)
        self._add_places(self._list.box, tools)
        self.set_narrow(narrow=False)

    def _add_places(self, box: QVBoxLayout, tools: Sequence[tuple[str, str, str]]) -> None:
        self._place(box, "home", translate("Sidebar", "Home"), "home")
        for name, title, icon in tools:
            self._place(box, name, title, icon)
        box.addStretch(1)
        self._place(box, "search", translate("Sidebar", "Search"), "search")
        self._place(box, "removed", translate("Sidebar", "Recently removed"), "bin")
        self._place(box, "preferences", translate("Sidebar", "Preferences"), "sliders")
        self._place(box, "entrance", translate("Sidebar", "Unlock"), "key")
        self._place(box, "setup", translate("Sidebar", "Set up"), "key", "entrance")
        lock = button(
            translate("Sidebar", "Lock"), self.lock_requested.emit, look="nav", icon="lock"
        )
        self._places["lock"] = lock
        self._add(box, lock)

    def _place(self, box: QVBoxLayout, name: str, title: str, icon: str, to: str = "") -> None:
        link = Link(to or name)
        made = button(
            title, lambda: self.link_requested.emit(link), look="nav", icon=icon, stays=True
        )
        self._places[name] = made
        self._add(box, made)

    def _add(self, box: QVBoxLayout, made: QPushButton) -> None:
        self._name(made)
        box.addWidget(made)

    def _name(self, made: QPushButton) -> None:
        self._texts[made] = made.text()
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_current(self, name: str) -> None:
        """Mark the place that is on the screen; an unknown name marks none."""
        for place, made in self._places.items():
            made.setChecked(place == _WITHIN.get(name, name))

    def has(self, widget: QWidget) -> bool:
        """Whether this is one of the places."""
        return widget in self._places.values()

    def offer(self, names: set[str]) -> None:
        """Show only these places; Help me now always stays."""
        for place, made in self._places.items():
            made.setVisible(place in names)

    def fit(self, window: QWidget) -> None:
        """Show words or only icons, by the width of the window."""
        self.set_narrow(narrow=window.width() < theme.px(NARROW_BELOW))

    def set_narrow(self, *, narrow: bool) -> None:
        """Show only the icons, their words as tooltips; Help is the one word that stays."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.setFixedWidth(theme.px(72 if narrow else WIDTH))
        for made, text in self._texts.items():
            made.setText("" if narrow else text)
            made.setToolTip(text.strip() if narrow else "")
        if narrow:
            self._help.setText(translate("Sidebar", "Help"))
        self._help.setIcon(QIcon() if narrow else self._lifebelt)
        theme.set_look(self._help, "crisis-word" if narrow else "crisis")


class _List(SteadyPane):
    """The places under Help me now; large text in a low window makes them scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Sidebar", "Places"))
        self.box = column(spacing=0, margins=(12, 2, 12, 4))
        inside = holder(self.box)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)  # the bar's own colour shows
        self.verticalScrollBar().rangeChanged.connect(self._on_range)

    def _on_range(self, _least: int, most: int) -> None:
        """The scroll bar stands where the edge was, so that the places keep their width."""
        edges = self.box.contentsMargins()
        edges.setRight(0 if most else edges.left())
        self.box.setContentsMargins(edges)
