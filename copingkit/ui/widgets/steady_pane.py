"""The one kind of scrolling pane; to a screen reader it survives being asked for too much."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QFrame, QScrollArea, QWidget

# Qt's own interface of a scroll area counts the bars that are visible, and reads beyond its list
# when it is asked for a child that it had a moment ago (Qt 6.11, QAccessibleAbstractScrollArea).
# A screen reader that read a page while it was left ended the program that way. The interface of
# a plain widget looks before it takes.
_kept: Final[list[QAccessibleInterface]] = []  # Qt holds them without owning the Python side
_installed: Final[list[bool]] = []


class SteadyPane(QScrollArea):
    """Scrolls one widget that takes its width; without a frame, and never with the keyboard."""

    def __init__(self) -> None:
        _install()
        super().__init__()
        # Asking for a viewport that Qt made itself has PySide set up all its widget classes at
        # once to find out which it is: some 50 ms on the way to the plan.
        self.setViewport(QWidget())
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _interface(_class: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QScrollArea):
        return None
    made = QAccessibleWidget(thing, QAccessible.Role.Client, "")
    _kept.append(made)
    return made


def _install() -> None:
    """Have every scroll area that is made from now on told in this way; again is harmless."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_interface)
