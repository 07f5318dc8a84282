from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from copingkit.ui.widgets.unspoken import UnspokenLine, UnspokenText
from tests.support.accessible import spoken


def line() -> UnspokenLine:
    made = UnspokenLine(hidden=False)
    made.setText("hush")
    return made


def text() -> UnspokenText:
    made = UnspokenText(3)
    made.setPlainText("hush")
    return made


@pytest.mark.parametrize("make", [line, text])
def test_a_seen_secret_is_named_but_has_no_text_to_read(
    qtbot: QtBot, make: Callable[[], QWidget]
) -> None:
    made = make()
    qtbot.addWidget(made)
    made.setAccessibleName("Recovery words")
    made.setAccessibleDescription("Twelve of them")
    found = QAccessible.queryAccessibleInterface(made)
    assert found.textInterface() is None
    assert found.state().passwordEdit
    assert found.state().focusable
    said = spoken(made, hidden=True)
    assert "Recovery words\nTwelve of them" in said
    assert "hush" not in said


def test_an_ordinary_field_would_be_read(qtbot: QtBot) -> None:
    field = QLineEdit("hush")
    qtbot.addWidget(field)
    UnspokenLine().deleteLater()
    assert "hush" in spoken(field, hidden=True)


def test_wiping_leaves_nothing_to_undo(qtbot: QtBot) -> None:
    one, some = UnspokenLine(hidden=False), UnspokenText(3)
    for field in (one, some):
        qtbot.addWidget(field)
    one.insert("hush")
    some.insertPlainText("hush")
    one.wipe()
    some.wipe()
    one.undo()
    some.undo()
    assert (one.text(), some.toPlainText()) == ("", "")
