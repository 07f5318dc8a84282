"""Fields for a number, wide enough for large text and calm under the wheel."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QWidget

from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.calm_fields import CalmWheel
from copingkit.ui.widgets.layout import column, holder, row
from copingkit.ui.widgets.text import field_label

Number = TypeVar("Number", QSpinBox, QDoubleSpinBox)


def whole(value: int, limits: tuple[int, int]) -> QSpinBox:
    """A field for a whole number."""
    made = QSpinBox()
    made.setRange(*limits)
    made.setValue(value)
    return _dressed(made)


def minutes(value: float, least: float) -> QDoubleSpinBox:
    """A field for minutes, up to an hour, in halves."""
    return _pointed(value, least, 60.0, "")


def seconds(value: float) -> QDoubleSpinBox:
    """A field for the seconds of a breath, 0 to 20, in halves."""
    return _pointed(value, 0.0, 20.0, translate("OwnExercise", " s"))


def named(question: str, field: QWidget) -> QWidget:
    """A field under its question, as wide as it needs to be."""
    return holder(column(field_label(question, field), row(field, None), spacing=4))


def _pointed(value: float, least: float, most: float, suffix: str) -> QDoubleSpinBox:
    made = QDoubleSpinBox()
    made.setRange(least, most)
    made.setDecimals(1)
    made.setSingleStep(0.5)
    made.setSuffix(suffix)
    made.setValue(value)
    return _dressed(made)


def _dressed(made: Number) -> Number:
    made.setMinimumSize(theme.px(112), theme.px(36))
    made.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
    CalmWheel(made).watch(made)
    return made
