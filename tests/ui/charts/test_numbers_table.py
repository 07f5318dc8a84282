"""The table has the chart's numbers, thousands of them at once, and lets Tab out."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from copingkit.ui import theme
from copingkit.ui.charts.numbers_table import NumbersModel, NumbersTable
from copingkit.ui.charts.reading import Table, table
from copingkit.ui.widgets.layout import column
from tests.support.accessible import unnamed_controls
from tests.support.controls import show
from tests.support.figures import plot, series
from tests.support.looks import dress

pytestmark = pytest.mark.usefixtures("dressed")

WHOLE = table(plot(series("before", [80, None, 40])))


def texts(model: NumbersModel) -> tuple[tuple[str | None, ...], ...]:
    return tuple(
        tuple(model.data(model.index(row, at)) for at in range(model.columnCount()))
        for row in range(model.rowCount())
    )


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.none() | st.integers(0, 100), max_size=9))
def test_the_model_has_the_numbers_of_the_figure(qtbot: QtBot, numbers: list[int | None]) -> None:
    figure = plot(series("before", numbers), series("after", numbers))
    model = NumbersModel(table(figure))
    said = ["not said" if number is None else f"{number} %" for number in numbers]
    assert texts(model) == tuple((f"Trial {at}", one, one) for at, one in enumerate(said, start=1))
    across = Qt.Orientation.Horizontal
    assert [model.headerData(at, across) for at in range(3)] == ["Trial", "before", "after"]
    upright = [model.headerData(at, Qt.Orientation.Vertical) for at in range(len(numbers))]
    assert upright == [f"Trial {at}" for at in range(1, len(numbers) + 1)]
    assert model.headerData(0, across, Qt.ItemDataRole.DecorationRole) is None


def test_a_dash_is_read_out_and_long_texts_are_whole_in_a_tooltip(qtbot: QtBot) -> None:
    model = NumbersModel(Table(("Day", "Surprise"), (("Monday", "–"),)))
    cell = model.index(0, 1)
    assert model.data(cell) == "–"
    assert model.data(cell, Qt.ItemDataRole.AccessibleTextRole) == "not said"
    first = model.index(0, 0)
    assert model.data(first, Qt.ItemDataRole.AccessibleTextRole) == "Monday"
    assert model.data(first, Qt.ItemDataRole.ToolTipRole) == "Monday"
    assert model.data(first, Qt.ItemDataRole.DecorationRole) is None


def test_cells_are_heard_with_their_titles(qtbot: QtBot) -> None:
    shown = show(qtbot, NumbersTable("What I expected: the numbers", WHOLE), 500, 200)
    QAccessible.setActive(True)
    found = QAccessible.queryAccessibleInterface(shown)
    assert found.role() == QAccessible.Role.Table
    assert found.text(QAccessible.Text.Name) == "What I expected: the numbers"
    inside = [found.child(at) for at in range(found.childCount())]
    said = [one.text(QAccessible.Text.Name) for one in inside]
    assert {"Trial", "before", "80 %", "not said", "40 %"} <= set(said)
    assert not unnamed_controls(shown)


def test_enter_opens_a_row_and_tab_leaves(qtbot: QtBot) -> None:
    shown, after = NumbersTable("numbers", WHOLE), QLineEdit()
    page = QWidget()
    page.setLayout(column(shown, after))
    show(qtbot, page, 500, 300)
    shown.setFocus()
    qtbot.waitUntil(shown.hasFocus)
    opened: list[int] = []
    shown.row_opened.connect(opened.append)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(shown, key)
    assert opened == [2]
    QTest.keyClick(shown, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_other_numbers_take_their_place(qtbot: QtBot) -> None:
    shown = show(qtbot, NumbersTable("numbers", WHOLE), 500, 200)
    shown.show_table(Table(("Day",), (("Monday",),)))
    model = shown.model()
    assert isinstance(model, NumbersModel)
    assert texts(model) == (("Monday",),)


@pytest.mark.parametrize("size", [80, 100, 200])
def test_few_rows_take_little_room_and_all_of_them_are_seen(qtbot: QtBot, size: int) -> None:
    dress("light", size)
    shown = show(qtbot, NumbersTable("numbers", WHOLE), 800, 200)
    assert not shown.verticalScrollBar().isVisible()
    assert not shown.horizontalScrollBar().isVisible()
    last = shown.visualRect(shown.model().index(2, 0))
    assert last.bottom() <= shown.height()
    assert shown.height() <= last.bottom() + shown.rowHeight(0) * 3


def test_two_thousand_rows_come_at_once(qtbot: QtBot) -> None:
    rows = tuple((f"{number}", "a long situation, told in full " * 4) for number in range(2000))
    start = time.perf_counter()
    shown = show(qtbot, NumbersTable("numbers", Table(("n", "Situation"), rows)), 500, 400)
    assert time.perf_counter() - start < 1  # a widget for each would take many
    assert shown.model().rowCount() == 2000
    assert shown.height() < 500
    assert shown.verticalScrollBar().maximum() > 1000


def test_a_title_is_in_one_line_where_there_is_room(qtbot: QtBot) -> None:
    titles = Table(("Time since the start", "Distress"), (("0:19", "60"),))
    wide = show(qtbot, NumbersTable("numbers", titles), 600, 200)
    narrow = show(qtbot, NumbersTable("numbers", titles), 160, 200)
    assert wide._head.height() < narrow._head.height()
    assert wide._head.height() < 2 * wide.fontMetrics().height() + theme.px(12)
