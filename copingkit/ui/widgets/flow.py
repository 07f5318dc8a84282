"""A line of widgets that wraps like text, for buttons and chips at any text size."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override

from copingkit.ui import theme

_Line: TypeAlias = list[tuple[QLayoutItem, QSize]]


class Flow(QLayout):
    """Places its items side by side and goes on in a new line when the room ends."""

    def __init__(self, *widgets: QWidget, spacing: int = 8, centred: bool = False) -> None:
        """`centred`: each line stands in the middle of the width, its items in its own middle."""
        super().__init__()
        self._centred = centred
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width, until something in it changes
        self.setSpacing(theme.px(spacing))
        self.setContentsMargins(QMargins())
        for widget in widgets:
            self.addWidget(widget)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        kept = self._heights.get(width)
        if kept is None:
            kept = self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return kept

    @override
    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(max(rect.width(), 1)):
            height = max(size.height() for _item, size in line)
            if move:
                self._set(line, QRect(rect.x(), y, rect.width(), height))
            y += height + self.spacing()
        return max(0, y - self.spacing() - rect.y())

    def _lines(self, width: int) -> list[_Line]:
        lines: list[_Line] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():  # hidden: takes no room and no gap
                continue
            size = item.sizeHint().boundedTo(QSize(width, 10_000))
            if item.hasHeightForWidth():  # words that could take two lines, and need one here
                size.setHeight(item.heightForWidth(size.width()))
            taken += self.spacing() + size.width()
            if not lines or taken > width:
                lines.append([])
                taken = size.width()
            lines[-1].append((item, size))
        return lines

    def _set(self, line: _Line, rect: QRect) -> None:
        parent = self.parentWidget()
        back = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        whole = sum(size.width() for _item, size in line) + self.spacing() * (len(line) - 1)
        x = (rect.width() - whole) // 2 if self._centred else 0
        for item, size in line:
            left = rect.right() + 1 - x - size.width() if back else rect.x() + x
            down = (rect.height() - size.height()) // 2 if self._centred else 0
            item.setGeometry(QRect(QPoint(left, rect.y() + down), size))
            x += size.width() + self.spacing()
