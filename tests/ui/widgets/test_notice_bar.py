"""Notices say one thing at a time, offer Undo and never take the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from copingkit.core.errors import DiskFull
from copingkit.ui.widgets.layout import column
from copingkit.ui.widgets.notice_bar import UNDO_SECONDS, NoticeBar


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with a field and a notice bar."""
    made = QWidget()
    made.setLayout(column(QLineEdit(), NoticeBar()))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def bar(window: QWidget) -> NoticeBar:
    found = window.findChild(NoticeBar)
    assert isinstance(found, NoticeBar)
    return found


def text(window: QWidget) -> str:
    found = bar(window).findChild(QLabel)
    assert isinstance(found, QLabel)
    return found.text()


def named(window: QWidget, name: str) -> QPushButton:
    return next(b for b in bar(window).findChildren(QPushButton) if b.accessibleName() == name)


def test_a_sentence_is_shown_without_taking_the_focus(window: QWidget) -> None:
    field = window.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    assert bar(window).isHidden()
    bar(window).say("Saved.")
    assert bar(window).isVisible()
    assert text(window) == "Saved."
    assert not named(window, "Undo").isVisible()
    assert field.hasFocus()


def test_undo_undoes_once(window: QWidget) -> None:
    undone: list[str] = []
    bar(window).offer_undo("Removed.", lambda: undone.append("undone"))
    assert bar(window)._timer.remainingTime() > (UNDO_SECONDS - 1) * 1000
    QTest.mouseClick(named(window, "Undo"), Qt.MouseButton.LeftButton)
    assert undone == ["undone"]
    assert bar(window).isHidden()
    named(window, "Undo").click()
    assert undone == ["undone"]


def test_a_later_notice_takes_the_place_of_the_offer(window: QWidget) -> None:
    undone: list[str] = []
    bar(window).offer_undo("Removed.", lambda: undone.append("undone"))
    bar(window).say("Saved.")
    assert not named(window, "Undo").isVisible()
    named(window, "Undo").click()
    assert undone == []


def test_it_goes_away_by_itself_and_then_no_timer_runs(window: QWidget, qtbot: QtBot) -> None:
    bar(window).say("Saved.")
    bar(window)._timer.start(10)
    qtbot.waitUntil(bar(window).isHidden)
    assert not bar(window)._timer.isActive()


def test_a_problem_stays_until_it_is_closed(window: QWidget) -> None:
    bar(window).report(DiskFull("vault.db"))
    assert "vault.db" in text(window)
    assert not bar(window)._timer.isActive()
    named(window, "Close this message").click()
    assert bar(window).isHidden()


def test_a_bug_is_raised_again(window: QWidget) -> None:
    with pytest.raises(ZeroDivisionError):
        bar(window).report(ZeroDivisionError())
    assert bar(window).isHidden()
