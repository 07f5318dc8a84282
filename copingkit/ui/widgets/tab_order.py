"""The Tab key in reading order, also where widgets were made later than what stands below them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def follow_layout(*layouts: QLayout) -> None:
    """Let Tab go through everything in the layouts from top to bottom, as it is laid out now."""
    for before, after in pairwise(stop for layout in layouts for stop in _stops(layout)):
        QWidget.setTabOrder(before, after)


def _stops(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        if (inner := item.layout()) is not None:
            yield from _stops(inner)
        elif (widget := item.widget()) is not None:
            yield from _stops_in(widget)


def _stops_in(widget: QWidget) -> Iterator[QWidget]:
    takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    if takes_focus and widget.focusProxy() is None:
        yield widget
    if (inside := widget.layout()) is not None:
        yield from _stops(inside)
