"""One part of an exercise of one's own: its texts, its number, to be moved and removed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QSpinBox
from typing_extensions import override

from copingkit.tools.exercises.model import Kind
from copingkit.tools.exercises.own_parts import Piece, Said
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.calm_fields import CalmWheel
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, column, holder, row
from copingkit.ui.widgets.text import field_label


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked of a part: its texts, a number with its limits, a yes or no; empty: not."""

    texts: tuple[str, ...]
    number: str = ""
    limits: tuple[int, int] = (0, 0)
    usual: int = 0
    yes: str = ""


def questions(kind: Kind) -> Questions:
    """What is asked of each part of a kind."""
    if kind is Kind.GUIDED:
        seconds = translate("OwnExercise", "Seconds that it stands, silence included")
        return Questions((translate("OwnExercise", "What is said"),), seconds, (1, 600), 15)
    if kind is Kind.GROUNDING:
        count = translate("OwnExercise", "How many answers (0: only to be noticed)")
        return Questions((translate("OwnExercise", "What to look for"),), count, (0, 10), 3)
    if kind is Kind.STEPS:
        asks = translate("OwnExercise", "With a place to write")
        return Questions((translate("OwnExercise", "The step"),), yes=asks)
    return Questions(
        (
            translate("OwnExercise", "Part of the body"),
            translate("OwnExercise", "How to tense it (empty: only let go)"),
            translate("OwnExercise", "How to let go"),
        )
    )


class PartRow(Card):
    """`move_requested` (-1 up, +1 down), `remove_requested`; `before` is the part as it was."""

    move_requested = Signal(int)
    remove_requested = Signal()

    def __init__(self, asks: Questions, said: Said, before: Piece | None) -> None:
        super().__init__(spacing=8)
        self.before = before
        self._texts = [QPlainTextEdit(text) for text in said.texts]
        self._number, self._yes = QSpinBox(), QCheckBox(asks.yes)
        self._number.setRange(*asks.limits)
        self._number.setValue(int(said.number))
        self._number.setMinimumSize(theme.px(96), theme.px(36))
        self._number.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
        CalmWheel(self).watch(self._number)
        self._yes.setChecked(said.yes)
        for question, text in zip(asks.texts, self._texts, strict=True):
            text.setTabChangesFocus(True)
            text.setFixedHeight(theme.px(60))
            self.body.addLayout(column(field_label(question, text), text, spacing=4))
        if asks.number:
            name = field_label(asks.number, self._number)
            self.body.addLayout(column(name, row(self._number, None), spacing=4))
        if asks.yes:
            self.body.addLayout(row(self._yes, None))
        self._buttons = [
            button(translate("OwnExercise", "Up"), lambda: self.move_requested.emit(-1)),
            button(translate("OwnExercise", "Down"), lambda: self.move_requested.emit(1)),
            button(translate("OwnExercise", "Remove"), self.remove_requested.emit),
        ]
        for each in self._buttons:
            each.setProperty("look", "quiet")
        self.body.addWidget(holder(Flow(*self._buttons)))
        self.setFocusProxy(self._texts[0])

    def show_place(self, number: int, count: int) -> None:
        """Say which one of how many it is."""
        place = translate("OwnExercise", "part {number} of {count}")
        place = place.replace("{number}", str(number)).replace("{count}", str(count))
        self.setAccessibleName(place)
        for each in self._buttons:
            each.setAccessibleName(f"{each.text()}: {place}")
        self._buttons[0].setEnabled(number > 1)
        self._buttons[1].setEnabled(number < count)

    @property
    def said(self) -> Said:
        """What the fields say."""
        texts = tuple(text.toPlainText() for text in self._texts)
        return Said(texts, float(self._number.value()), self._yes.isChecked())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() in ways:
            self.move_requested.emit(ways[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
