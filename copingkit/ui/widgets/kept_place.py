"""Keeps what one is at where it stands on the screen while a page changes around it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

SETTLED_MS: Final = 500  # by then a page is laid out, also by a busy computer


class KeptPlace(QObject):
    """For one scrolling page: `remember` before it changes, `return_to` once it has changed.

    What is kept is the control that has the keyboard in the page, or had it last while something
    lies over the page. Where it is gone, or was out of sight, nothing is moved.
    """

    def __init__(self, page: QScrollArea) -> None:
        super().__init__(page)
        self._page = page
        self._kept: QWidget | None = None
        self._at = 0
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self._forget)
        page.installEventFilter(self)
        # a layout in a layout comes to its heights in turns; with the last one the range changes
        page.verticalScrollBar().rangeChanged.connect(self._settle)

    def remember(self) -> None:
        """Where it stands now."""
        kept: QWidget | None = self._page.focusWidget()
        if kept is None or kept is self._kept:
            return  # one change follows another: the place is the one before both
        at = self._height_of(kept)
        if at is not None and 0 <= at - self._scrolled < self._page.viewport().height():
            self._settled.stop()  # it was for the change before
            self._kept, self._at = kept, at - self._scrolled
            kept.destroyed.connect(self._forget)

    def return_to(self) -> None:
        """Once the page is laid out anew; where it is not seen, when it is seen again."""
        if self._page.isVisible():
            QTimer.singleShot(0, self, self._settle)
            self._settled.start()

    def _settle(self) -> None:
        at = self._height_of(self._kept) if self._kept is not None else None
        if at is not None:
            self._page.verticalScrollBar().setValue(at - self._at)

    def _forget(self) -> None:
        self._kept = None

    @property
    def _scrolled(self) -> int:
        return self._page.verticalScrollBar().value()

    def _height_of(self, kept: QWidget) -> int | None:
        inside = self._page.widget()
        if inside is None or not inside.isAncestorOf(kept):
            return None
        return kept.mapTo(inside, QPoint(0, 0)).y()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.return_to()
        return super().eventFilter(watched, event)
