"""A button that stays down, which assistive programs can press as a hand does."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QButtonGroup, QPushButton
from typing_extensions import override


class Switch(QPushButton):
    """Says `clicked`, and its group says `idClicked`, whoever pressed it.

    A screen reader, voice control or a switch device presses by the action that Qt offers them.
    With a button that can be checked Qt only calls `toggle` then, so that it says `toggled` alone.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._by_program = False
        self.setCheckable(True)

    @override
    def setChecked(self, checked: bool) -> None:
        """What the program itself shows is no press. Qt's own `toggle` does not come by here."""
        self._by_program = True
        super().setChecked(checked)
        self._by_program = False

    @override
    def nextCheckState(self) -> None:
        """By hand, or since another one of the group was chosen."""
        self._by_program = True
        super().nextCheckState()
        self._by_program = False

    @override
    def checkStateSet(self) -> None:
        super().checkStateSet()
        if not self._by_program:
            QTimer.singleShot(0, self, self._press)  # its group does not know yet

    def _press(self) -> None:
        """What Qt did already is taken back and done anew as by a hand, where that changes it."""
        group = cast("QButtonGroup | None", self.group())  # its annotation knows no None
        if group is None or not group.exclusive():
            with QSignalBlocker(self):
                self.setChecked(not self.isChecked())
        self.click()
