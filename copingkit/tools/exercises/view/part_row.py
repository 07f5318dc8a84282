"""One part of an exercise of one's own: its texts, its number, to be moved and removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from copingkit.core.ids import new_id
from copingkit.tools.exercises.model import Kind, Step
from copingkit.tools.exercises.own_parts import Piece, Said
from copingkit.tools.exercises.view.number_fields import named, whole
from copingkit.tools.exercises.view.paragraph import paragraph
from copingkit.tools.exercises.view.ways_on import Target, WaysOn
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, column, holder, row
from copingkit.ui.widgets.text import field_label
from copingkit.ui.widgets.wrapping import TickBox

_NAME: Final = 50  # letters of a step where a way leads to it


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked of a part: its texts, a number with its limits, a yes or no; empty: not.

    `leads`: it may have several ways on.
    """

    texts: tuple[str, ...]
    number: str = ""
    limits: tuple[int, int] = (0, 0)
    usual: int = 0
    yes: str = ""
    leads: bool = False


def questions(kind: Kind) -> Questions:
    """What is asked of each part of a kind."""
    if kind is Kind.GUIDED:
        seconds = translate("OwnExercise", "Seconds that it stands, silence included")
        bell = translate("OwnExercise", "A bell begins it")
        said = translate("OwnExercise", "What is said")
        return Questions((said,), seconds, (1, 600), 15, bell)
    if kind is Kind.GROUNDING:
        count = translate("OwnExercise", "How many answers (0: only to be noticed)")
        texts = (
            translate("OwnExercise", "What to look for"),
            translate("OwnExercise", "What to do instead, where that gives nothing (may be empty)"),
        )
        return Questions(texts, count, (0, 10), 3)
    if kind is Kind.STEPS:
        asks = translate("OwnExercise", "With a place to write")
        return Questions((translate("OwnExercise", "The step"),), yes=asks, leads=True)
    return Questions(
        (
            translate("OwnExercise", "Part of the body"),
            translate("OwnExercise", "How to tense it (empty: only let go)"),
            translate("OwnExercise", "How to let go"),
        )
    )


class PartRow(Card):
    """`move_requested` (-1 up, +1 down), `remove_requested`; `before` is the part as it was.

    `id` names it for ways that lead to it. `changed`: something was typed or set.
    """

    move_requested = Signal(int)
    remove_requested = Signal()
    changed = Signal()

    def __init__(self, asks: Questions, said: Said, before: Piece | None) -> None:
        super().__init__(spacing=8)
        self.before = before
        self.id = before.id if isinstance(before, Step) else f"step-{new_id()[:8]}"
        self._texts = [paragraph(text) for text in said.texts]
        self._number, self._yes = whole(int(said.number), asks.limits), TickBox(asks.yes)
        self._given = said.number, self._number.value()  # in a file it may be no whole number
        self._yes.setChecked(said.yes)
        self._ways = WaysOn(said.ways, "") if asks.leads else None
        for question, text in zip(asks.texts, self._texts, strict=True):
            self.body.addLayout(column(field_label(question, text), text, spacing=4))
            text.textChanged.connect(self.changed)
        if asks.number:
            self.body.addWidget(named(asks.number, self._number))
            self._number.valueChanged.connect(lambda _value: self.changed.emit())
        if asks.yes:
            self.body.addLayout(row(self._yes, None))
            self._yes.toggled.connect(lambda _on: self.changed.emit())
        if self._ways is not None:
            self.body.addWidget(self._ways)
            self._ways.changed.connect(self.changed)
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

    def show_targets(self, targets: Sequence[Target]) -> None:
        """The parts that a way on can lead to, itself among them."""
        if self._ways is not None:
            self._ways.show_targets(targets, self.accessibleName())

    @property
    def name(self) -> str:
        """The beginning of what it says, for a list of parts."""
        text = " ".join(self._texts[0].toPlainText().split())
        return shorten(text, _NAME, placeholder=" …")

    @property
    def said(self) -> Said:
        """What the fields say."""
        texts = tuple(text.toPlainText() for text in self._texts)
        given, shown = self._given
        number = given if self._number.value() == shown else float(self._number.value())
        ways = self._ways.choices if self._ways is not None else ()
        return Said(texts, number, self._yes.isChecked(), ways)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() in ways:
            self.move_requested.emit(ways[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
