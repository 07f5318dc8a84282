"""The fields of the Preferences page, each named, none changed by a stray turn of the wheel."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QSlider, QSpinBox, QWidget
from typing_extensions import override

from copingkit.preferences.preferences import LONGEST_IDLE, TEXT_SIZES
from copingkit.shell.choice_box import ChoiceBox
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.layout import column, row
from copingkit.ui.widgets.text import field_label, label

Choice = tuple[str, str]


class CalmWheel(QObject):
    """Lets the wheel scroll the page, and change a field only while that has the focus."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Wheel
            and isinstance(watched, QWidget)
            and not watched.hasFocus()
        ):
            event.ignore()
            return True
        return False

    def watch(self, field: QWidget) -> None:
        """Calm one field."""
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.installEventFilter(self)


class ChoiceField(QWidget):
    """A labelled choice of (code, name) pairs; calls `chosen` with the code."""

    def __init__(
        self,
        text: str,
        choices: Sequence[Choice],
        code: str,
        chosen: Callable[[str], None],
        hint: str = "",
    ) -> None:
        super().__init__()
        self.box = ChoiceBox()
        for own_code, name in choices:
            self.box.addItem(name, own_code)
        self.box.setCurrentIndex(max(self.box.findData(code), 0))
        self.box.settled.connect(lambda: chosen(str(self.box.currentData())))
        CalmWheel(self).watch(self.box)
        parts: list[QWidget] = [field_label(text, self.box), self.box]
        if hint:
            parts.append(label(hint, "small"))
        self.setLayout(column(*parts, spacing=4))
        self.setFocusProxy(self.box)


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
