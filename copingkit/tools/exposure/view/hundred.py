"""A number from 0 to 100 that nobody has to say: distress (SUDS) or how likely something seems."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSlider, QWidget
from typing_extensions import override

from copingkit.tools.exposure.trial import Trial
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.calm_fields import CalmWheel
from copingkit.ui.widgets.layout import column, row
from copingkit.ui.widgets.text import field_label, label

_TYPING_MS = 1500


class _Slider(QSlider):
    """Takes typed digits as well: "4", "0" is 40."""

    typed = Signal(int)

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, 100)
        self.setSingleStep(5)
        self.setPageStep(10)
        self.setMinimumHeight(theme.px(36))
        self._digits = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_MS)
        self._pause.timeout.connect(self._forget)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.text()
        if digit.isdecimal() and digit.isascii():
            longer = self._digits + digit
            self._digits = longer if int(longer) <= 100 else digit
            self._pause.start()
            self.typed.emit(int(self._digits))
        else:
            self._forget()
            super().keyPressEvent(event)

    def _forget(self) -> None:
        self._digits = ""


class Hundred(QWidget):
    """A slider with its number and what that means.

    `said` (an int) comes with each change, `settled` (an int) once a number stays for a moment.
    `value` is None until something is said. `meaning` gives words for a number, empty for none;
    `scale` says what the numbers mean while none is said.
    """

    said = Signal(int)
    settled = Signal(int)

    def __init__(
        self,
        question: str,
        value: int | None,
        meaning: Callable[[int], str] | None = None,
        *,
        scale: str = "",
    ) -> None:
        super().__init__()
        self.value = value
        self._meaning, self._scale = meaning, scale
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_TYPING_MS)
        self._settling.timeout.connect(self._settle)
        self.slider = _Slider()
        self.slider.setValue(value if value is not None else 0)
        CalmWheel(self).watch(self.slider)
        self._number = label("", "strong", wrap=False)
        self._number.setMinimumWidth(theme.px(44))
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._words = label("", "small")
        line = row(self.slider, self._number, spacing=12)
        line.setStretch(0, 1)
        name = field_label(question, self.slider)
        self.setLayout(column(name, line, self._words, spacing=4))
        self._words.setVisible(meaning is not None)
        self.setFocusProxy(self.slider)
        self.slider.valueChanged.connect(self._take)
        self.slider.typed.connect(self._on_typed)
        self.slider.sliderReleased.connect(lambda: self._take(self.slider.value()))
        self._show()

    def show_value(self, value: int | None) -> None:
        """Show another number, as nobody's saying."""
        self.value = value
        with QSignalBlocker(self.slider):
            self.slider.setValue(value if value is not None else 0)
        self._show()

    def _on_typed(self, value: int) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(value)
        self._take(value)

    def _take(self, value: int) -> None:
        if self.slider.isSliderDown():
            self._show_number(value)
            return
        self.value = value
        self._show()
        self._settling.start()
        self.said.emit(value)

    def flush(self) -> None:
        """Take the number as it stands now."""
        if self._settling.isActive():
            self._settling.stop()
            self._settle()

    def _settle(self) -> None:
        if self.value is not None:
            self.settled.emit(self.value)

    def _show(self) -> None:
        if self.value is None:
            unsaid = translate("Exposure", "not said")
            self._number.setText("–")
            self._words.setText((self._scale or unsaid) if self._meaning is not None else "")
            self.slider.setAccessibleDescription(unsaid)
        else:
            self._show_number(self.value)

    def _show_number(self, value: int) -> None:
        words = self._meaning(value) if self._meaning is not None else ""
        self._number.setText(str(value))
        self._words.setText(words)
        self.slider.setAccessibleDescription(words)


def urge_field(trial: Trial, urge: int | None) -> Hundred | None:
    """The urge to do a ritual, where the trial has one to leave out."""
    if not any(behaviour.ritual for behaviour in trial.safety_behaviours):
        return None
    return Hundred(translate("Exposure", "How strong is the urge to do a ritual now?"), urge)
