"""How strong something is, 0 to 10, for whoever wants to say."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import column, holder
from copingkit.ui.widgets.text import label

STRONGEST = 10


class Scale(QWidget):
    """A question over eleven buttons that wrap; nothing is chosen until the person chooses."""

    chosen = Signal(int)

    def __init__(self, question: str, value: int | None) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        for number in range(STRONGEST + 1):
            made = button(str(number), look="scale", stays=True)
            name = translate("Scale", "{number} of 10").replace("{number}", str(number))
            made.setAccessibleName(name)
            made.setChecked(number == value)
            self._group.addButton(made, number)
        self._group.idClicked.connect(self.chosen)
        self.setFocusProxy(self._group.button(0))
        choices = holder(Flow(*self._group.buttons()))
        choices.setAccessibleName(question)
        self.setLayout(column(label(question, "crisis-detail"), choices))
