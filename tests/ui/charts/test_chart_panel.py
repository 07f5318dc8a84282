"""A chart with its words and its table, which says the same numbers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from copingkit.ui.charts.chart_panel import ChartPanel
from copingkit.ui.charts.numbers_table import NumbersModel, NumbersTable
from copingkit.ui.charts.reading import Table, table
from copingkit.ui.widgets.layout import column
from tests.support.accessible import spoken, unnamed_controls
from tests.support.controls import press, show
from tests.support.figures import bars, plot, series

PLOT = plot(series("before", [80, None, 40]))
SHOW = "Show the numbers as a table: What I expected"


def rows(panel: ChartPanel) -> Table:
    (shown,) = panel.findChildren(NumbersTable)
    model = shown.model()
    assert isinstance(model, NumbersModel)
    return model.table


def test_words_stand_above_the_chart_and_the_table_waits(qtbot: QtBot) -> None:
    panel = show(qtbot, ChartPanel(PLOT), 700, 600)
    said = spoken(panel)
    assert "What I expected" in said
    assert "Beforehand it seemed likely." in said
    assert not panel.findChildren(NumbersTable)
    assert not unnamed_controls(panel)


def test_the_table_says_what_the_chart_says(qtbot: QtBot) -> None:
    panel = show(qtbot, ChartPanel(PLOT), 700, 600)
    press(panel, SHOW)
    assert rows(panel) == table(PLOT)
    assert not unnamed_controls(panel)
    press(panel, "Hide the table: What I expected")
    assert not panel.findChildren(NumbersTable)[0].isVisible()


def test_enter_on_the_chart_goes_to_the_table_and_enter_there_opens_a_row(qtbot: QtBot) -> None:
    panel = show(qtbot, ChartPanel(PLOT), 700, 700)
    panel.setFocus()
    qtbot.waitUntil(panel.chart.hasFocus)
    opened: list[int] = []
    panel.row_opened.connect(opened.append)
    QTest.keyClick(panel.chart, Qt.Key.Key_Return)
    (shown,) = panel.findChildren(NumbersTable)
    assert shown.hasFocus()
    QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert opened == [shown.currentIndex().row()]
    QTest.keyClick(panel.chart, Qt.Key.Key_Space)
    assert not panel.disclosure.is_open


def test_tab_goes_from_the_chart_over_the_button_to_the_table_and_on(qtbot: QtBot) -> None:
    page, panel, after = QWidget(), ChartPanel(PLOT), QLineEdit()
    page.setLayout(column(panel, after))
    show(qtbot, page, 700, 700)
    panel.disclosure.click()
    panel.setFocus()
    qtbot.waitUntil(panel.chart.hasFocus)
    (shown,) = panel.findChildren(NumbersTable)
    for stop in (panel.disclosure, shown, after):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert stop.hasFocus()


def test_another_figure_brings_its_own_words_and_numbers(qtbot: QtBot) -> None:
    panel = show(qtbot, ChartPanel(PLOT), 700, 700)
    other = bars((4,), (2,))
    panel.show_figure(other)
    assert "Two places." in spoken(panel)
    panel.disclosure.click()
    assert rows(panel) == table(other)
    panel.show_figure(PLOT)
    assert rows(panel) == table(PLOT)


def test_a_table_may_say_more_than_the_figure(qtbot: QtBot) -> None:
    whole = Table(("Day",), (("Monday",), ("Tuesday",)))
    panel = show(qtbot, ChartPanel(PLOT, whole, titled=False), 700, 700)
    panel.disclosure.click()
    assert rows(panel) == whole
    titles = [text for text in panel.findChildren(QLabel) if text.text() == PLOT.title]
    assert [title.isVisible() for title in titles] == [False]
    panel.show_figure(PLOT, whole)
    assert rows(panel) == whole
