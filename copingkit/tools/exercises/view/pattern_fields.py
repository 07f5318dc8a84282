"""What is asked of a breathing pattern: the seconds of each part, and the pace that they make."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from copingkit.tools.exercises.model import Exercise, Pattern
from copingkit.tools.exercises.own_parts import with_breath
from copingkit.tools.exercises.view.number_fields import minutes, named, seconds
from copingkit.ui.language import translate
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import column
from copingkit.ui.widgets.text import label


class PatternFields(QWidget):
    """Holds are 0 unless somebody sets them. `changed`: something was set."""

    changed = Signal()

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        pattern = exercise.breathing.pattern if exercise.breathing else Pattern(4, 6)
        self._fields = {name: seconds(getattr(pattern, name)) for name in _questions()}
        self._minutes = minutes(exercise.minutes, 0.5)
        self._pace = label("", "strong")
        asked = [named(text, self._fields[name]) for name, text in _questions().items()]
        asked.append(named(translate("OwnExercise", "Minutes in all"), self._minutes))
        self.setLayout(
            column(
                Flow(*asked, spacing=16),
                self._pace,
                label(_hold_caution(), "small"),
                spacing=12,
            )
        )
        for field in (*self._fields.values(), self._minutes):
            field.valueChanged.connect(lambda _value: self._on_changed())
        self._say_pace()

    def take(self, exercise: Exercise) -> Exercise:
        """The exercise with this pattern, and with its cautions where none were written."""
        made = with_breath(exercise, self._pattern(), self._minutes.value())
        pattern = self._pattern()
        usual = {"", _caution(), f"{_hold_caution()} {_caution()}"}
        not_for = exercise.not_for
        if not_for in usual:
            holds = pattern.hold or pattern.rest
            not_for = f"{_hold_caution()} {_caution()}" if holds else _caution()
        return replace(made, not_for=not_for, stop_if=exercise.stop_if or _stop())

    def _pattern(self) -> Pattern:
        return Pattern(**{name: field.value() for name, field in self._fields.items()})

    def _on_changed(self) -> None:
        self._say_pace()
        self.changed.emit()

    def _say_pace(self) -> None:
        whole = self._pattern().seconds
        text = translate("OwnExercise", "{pace} breaths a minute")
        pace = f"{60 / whole:.1f}".removesuffix(".0") if whole else "–"
        self._pace.setText(text.replace("{pace}", pace))


def _questions() -> dict[str, str]:
    return {
        "breathe_in": translate("OwnExercise", "Breathe in"),
        "top_up": translate("OwnExercise", "One more sip (0: no)"),
        "hold": translate("OwnExercise", "Hold (0: no hold)"),
        "breathe_out": translate("OwnExercise", "Breathe out"),
        "rest": translate("OwnExercise", "Rest (0: no rest)"),
    }


def _hold_caution() -> str:
    return translate(
        "OwnExercise",
        "Leave the holds at 0 if you are pregnant, have heart or lung disease, high blood pressure "
        "or epilepsy, or if holding your breath makes you panic.",
    )


def _caution() -> str:
    return translate(
        "OwnExercise",
        "Leave it out if paying attention to your breath makes panic stronger, and never do it "
        "while you drive or are in water.",
    )


def _stop() -> str:
    return translate(
        "OwnExercise",
        "Stop if you get dizzy, if your hands tingle, if your chest hurts or if panic comes. Then "
        "breathe the way you normally do.",
    )
