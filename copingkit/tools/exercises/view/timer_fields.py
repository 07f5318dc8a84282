"""What is asked of a quiet time with bells: what is said, how long, how often it rings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from copingkit.tools.exercises.model import Exercise
from copingkit.tools.exercises.own_parts import with_timer
from copingkit.tools.exercises.view.number_fields import minutes, named
from copingkit.tools.exercises.view.paragraph import paragraph
from copingkit.ui.language import translate
from copingkit.ui.widgets.layout import column
from copingkit.ui.widgets.text import field_label


class TimerFields(QWidget):
    """`changed`: something was typed or set."""

    changed = Signal()

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        timer = exercise.timer
        texts = (timer.begin, timer.during, timer.finish) if timer else ("", "", "")
        self._said = [paragraph(text) for text in texts]
        self._minutes = minutes(exercise.minutes, 0.5)
        self._bell = minutes(timer.bell_minutes if timer else 0.0, 0.0)
        asks = (
            translate("OwnExercise", "What is said first"),
            translate("OwnExercise", "What stands there while it is quiet"),
            translate("OwnExercise", "What is said at the end"),
        )
        box = column(spacing=8)
        for question, field in zip(asks, self._said, strict=True):
            box.addLayout(column(field_label(question, field), field, spacing=4))
            field.textChanged.connect(self.changed)
        numbers = (
            (translate("OwnExercise", "Minutes in all"), self._minutes),
            (translate("OwnExercise", "A bell every so many minutes (0: none)"), self._bell),
        )
        for question, number in numbers:
            box.addWidget(named(question, number))
            number.valueChanged.connect(lambda _value: self.changed.emit())
        self.setLayout(box)

    def take(self, exercise: Exercise) -> Exercise:
        """The exercise with what the fields say."""
        begin, during, finish = (field.toPlainText() for field in self._said)
        return with_timer(
            exercise, (begin, during, finish), self._bell.value(), self._minutes.value()
        )
