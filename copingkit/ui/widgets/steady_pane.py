"""What a scrolling page is to a screen reader: a pane that survives being asked for too much."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QScrollArea

# Qt's own interface of a scroll area counts the bars that are visible, and reads beyond its list
# when it is asked for a child that it had a moment ago (Qt 6.11, QAccessibleAbstractScrollArea).
# A screen reader that read a page while it was left ended the program that way. The interface of
# a plain widget looks before it takes.
_kept: Final[list[QAccessibleInterface]] = []  # Qt holds them without owning the Python side
_installed: Final[list[bool]] = []


def _interface(_class: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QScrollArea):
        return None
    made = QAccessibleWidget(thing, QAccessible.Role.Client, "")
    _kept.append(made)
    return made


def install() -> None:
    """Have every scroll area that is made from now on told in this way; again is harmless."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_interface)
