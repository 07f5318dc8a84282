"""Finding and pressing what a person sees, by the name a screen reader gives it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
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


def tops_by_tab(page: QScrollArea) -> list[int]:
    """How far down the page is what Tab comes to, from its first stop until it leaves the page."""
    page.setFocus()
    inside = page.widget()
    assert inside is not None
    met: list[QWidget] = []
    QTest.keyClick(page, Qt.Key.Key_Tab)
    while (now := QApplication.focusWidget()) is not None and now not in met:
        if not inside.isAncestorOf(now):
            break
        met.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return [each.mapTo(inside, QPoint(0, 0)).y() for each in met]


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
