"""How strong something is, 0 to 10, for whoever wants to say."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget
from typing_extensions import override

from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import column, holder
from copingkit.ui.widgets.one_press import OneClick, OnePress
from copingkit.ui.widgets.text import label

STRONGEST = 10
_TAKES_BACK: Final = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_MOVES: Final = {
    int(Qt.Key.Key_Left): -1,
    int(Qt.Key.Key_Up): -1,
    int(Qt.Key.Key_Right): 1,
    int(Qt.Key.Key_Down): 1,
}


class Scale(QWidget):
    """A question over eleven buttons that wrap; nothing is chosen until the person chooses.

    `chosen`: a number, or None when it is taken back: the chosen one was pressed once more. While
    the keyboard is in it a digit chooses: 7 is seven, 1 and then 0 are ten; Delete takes back.
    """

    chosen = Signal(object)

    def __init__(self, question: str, value: int | None) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)  # in one that is, Qt lets nobody take a choice back
        for number in range(STRONGEST + 1):
            made = button(str(number), look="scale", stays=True)
            name = translate("Scale", "{number} of 10").replace("{number}", str(number))
            made.setAccessibleName(name)
            made.setChecked(number == value)
            made.installEventFilter(self)
            self._group.addButton(made, number)
        self._group.idClicked.connect(self._on_pressed)
        self.setFocusProxy(self._group.button(0))
        choices = holder(Flow(*self._group.buttons()))
        choices.setAccessibleName(question)
        self.setLayout(column(label(question, "crisis-detail"), choices))
        self._one_typed = False
        OnePress(self)
        OneClick(*self._group.buttons())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        step = _MOVES.get(event.key(), 0) if _plain(event) else 0
        if not step:
            return False
        here = next(at for at in range(STRONGEST + 1) if self._group.button(at) is watched)
        there = min(max(here + step, 0), STRONGEST)  # by itself Qt moves only where one is chosen
        self._group.button(there).setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _on_pressed(self, number: int) -> None:
        self._say(number if self._group.button(number).isChecked() else None)

    def _say(self, number: int | None) -> None:
        for each in self._group.buttons():
            each.setChecked(self._group.id(each) == number)
        self.chosen.emit(number)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0
        plain = _plain(event)
        if plain and 0 <= number <= 9:
            self._on_digit(number)
            return
        self._one_typed = False
        if plain and event.key() in _TAKES_BACK:
            self._say(None)
        else:
            super().keyPressEvent(event)

    def _on_digit(self, number: int) -> None:
        meant = STRONGEST if self._one_typed and number == 0 else number
        self._one_typed = number == 1
        self._group.button(meant).setFocus()
        self._say(meant)


def _plain(event: QKeyEvent) -> bool:
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
