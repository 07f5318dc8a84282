"""Finding and pressing what a person sees, by the name a screen reader gives it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)


def show(qtbot: QtBot, page: W, width: int = 972, height: int = 820) -> W:
    """Show `page` in the size of the window's content; it lives as long as the test."""
    qtbot.addWidget(page)
    # `addWidget` holds it weakly: without this it may be collected while its last events come
    vars(qtbot).setdefault("shown_pages", []).append(page)
    page.resize(width, height)
    page.show()
    qtbot.waitExposed(page)
    return page


def with_keyboard(qtbot: QtBot, page: W) -> W:
    """The keys of a page work in the window that has the keyboard."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def buttons(page: QWidget, name: str) -> list[QAbstractButton]:
    """The shown buttons of that name or text."""
    found = page.findChildren(QAbstractButton)
    return [one for one in found if name in {one.accessibleName(), one.text()} and one.isVisible()]


def press(page: QWidget, name: str) -> None:
    """Press the one shown button of that name."""
    (one,) = buttons(page, name)
    assert one.isEnabled(), name
    one.click()


def field(page: QWidget, kind: type[W], name: str) -> W:
    """The one shown field of that class and accessible name."""
    (one,) = (
        found
        for found in page.findChildren(kind)
        if found.accessibleName() == name and found.isVisible()
    )
    return one
