"""Rows, columns, cards and the page's column, with spacing that grows with the text size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from copingkit.ui import theme
from copingkit.ui.widgets import steady_pane

Item = QWidget | QLayout | int | None


def column(
    *items: Item, spacing: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Items from top to bottom: a widget, a layout, a number of pixels, or None for a stretch."""
    made = QVBoxLayout()
    _fill(made, items, spacing, margins)
    return made


def row(
    *items: Item, spacing: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QHBoxLayout:
    """Items from the start of the line to its end, like `column`."""
    made = QHBoxLayout()
    _fill(made, items, spacing, margins)
    return made


def _fill(
    into: QHBoxLayout | QVBoxLayout,
    items: tuple[Item, ...],
    spacing: int,
    margins: tuple[int, int, int, int],
) -> None:
    into.setSpacing(theme.px(spacing))
    into.setContentsMargins(*(theme.px(side) for side in margins))
    for item in items:
        if isinstance(item, QWidget):
            into.addWidget(item)
        elif isinstance(item, QLayout):
            into.addLayout(item)
        elif item is None:
            into.addStretch(1)
        else:
            into.addSpacing(theme.px(item))


def holder(layout: QLayout, look: str = "") -> QWidget:
    """A bare widget around a layout, so that it can be hidden or replaced."""
    made = QWidget()
    if look:
        made.setProperty("look", look)
        made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setLayout(layout)
    return made


class Card(QFrame):
    """A quiet box with a thin border; `body` takes what is in it."""

    def __init__(self, *items: Item, look: str = "card", spacing: int = 8) -> None:
        super().__init__()
        self.setProperty("look", look)
        self.body = column(*items, spacing=spacing, margins=(20, 16, 20, 16))
        self.setLayout(self.body)


class PageColumn(QScrollArea):
    """A page: one scrolling column of text width, centred in the room there is.

    `body` takes the page's content from top to bottom.
    """

    def __init__(self, name: str, *, width: int = theme.COLUMN, spacing: int = 16) -> None:
        steady_pane.install()
        super().__init__()
        # Asking for a viewport that Qt made itself has PySide set up all its widget classes at
        # once to find out which it is: some 50 ms on the way to the plan.
        self.setViewport(QWidget())
        self.setProperty("look", "page")
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = column(spacing=spacing, margins=(32, 28, 32, 32))
        inside = holder(self.body)
        inside.setMaximumWidth(theme.px(width + 64))
        centred = row(spacing=0)
        centred.addStretch(1)
        centred.addWidget(inside, 1000)
        centred.addStretch(1)
        self._outside = holder(centred, "page-body")
        self._outside.installEventFilter(self)
        self.setWidget(self._outside)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._outside and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as tall as wrapped text needs at this width; a scroll area alone would squeeze it."""
        layout = self._outside.layout()
        if layout is not None:
            needed = layout.totalHeightForWidth(self.viewport().width())
            self._outside.setMinimumHeight(max(needed, 0))

    def flush(self) -> None:
        """Nothing is being typed on a plain page."""

    def show_target(self, target: str) -> None:
        """A plain page has only its top."""
        if not target:
            self.verticalScrollBar().setValue(0)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and destroy its widgets."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
