"""What every step of the first run has: a title, its place among the five, Back and a way on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from copingkit.shell.problem_card import BusyLine, ProblemCard
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Item, PageColumn
from copingkit.ui.widgets.text import label

STEPS = 5
WIDTH = 640


class Step(PageColumn):
    """One page of the first run; `go_on` is its primary button."""

    back_requested = Signal()

    def __init__(self, number: int, title: str) -> None:
        super().__init__(title, width=WIDTH)
        place = translate("FirstRun", "Step {number} of {all}")
        self._place = label(
            place.replace("{number}", str(number)).replace("{all}", str(STEPS)), "small"
        )
        self.problem = ProblemCard()
        self.busy = BusyLine()
        self.back = button(translate("FirstRun", "Back"), self.back_requested.emit, icon="back")
        self.go_on: QPushButton = button("", look="primary")
        self.body.addWidget(self._place)
        self.body.addWidget(label(title, "h1"))

    def fill(self, *items: Item, go_on: str, beside: QPushButton | None = None) -> None:
        """Put the step's content between its title and its buttons."""
        self.go_on.setText(go_on)
        self.go_on.setAccessibleName(go_on)
        for item in items:
            if isinstance(item, QWidget):
                self.body.addWidget(item)
            elif item is not None and not isinstance(item, int):
                self.body.addLayout(item)
        self.body.addWidget(self.problem)
        self.body.addWidget(self.busy)
        # The way on comes first, so that it stands at the same place in every step.
        self.body.addLayout(Flow(self.go_on, *(() if beside is None else (beside,)), self.back))
        self.body.addStretch(1)

    def focus_first(self) -> None:
        """Put the focus where the step begins; the way on, unless a step knows better."""
        self.go_on.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.focus_first()
