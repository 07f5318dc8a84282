from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from copingkit.ui.widgets.layout import PageColumn, column, holder, row
from copingkit.ui.widgets.tab_order import follow_layout
from copingkit.ui.widgets.text import label


def test_tab_follows_what_is_seen_and_not_what_was_made_first(qtbot: QtBot) -> None:
    fields = [QLineEdit() for _ in range(4)]
    proxy = QWidget()
    proxy.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    proxy.setFocusProxy(fields[0])
    inner = holder(row(fields[3], 8, label("words")))
    window = holder(column(proxy, fields[2], inner, row(fields[1]), None, fields[0]))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    layout = window.layout()
    assert layout is not None
    follow_layout(layout)
    fields[2].setFocus()
    seen = [QApplication.focusWidget()]
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [fields[2], fields[3], fields[1], fields[0]]


@pytest.mark.parametrize("going", ["hidden", "disabled"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_keyboard_stays_on_the_page_when_what_had_it_goes(
    qtbot: QtBot, going: str, place: int
) -> None:
    elsewhere, page = QPushButton("Help me now"), PageColumn("A page")
    parts = [QPushButton(name) for name in "abc"]
    for part in parts:
        page.body.addWidget(part)
    window = holder(column(elsewhere, page))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    parts[place].setFocus()
    if going == "hidden":
        parts[place].hide()
    else:
        parts[place].setEnabled(False)
    assert QApplication.focusWidget() is parts[1 if place != 1 else 2]
