"""A chart with what belongs to it: its title, what it says in words, and its numbers as a table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from copingkit.ui.charts.chart import Chart
from copingkit.ui.charts.figure import Figure
from copingkit.ui.charts.numbers_table import NumbersTable
from copingkit.ui.charts.reading import Table, table
from copingkit.ui.language import translate
from copingkit.ui.widgets.disclosure import Disclosure
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import column
from copingkit.ui.widgets.text import label


class ChartPanel(QWidget):
    """Enter on the chart, or the button, shows the table; `row_opened` is a row of it.

    `whole` is a table that says more than the figure can, in place of the figure's own.
    """

    row_opened = Signal(int)

    def __init__(self, figure: Figure, whole: Table | None = None, *, titled: bool = True) -> None:
        """`titled`: its title is written above it."""
        super().__init__()
        self._whole = whole
        self._title, self._summary = label(figure.title, "h2"), label(figure.summary)
        self.chart = Chart(figure)
        self._table: NumbersTable | None = None
        self.disclosure = Disclosure(
            translate("Chart", "Show the numbers as a table"),
            translate("Chart", "Hide the table"),
            figure.title,
            self._build_table,
        )
        self.setLayout(
            column(
                self._title,
                self._summary,
                self.chart,
                Flow(self.disclosure),
                self.disclosure.place,
                spacing=8,
            )
        )
        self._title.setVisible(titled)
        self.setFocusProxy(self.chart)
        self.chart.table_requested.connect(self._toggle)
        self.disclosure.built.connect(self._order_tabs)

    def show_figure(self, figure: Figure, whole: Table | None = None) -> None:
        """Show this figure and its numbers instead."""
        self._whole = whole
        self._title.setText(figure.title)
        self._summary.setText(figure.summary)
        self.chart.show_figure(figure)
        if self._table is not None:
            self._table.show_table(self._numbers())

    def _numbers(self) -> Table:
        return self._whole if self._whole is not None else table(self.chart.figure)

    def _build_table(self) -> QWidget:
        name = translate("Chart", "{chart}: the numbers")
        made = NumbersTable(name.replace("{chart}", self.chart.figure.title), self._numbers())
        made.row_opened.connect(self.row_opened)
        self._table = made
        return made

    def _order_tabs(self) -> None:
        """The table was made last, and stands right after its button."""
        if self._table is not None:
            QWidget.setTabOrder(self.disclosure, self._table)

    def _toggle(self) -> None:
        """The keyboard follows what was opened, so that the table is one key away."""
        self.disclosure.click()
        if self._table is not None and self.disclosure.is_open:
            self._table.setFocus()
