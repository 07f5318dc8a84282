"""Search over everything: one field, one list, never a widget a hit."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QListView, QSizePolicy, QWidget
from typing_extensions import override

from copingkit.core.links import Link
from copingkit.core.records import Hit
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.layout import column, holder, row
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.text import field_label, label

WAIT_MS = 150
MOST = 50
Search = Callable[[str], list[Hit]]
_Index = QModelIndex | QPersistentModelIndex


class HitModel(QAbstractListModel):
    """Hits as rows: the line that was found, and the tool that it is in."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        super().__init__()
        self._titles = titles
        self.hits: list[Hit] = []

    def show_hits(self, hits: list[Hit]) -> None:
        """Show at most MOST of these instead of what was there."""
        self.beginResetModel()
        self.hits = hits[:MOST]
        self.endResetModel()

    def link(self, row: int) -> Link:
        """Where the hit of a row is."""
        hit = self.hits[row]
        return Link(hit.kind.partition(".")[0], hit.target or hit.record_id)

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return len(self.hits)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        tool = hit.kind.partition(".")[0]
        place = self._titles.get(tool, tool)
        line = " ".join(hit.text.split())
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{line}\n{place}"
        return f"{line}, {place}" if role == Qt.ItemDataRole.AccessibleTextRole else None


class SearchPage(QWidget):
    """Searches 150 ms after the last letter; a click opens a hit, so does Enter in the list.

    Enter and Down lead from the field to the first one.
    """

    open_requested = Signal(Link)

    def __init__(self, search: Search, titles: Mapping[str, str]) -> None:
        """`search` gives the hits of a query; `titles` are the tools' titles by their name."""
        super().__init__()
        self._search = search
        self.field = _Field()
        self.model = HitModel(titles)
        self.view = _List()
        self.view.setModel(self.model)
        self._state = label("", "muted")
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self._run)
        name = field_label(translate("SearchPage", "Words to look for"), self.field)
        title = label(translate("SearchPage", "Search"), "h1")
        inside = column(title, name, self.field, self._state, self.view, None)
        inside.setContentsMargins(theme.px(32), theme.px(28), theme.px(32), theme.px(16))
        text = holder(inside)
        text.setMaximumWidth(theme.px(theme.COLUMN + 64))
        centred = row(None, text, None, spacing=0)
        centred.setStretchFactor(text, 1000)
        self.setLayout(centred)
        self.field.textChanged.connect(lambda _text: self._wait.start())
        self.field.returnPressed.connect(self._to_list)
        self.field.down_pressed.connect(self._to_list)
        self.view.chosen.connect(self._on_chosen)
        self._show_state("")

    def show_target(self, target: str) -> None:
        """Look for `target`; with an empty one, make ready to type."""
        if target:
            self.field.setText(target)
        elif self.model.hits:
            self._run()  # what was found before may have changed or gone since
        self.field.setFocus()
        self.field.selectAll()

    def clear(self) -> None:
        """Forget the query and what it found."""
        self.field.setText("")
        self._wait.stop()
        self._run()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.field.setFocus()

    def _run(self) -> None:
        self._wait.stop()
        query = self.field.text().strip()
        self.model.show_hits(self._search(query) if query else [])
        self._show_state(query)

    def _show_state(self, query: str) -> None:
        found = len(self.model.hits)
        if not query:
            said = translate("SearchPage", "It looks through everything you wrote.")
        elif not found:
            said = translate("SearchPage", "Nothing found. Try fewer words, or only their start.")
        elif found == MOST:
            said = translate("SearchPage", "The first 50 are shown. One more word finds less.")
        else:
            said = translate("SearchPage", "Found: {count}").replace("{count}", str(found))
        self._state.setText(said)
        self.view.setVisible(bool(found))
        if query:
            announce(self, said)

    def _to_list(self) -> None:
        if self._wait.isActive():
            self._run()
        if self.model.hits:
            self.view.setCurrentIndex(self.model.index(0, 0))
            self.view.setFocus()

    def _on_chosen(self, row: int) -> None:
        self.open_requested.emit(self.model.link(row))


class _Field(QLineEdit):
    """One line that says when Down is pressed, where more is below."""

    down_pressed = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        else:
            super().keyPressEvent(event)


class _List(QListView):
    """Rows that open by Enter or by one click."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(translate("SearchPage", "What was found"))
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # as high as what was found, up to the room there is: no empty box below one hit
        self.setSizeAdjustPolicy(QListView.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if opens and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
