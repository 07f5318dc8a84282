"""How strong the urge is, 0 to 10, for whoever wants to say."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import column, holder
from copingkit.ui.widgets.text import label

STRONGEST = 10


class UrgeScale(QWidget):
    """Eleven buttons that wrap; nothing is chosen until the person chooses."""

    chosen = Signal(int)

    def __init__(self, value: int | None) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        for urge in range(STRONGEST + 1):
            made = button(str(urge), look="scale")
            made.setCheckable(True)
            name = translate("CrisisRun", "{number} of 10").replace("{number}", str(urge))
            made.setAccessibleName(name)
            made.setChecked(urge == value)
            self._group.addButton(made, urge)
        self._group.idClicked.connect(self.chosen)
        self.setFocusProxy(self._group.button(0))
        question = translate(
            "CrisisRun", "How strong is the urge now? 0 is none, 10 is the strongest."
        )
        choices = holder(Flow(*self._group.buttons()))
        choices.setAccessibleName(question)
        self.setLayout(column(label(question, "crisis-detail"), choices))
