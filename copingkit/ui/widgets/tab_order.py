"""The Tab key in reading order, also where widgets were made later than what stands below them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def follow_layout(*layouts: QLayout) -> None:
    """Let Tab go through everything in the layouts from top to bottom, as it is laid out now."""
    for before, after in pairwise(stop for layout in layouts for stop in _in_layout(layout)):
        QWidget.setTabOrder(before, after)


def next_stop(layout: QLayout, now: QWidget | None, *, forward: bool) -> QWidget | None:
    """What Tab reaches from `now` in the layout as it is seen; None beyond its ends.

    Qt asks this also when `now` is hidden or disabled: then it is what is nearest, as the keyboard
    should not leave the page because something on it has gone.

    Qt would go to the next widget whose proxy could take the keyboard, also when the proxy is
    hidden or disabled, and would then stay where it is.
    """
    every = list(_in_layout(layout))
    if now is None or now not in every:
        return None
    place = every.index(now)
    after = [one for one in every[place + 1 :] if _takes_tab(one)]
    before = [one for one in reversed(every[:place]) if _takes_tab(one)]
    ahead, behind = (after, before) if forward else (before, after)
    if not ahead and not _takes_tab(now):
        ahead = behind
    return ahead[0] if ahead else None


def first_stop(layout: QLayout) -> QWidget | None:
    """Where Tab comes into the layout; None where nothing takes the keyboard."""
    return next((one for one in _in_layout(layout) if _takes_tab(one)), None)


def _takes_tab(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.focusProxy() is None and widget.isVisible() and widget.isEnabled()


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        if (inner := item.layout()) is not None:
            yield from _in_layout(inner)
        elif (widget := item.widget()) is not None:
            yield from _in_widget(widget)


def _in_widget(widget: QWidget) -> Iterator[QWidget]:
    # what hands the keyboard on to a part of it stands before that part: further down Tab would
    # go from there back up, and never on
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.focusProxy() is not None:
        yield widget
    if (inside := widget.layout()) is not None:
        yield from _in_layout(inside)
