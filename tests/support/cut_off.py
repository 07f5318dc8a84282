"""Words and controls that a narrow window or large text cuts off."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)


def cut_off(window: QWidget) -> list[str]:
    """What does not fit: beyond a side of what it lies in, or too large for its own room."""
    seen = [one for one in window.findChildren(QWidget) if one.isVisible()]
    kinds = (QAbstractButton, QComboBox, QLabel, QLineEdit)
    return [
        f"{type(one).__name__} {named(one)!r}: {why}"
        for one in seen
        if isinstance(one, kinds) and named(one) and (why := beyond(one, window) or too_small(one))
    ]


def named(one: QWidget) -> str:
    """Its words, as far as it has any."""
    text = one.text() if isinstance(one, QAbstractButton | QLabel | QLineEdit) else ""
    return text.strip() or one.accessibleName()


def beyond(one: QWidget, window: QWidget) -> str:
    """Whether it reaches beyond the sides of something that it lies in."""
    mine = QRect(one.mapTo(window, QPoint(0, 0)), one.size())
    around = one.parentWidget()
    while around is not None and around is not window:
        room = QRect(around.mapTo(window, QPoint(0, 0)), around.size())
        if mine.left() < room.left() - 1 or mine.right() > room.right() + 1:
            return f"{mine.right() - room.right()} px beyond {type(around).__name__}"
        if isinstance(around, QAbstractScrollArea):
            return ""
        around = around.parentWidget()
    return ""


def too_small(one: QWidget) -> str:
    """Whether its own words need more than it has."""
    if isinstance(one, QAbstractButton) and one.text():
        needs = one.minimumSizeHint()
        if one.width() < needs.width() - 1 or one.height() < needs.height() - 1:
            return f"{one.width()} by {one.height()} of {needs.width()} by {needs.height()}"
    if not isinstance(one, QLabel) or not one.text():
        return ""
    if one.wordWrap():
        longest = max(one.fontMetrics().horizontalAdvance(word) for word in one.text().split())
        if longest > one.contentsRect().width() + 1:
            return f"a word of {longest} px in {one.contentsRect().width()}"
        needed = one.heightForWidth(one.width())
        return f"{one.height()} of {needed} px high" if needed > one.height() + 2 else ""
    needed = one.sizeHint().width()
    return f"{one.width()} of {needed} px wide" if needed > one.width() + 1 else ""
