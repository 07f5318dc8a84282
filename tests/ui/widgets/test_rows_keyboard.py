"""Rows that go, come and change places: where the keyboard is, and what a screen reader meets."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from copingkit.ui.widgets.layout import column
from copingkit.ui.widgets.rows import Row, Rows


def filled(qtbot: QtBot, count: int) -> tuple[Rows, list[Row]]:
    """Rows with the keyboard's window, below something else that could take the keyboard."""
    page, rows, above = QWidget(), Rows(), QLineEdit()
    page.setLayout(column(above, rows))
    made = [Row() for _ in range(count)]
    for number, row in enumerate(made):
        row.setAccessibleName(str(number))
        row.setLayout(column(QLineEdit()))
    rows.fill(made)
    qtbot.addWidget(page)
    vars(qtbot)["page"] = page
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return rows, made


@pytest.mark.parametrize(("gone", "heir"), [(0, 1), (1, 2), (2, 1)])
def test_the_keyboard_of_a_row_that_goes_is_handed_to_the_one_in_its_place(
    qtbot: QtBot, gone: int, heir: int
) -> None:
    rows, made = filled(qtbot, 3)
    inside = made[gone].findChild(QLineEdit)
    assert inside is not None
    inside.setFocus()
    rows.fill([row for row in made if row is not made[gone]])
    assert made[heir].hasFocus()


def test_the_keyboard_stays_where_it_is_when_another_row_goes(qtbot: QtBot) -> None:
    rows, made = filled(qtbot, 3)
    made[2].setFocus()
    rows.fill(made[1:])
    assert made[2].hasFocus()


def test_the_last_row_leaves_it_to_the_page(qtbot: QtBot) -> None:
    rows, made = filled(qtbot, 1)
    made[0].setFocus()
    rows.fill([])
    assert not made[0].hasFocus()


def test_a_screen_reader_meets_them_in_their_order(qtbot: QtBot) -> None:
    rows, made = filled(qtbot, 3)
    late = Row()
    late.setAccessibleName("late")
    rows.fill([made[2], late, made[0], made[1]])
    told = QAccessible.queryAccessibleInterface(rows)
    names = [told.child(place).text(QAccessible.Text.Name) for place in range(told.childCount())]
    assert names == ["2", "late", "0", "1"]
