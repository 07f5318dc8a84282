"""The numbers of a chart as a table: a model and a view, so that thousands of rows cost nothing."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from copingkit.ui import theme
from copingkit.ui.charts.column_widths import fitted
from copingkit.ui.charts.lettering import Lettering, line_height, width_of
from copingkit.ui.charts.reading import Table
from copingkit.ui.language import translate

DASH = "–"
_Index = QModelIndex | QPersistentModelIndex
_SIZE = 13  # of the texts, as in the style sheet
_ROWS = 10  # at most so many are high; the rest is scrolled to
_MEASURED = 50  # rows that are looked at for the widths of the columns
_NARROWEST = 150  # pixels at 100 % to which a long text may be cut, before one has to scroll
_ASIDE = 14  # pixels at 100 % beside a text
_READ = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}
_WRAPPED = Qt.AlignmentFlag(
    Qt.AlignmentFlag.AlignLeading.value
    | Qt.AlignmentFlag.AlignBottom.value
    | Qt.TextFlag.TextWordWrap.value
)


class NumbersModel(QAbstractTableModel):
    """A table's texts; a dash is read out as what it means."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table = table

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return len(self.table.rows)

    @override
    def columnCount(self, parent: _Index | None = None) -> int:
        return len(self.table.columns)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = self.table.rows[index.row()][index.column()]
            return translate("Chart", "not said") if text == DASH else text
        return self.table.rows[index.row()][index.column()] if role in _READ else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role not in _READ:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.table.columns[section]
        return self.table.rows[section][0]  # not seen; a screen reader names the row by it


class NumbersTable(QTableView):
    """Arrow keys go through the cells, Tab leaves it; `row_opened` comes with Enter, two clicks."""

    row_opened = Signal(int)

    def __init__(self, name: str, table: Table) -> None:
        super().__init__()
        self.setAccessibleName(name)
        # What Qt would make itself has PySide set up all its widget classes when it is asked for.
        self.setViewport(QWidget())
        self._head, upright = _Head(Qt.Orientation.Horizontal), _Head(Qt.Orientation.Vertical)
        self.setHorizontalHeader(self._head)
        self.setVerticalHeader(upright)
        upright.setDefaultSectionSize(theme.px(34))
        upright.hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.activated.connect(lambda index: self.row_opened.emit(index.row()))
        self._natural: list[float] = []
        self._in_full: list[float] = []  # with each title in one line
        self.show_table(table)

    def show_table(self, table: Table) -> None:
        """Show other numbers in its place."""
        old, self._shown = self.model(), NumbersModel(table)
        self.setModel(self._shown)
        if old is not None:
            old.deleteLater()
        self._natural = self._widths(table)
        titles = (width_of(title, self._font()) for title in table.columns)
        titled = zip(self._natural, titles, strict=True)
        self._in_full = [max(width, title + 2 * theme.px(_ASIDE) + 1) for width, title in titled]
        self._fit()

    def _widths(self, table: Table) -> list[float]:
        """How wide each column is by what is in it, its title wrapped between words."""
        font, widths = self._font(), []
        for number, title in enumerate(table.columns):
            texts = [row[number] for row in table.rows[:_MEASURED]]
            needed = [width_of(text, font) for text in texts]
            needed += [width_of(word, font) for word in title.split()]
            widths.append(max(needed, default=0) + 2 * theme.px(_ASIDE))
        return widths

    def _fit(self) -> None:
        """Columns that fill the width where they can; as high as the rows, up to some."""
        table = self._shown.table
        room = self.width() - theme.px(16)
        wanted = self._in_full if sum(self._in_full) <= room else self._natural
        font, widths = self._font(), fitted(wanted, room, theme.px(_NARROWEST))
        tall = line_height(font)
        for number, (title, width) in enumerate(zip(table.columns, widths, strict=True)):
            self.setColumnWidth(number, round(width))
            inner = width - 2 * theme.px(_ASIDE) + 1
            tall = max(tall, Lettering(title, font, inner).height)
        self._head.setFixedHeight(round(tall) + theme.px(12))
        scrolled = theme.px(14) if sum(widths) > room else 0
        rows = min(len(table.rows), _ROWS) * theme.px(34)
        self.setFixedHeight(rows + self._head.height() + scrolled + 6)

    def _font(self) -> QFont:
        made = QFont(self.font())
        made.setPixelSize(theme.px(_SIZE))
        return made

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()


class _Head(QHeaderView):
    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.setViewport(QWidget())
        self.setHighlightSections(False)
        self.setDefaultAlignment(_WRAPPED)
