"""The fields that only the Preferences page has."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QSlider, QSpinBox, QWidget

from copingkit.preferences.preferences import LONGEST_IDLE, TEXT_SIZES
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.calm_fields import CalmWheel
from copingkit.ui.widgets.layout import column, row
from copingkit.ui.widgets.text import field_label, label


class TextSizeField(QWidget):
    """Text size in per cent, by a slider and by a number; both are the same value."""

    chosen = Signal(int)

    def __init__(self, size: int) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setTracking(False)  # the page is dressed anew when the handle is let go
        self.number = _number_box()
        self.number.setSuffix(" %")
        self.number.setKeyboardTracking(False)
        calm = CalmWheel(self)
        for part in (self.slider, self.number):
            part.setRange(TEXT_SIZES[0], TEXT_SIZES[-1])
            part.setSingleStep(10)
            part.setValue(size)
            part.valueChanged.connect(self._on_value)
            calm.watch(part)
        self.slider.setPageStep(20)
        self.slider.setMinimumHeight(theme.px(36))
        slider_name = field_label(translate("Preferences", "Text size"), self.slider)
        self.number.setAccessibleName(translate("Preferences", "Text size in per cent"))
        line = row(self.slider, self.number, spacing=12)
        line.setStretch(0, 1)
        self.setLayout(column(slider_name, line, spacing=4))
        self.setFocusProxy(self.slider)

    def _on_value(self, value: int) -> None:
        nearest = min(TEXT_SIZES, key=lambda size: abs(size - value))
        for part in (self.slider, self.number):
            with QSignalBlocker(part):
                part.setValue(nearest)
        self.chosen.emit(nearest)


class IdleField(QWidget):
    """Minutes until the vault locks itself; 0 is never."""

    chosen = Signal(int)

    def __init__(self, minutes: int) -> None:
        super().__init__()
        self.number = _number_box()
        self.number.setRange(0, LONGEST_IDLE)
        self.number.setSuffix(translate("Preferences", " minutes"))
        self.number.setSpecialValueText(translate("Preferences", "Never"))
        self.number.setKeyboardTracking(False)
        self.number.setValue(minutes)
        self.number.valueChanged.connect(self._on_value)
        CalmWheel(self).watch(self.number)
        name = field_label(
            translate("Preferences", "Lock when nobody types or clicks for"), self.number
        )
        hint = label(
            translate(
                "Preferences",
                "0 means never: then anyone at this computer can read what is open. “Help me "
                "now” works while locked.",
            ),
            "small",
        )
        self.setLayout(column(name, row(self.number, None), hint, spacing=4))
        self.setFocusProxy(self.number)

    def _on_value(self, value: int) -> None:
        self.chosen.emit(value)


def _number_box() -> QSpinBox:
    """A number with room before it, which the style sheet cannot give the field inside."""
    made = QSpinBox()
    made.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
    return made
