"""The player's room: what does not fit gives way, and what still does not can be scrolled to."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from copingkit.tools.exercises.view.playing_view import PlayingView
from copingkit.ui import theme
from copingkit.ui.widgets.layout import PageColumn, column, holder
from copingkit.ui.widgets.steady_pane import SteadyPane

_GAP: Final = 12  # pixels at 100 %, as all of these
_EDGES: Final = (24, 20, 24, 24)
_TIGHT_EDGES: Final = (8, 8, 8, 8)
_TIGHT_BELOW: Final = 420  # wide
_LEAST: Final = 130  # high, for a view that scrolls by itself
_SCROLLS: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Views(QStackedWidget):
    """One view at a time that takes what room there is; those that are not shown claim none."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def hasHeightForWidth(self) -> bool:
        return False


class PlayerPane(SteadyPane):
    """Holds the top bar and the views below it; with room for all of it nothing scrolls."""

    def __init__(self, top: QWidget, views: Views) -> None:
        super().__init__()
        self._top, self._views = top, views
        views.currentChanged.connect(self.show_top)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._box = column(top, views, spacing=_GAP)
        self._box.setStretch(1, 1)
        self._inside = holder(self._box)
        self._inside.installEventFilter(self)
        self.setWidget(self._inside)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _SCROLLS:
            super().keyPressEvent(event)
        else:
            event.ignore()  # left and right are the player's

    def show_top(self) -> None:
        """What is new begins at the top; what it holds may have taken the keyboard further down."""
        self.verticalScrollBar().setValue(0)
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(0))

    def fit(self) -> None:
        """Be as high as the parts need: a scroll area alone would squeeze them."""
        edges = _TIGHT_EDGES if self.width() < theme.px(_TIGHT_BELOW) else _EDGES
        left, above, right, below = map(theme.px, edges)
        self._box.setContentsMargins(left, above, right, below)
        width = max(self.viewport().width() - left - right, 1)
        around = above + below + theme.px(_GAP) + self._top.heightForWidth(width)
        room = QSize(width, max(self.viewport().height() - around, 0))
        self._inside.setMinimumHeight(around + self._needed(room))

    def _needed(self, room: QSize) -> int:
        """By what is shown: it scrolls by itself in that room, or all of it is scrolled here."""
        shown, least = self._views.currentWidget(), theme.px(_LEAST)
        if isinstance(shown, PlayingView):
            return shown.fit(room)
        if isinstance(shown, PageColumn):
            whole = least > room.height()
            shown.scroll_by_itself(not whole)
            return max(least, shown.whole_height(room.width())) if whole else least
        return least
