"""Rows, columns, cards and the page's column, with spacing that grows with the text size."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from copingkit.ui import theme
from copingkit.ui.widgets.steady_pane import SteadyPane
from copingkit.ui.widgets.tab_order import first_stop, follow_layout, next_stop

Item = QWidget | QLayout | int | None
Edges = tuple[int, int, int, int]  # left, top, right, bottom
_PAGE_EDGES: Final = (32, 28, 32, 32)
_CARD_EDGES: Final = (20, 16, 20, 16)
_ROOM: Final = 48  # what is scrolled to keeps this distance from the edge
_NEAR: Final = 50  # as much as Qt itself leaves around what Tab went to
_TIGHT_BELOW: Final = 480  # width of a page at 100 % under which edges take less of it
_TIGHT_PAGE_EDGES: Final = (16, 20, 16, 24)
_TIGHT_CARD_EDGES: Final = (12, 12, 12, 12)


def column(*items: Item, spacing: int = 8, margins: Edges = (0, 0, 0, 0)) -> QVBoxLayout:
    """Items from top to bottom: a widget, a layout, a number of pixels, or None for a stretch."""
    made = QVBoxLayout()
    _fill(made, items, spacing, margins)
    return made


def row(*items: Item, spacing: int = 8, margins: Edges = (0, 0, 0, 0)) -> QHBoxLayout:
    """Items from the start of the line to its end, like `column`."""
    made = QHBoxLayout()
    _fill(made, items, spacing, margins)
    return made


def _fill(
    into: QHBoxLayout | QVBoxLayout,
    items: tuple[Item, ...],
    spacing: int,
    margins: Edges,
) -> None:
    into.setSpacing(theme.px(spacing))
    into.setContentsMargins(*_scaled(margins))
    for item in items:
        if isinstance(item, QWidget):
            into.addWidget(item)
        elif isinstance(item, QLayout):
            into.addLayout(item)
        elif item is None:
            into.addStretch(1)
        else:
            into.addSpacing(theme.px(item))


def _scaled(margins: Edges) -> Edges:
    left, top, right, bottom = margins
    return theme.px(left), theme.px(top), theme.px(right), theme.px(bottom)


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
        self._tight = False
        self.body = column(*items, spacing=spacing, margins=_CARD_EDGES)
        self.setLayout(self.body)

    def set_tight(self, tight: bool) -> None:
        """Give the content more of the width, or as much as usual."""
        if tight != self._tight:
            self._tight = tight
            self.body.setContentsMargins(*_scaled(_TIGHT_CARD_EDGES if tight else _CARD_EDGES))


class PageColumn(SteadyPane):
    """A page: one scrolling column of text width, centred in the room there is.

    `body` takes the page's content from top to bottom. With little room the edges give way; what
    is still wider than the window can be scrolled to.
    """

    def __init__(
        self,
        name: str,
        *,
        width: int = theme.COLUMN,
        spacing: int = 16,
        edges: Edges = _PAGE_EDGES,
    ) -> None:
        """`edges`: left, top, right and bottom margin while there is room, in pixels at 100 %."""
        super().__init__()
        self.setProperty("look", "page")
        self.setAccessibleName(name)
        self._tight, self._edges = False, edges
        self.body = column(spacing=spacing, margins=edges)
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
        self._give_way()
        layout = self._outside.layout()
        if layout is not None:
            needed = layout.totalHeightForWidth(self.viewport().width())
            self._outside.setMinimumHeight(max(needed, 0))

    def scroll_by_itself(self, by_itself: bool) -> None:
        """Or have what it lies in scroll all of it: a bar that stays would keep its width."""
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if by_itself else policy.ScrollBarAlwaysOff
        )

    def whole_height(self, width: int) -> int:
        """How high it would have to be, so wide, for nothing in it to scroll up and down."""
        layout = self._outside.layout()
        if layout is None:
            return 0
        across = self.horizontalScrollBar().sizeHint().height()
        too_wide = layout.totalMinimumSize().width() > width
        return max(layout.totalHeightForWidth(width), 0) + (across if too_wide else 0)

    def _give_way(self) -> None:
        tight = self.viewport().width() < theme.px(_TIGHT_BELOW)
        if tight != self._tight:
            self.body.setContentsMargins(*_scaled(self._tight_edges() if tight else self._edges))
        if tight or self._tight:  # while there is room nobody has to look for cards
            for card in self.findChildren(Card):
                card.set_tight(tight)
        self._tight = tight

    def _tight_edges(self) -> Edges:
        left, top, right, bottom = (
            min(pair) for pair in zip(_TIGHT_PAGE_EDGES, self._edges, strict=True)
        )
        return left, top, right, bottom

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        # asked when Tab is pressed in the page: whatever was made, moved or hidden meanwhile, the
        # keyboard goes on in reading order and comes out again
        follow_layout(self.body)
        now = QApplication.focusWidget()
        if now is self and forward:
            stop = first_stop(self.body)
        else:
            stop = next_stop(self.body, now, forward=forward)
        if stop is None:
            return super().focusNextPrevChild(forward)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stop.setFocus(reason)
        self._bring(stop, _NEAR)
        return True

    def scroll_to(self, shown: QWidget) -> None:
        """Scroll until all of a part is seen, or where that is too tall, what one types in."""
        # what was opened or added just now must have its place and size before
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        room = theme.px(_ROOM)
        self._bring(shown, room)
        if (focus := shown.focusWidget()) is not None:
            self._bring(focus, room)

    def _bring(self, part: QWidget, room: int) -> None:
        """In this page and, where it does not scroll by itself, in what it lies in."""
        self.ensureWidgetVisible(part, 0, room)
        around = self.parentWidget()
        while around is not None:
            if isinstance(around, SteadyPane):
                around.ensureWidgetVisible(part, 0, room)
            around = around.parentWidget()

    def scroll_to_opened(self, shown: QWidget) -> None:
        """The same in a moment, when what was opened in it has its place."""
        QTimer.singleShot(0, shown, lambda: self.scroll_to(shown))

    def flush(self) -> None:
        """Nothing is being typed on a plain page."""

    def show_target(self, target: str) -> None:
        """A plain page has only its top."""
        if not target:
            self.verticalScrollBar().setValue(0)


def bring_into_view(part: QWidget) -> None:
    """Scroll the page that `part` is on so that it is seen; nothing where it is on none."""
    page = part.parentWidget()
    while page is not None and not isinstance(page, PageColumn):
        page = page.parentWidget()
    if page is not None:
        page.scroll_to(part)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and destroy its widgets."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
