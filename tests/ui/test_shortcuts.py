"""Shortcuts are told apart, work in the whole window and can be listed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from copingkit.ui import shortcuts
from copingkit.ui.widgets.layout import column

GROUPS = [group for name, group in vars(shortcuts).items() if name.startswith(("KEYS", "IN_"))]


def test_no_two_have_the_same_name_or_keys() -> None:
    for group in GROUPS:
        keys = [key.keys for key in group]
        assert len(set(keys)) == len(keys)
    names = [key.name for key in shortcuts.KEYS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "key", [key for group in GROUPS for key in group], ids=lambda key: key.keys
)
def test_each_is_real_and_says_what_it_does(key: shortcuts.Key) -> None:
    assert QKeySequence(key.keys).toString() == key.keys
    native, says = shortcuts.shown(key)
    assert native
    assert says


def test_help_now_works_while_somebody_types(qtbot: QtBot) -> None:
    window = QWidget()
    field = QLineEdit()
    window.setLayout(column(field))
    qtbot.addWidget(window)
    called: list[str] = []
    shortcuts.bind("help_now", window, lambda: called.append("help"))
    with qtbot.waitActive(window):
        window.show()
    field.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(field, Qt.Key.Key_H, both)
    assert called == ["help"]
    assert field.text() == ""


def test_an_unknown_name_is_a_bug(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with pytest.raises(StopIteration):
        shortcuts.bind("no such thing", window, lambda: None)
