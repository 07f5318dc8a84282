"""What may be said of an exercise of one's own: what it is for, when not, where it is found."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from copingkit.tools.exercises.model import Exercise, Need
from copingkit.tools.exercises.view.library_words import need_words
from copingkit.tools.exercises.view.paragraph import paragraph
from copingkit.ui.language import translate
from copingkit.ui.widgets.layout import column, row
from copingkit.ui.widgets.text import field_label, label
from copingkit.ui.widgets.wrapping import TickBox


class OwnAbout(QWidget):
    """Everything in it may stay empty. `changed`: something was typed or marked."""

    changed = Signal()

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        self._texts = {name: paragraph(getattr(exercise, name)) for name in _questions()}
        self._needs = {need: TickBox(need_words(need)) for need in Need}
        box = column(spacing=8)
        for name, question in _questions().items():
            field = self._texts[name]
            box.addLayout(column(field_label(question, field), field, spacing=4))
            field.textChanged.connect(self.changed)
        box.addWidget(label(translate("OwnExercise", "I look for it when"), "small"))
        for need, check in self._needs.items():
            check.setChecked(need in exercise.needs)
            check.toggled.connect(lambda _on: self.changed.emit())
            box.addLayout(row(check, None))
        self.setLayout(box)

    def take(self, exercise: Exercise) -> Exercise:
        """The exercise with what is said here."""
        said = {name: field.toPlainText().strip() for name, field in self._texts.items()}
        return replace(
            exercise,
            needs=tuple(need for need, check in self._needs.items() if check.isChecked()),
            purpose=said["purpose"],
            not_for=said["not_for"],
            stop_if=said["stop_if"],
            eyes_open=said["eyes_open"],
            without_breath=said["without_breath"],
        )


def _questions() -> dict[str, str]:
    return {
        "purpose": translate("OwnExercise", "What it is for"),
        "not_for": translate("OwnExercise", "When not"),
        "stop_if": translate("OwnExercise", "Stop if"),
        "eyes_open": translate("OwnExercise", "With open eyes"),
        "without_breath": translate("OwnExercise", "Without the breath"),
    }
