"""How strong something is, 0 to 10, for whoever wants to say."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget
from typing_extensions import override

from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import column, holder
from copingkit.ui.widgets.text import label

STRONGEST = 10


class Scale(QWidget):
    """A question over eleven buttons that wrap; nothing is chosen until the person chooses.

    While the keyboard is in it a digit chooses: 7 is seven, 1 and then 0 are ten.
    """

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
        self._one_typed = False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (plain and 0 <= number <= 9):
            self._one_typed = False
            super().keyPressEvent(event)
            return
        meant = self._group.button(STRONGEST if self._one_typed and number == 0 else number)
        self._one_typed = number == 1
        meant.setFocus()
        meant.click()
