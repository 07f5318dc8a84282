"""A card with one figure, or with what will be there once trials say more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from copingkit.ui.charts.chart_panel import ChartPanel
from copingkit.ui.charts.figure import Figure
from copingkit.ui.charts.numbers_table import NumbersTable
from copingkit.ui.charts.reading import Table
from copingkit.ui.widgets.layout import Card, column
from copingkit.ui.widgets.text import label


class FigureCard(Card):
    """`row_opened` is a row of the table. `head` stands before the figure, `foot` after it."""

    row_opened = Signal(int)

    def __init__(
        self,
        title: str,
        nothing: str,
        *,
        head: QWidget | None = None,
        foot: QWidget | None = None,
    ) -> None:
        super().__init__(spacing=12)
        self._title = title
        self._panel: ChartPanel | None = None
        self._rest: NumbersTable | None = None
        self._aside = [part for part in (head, foot) if part is not None]
        self._nothing = label(nothing, "muted")
        self._place = column()
        self.body.addWidget(label(title, "h2"))
        if head is not None:
            self.body.addWidget(head)
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._place)
        if foot is not None:
            self.body.addWidget(foot)
        self.show_figure(None)

    def show_figure(self, figure: Figure | None, whole: Table | None = None) -> None:
        """Show this one; None says what will be here, above the numbers that there are."""
        self._nothing.setVisible(figure is None)
        for part in self._aside:
            part.setVisible(figure is not None)
        if figure is not None and self._panel is None:
            self._panel = ChartPanel(figure, whole, titled=False)
            self._panel.row_opened.connect(self.row_opened)
            self._place.addWidget(self._panel)
        elif figure is not None and self._panel is not None:
            self._panel.show_figure(figure, whole)
        if self._panel is not None:
            self._panel.setVisible(figure is not None)
        self._show_rest(whole if figure is None and whole is not None and whole.rows else None)

    def _show_rest(self, numbers: Table | None) -> None:
        """The table alone, where there is no figure that it could stand below."""
        if numbers is not None and self._rest is None:
            self._rest = NumbersTable(self._title, numbers)
            self._rest.row_opened.connect(self.row_opened)
            self._place.addWidget(self._rest)
        elif numbers is not None and self._rest is not None:
            self._rest.show_table(numbers)
        if self._rest is not None:
            self._rest.setVisible(numbers is not None)
