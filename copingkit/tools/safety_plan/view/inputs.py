"""One input for each shape of field: it shows a value, gives it back and says when it changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from typing_extensions import override

from copingkit.tools.safety_plan.forms import Shape
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.layout import row
from copingkit.ui.widgets.wrapping import TickBox

Value = str | int | bool | date | None
LINES = 8  # a text grows to this many lines before it scrolls


class LineInput(QLineEdit):
    """A short text or a phone number."""

    edited = Signal()

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        if shape is Shape.PHONE:
            self.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        self.textEdited.connect(self.edited)

    def value(self) -> str:
        """What is typed."""
        return self.text()

    def show_value(self, value: Value) -> None:
        """Put a text in."""
        self.setText(str(value))


class TextInput(QPlainTextEdit):
    """A text that wraps and grows; in an entry Enter ends it and Shift+Enter makes a new line."""

    edited = Signal()

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self._ends_on_enter = shape is Shape.ENTRY
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self.edited)
        self.textChanged.connect(self._fit)

    def value(self) -> str:
        """What is typed."""
        return self.toPlainText()

    def show_value(self, value: Value) -> None:
        """Put a text in, the cursor behind it."""
        blocked = self.blockSignals(True)
        self.setPlainText(str(value))
        self.blockSignals(blocked)
        self.moveCursor(self.textCursor().MoveOperation.End)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        if enter and plain and self._ends_on_enter:
            event.ignore()  # the editor around it ends
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        lines = min(max(1, round(self.document().size().height())), LINES)
        room = theme.px(16)
        self.setFixedHeight(max(lines * self.fontMetrics().lineSpacing() + room, theme.px(36)))


class ScaleInput(QComboBox):
    """0 to 10, or not said."""

    edited = Signal()

    def __init__(self, _shape: Shape) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.addItem(translate("SafetyPlan", "Not said"), None)
        for number in range(11):
            self.addItem(str(number), number)
        self.activated.connect(self.edited)

    def value(self) -> int | None:
        """The number, or None."""
        number: int | None = self.currentData()
        return number

    def show_value(self, value: Value) -> None:
        """Choose a number or None."""
        self.setCurrentIndex(self.findData(value))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the page must not change an answer


class FlagInput(TickBox):
    """Yes or not yet."""

    edited = Signal()

    def __init__(self, _shape: Shape) -> None:
        super().__init__()
        self.toggled.connect(lambda _on: self.edited.emit())

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def show_value(self, value: Value) -> None:
        """Tick it or not."""
        with QSignalBlocker(self):
            self.setChecked(bool(value))


class _Day(QDateEdit):
    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class DateInput(QWidget):
    """A day, or none."""

    edited = Signal()

    def __init__(self, _shape: Shape) -> None:
        super().__init__()
        self._set = False
        self._day = _Day()
        self._day.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._day.setCalendarPopup(True)
        self._day.setDisplayFormat("d MMM yyyy")
        self._day.dateChanged.connect(self.edited)
        self._choose = button(translate("SafetyPlan", "Choose a day"), self._on_choose)
        self._drop = button(translate("SafetyPlan", "No day"), self._on_drop, look="quiet")
        self.setLayout(row(self._choose, self._day, self._drop, None))
        self.setFocusProxy(self._choose)
        self._show()

    def value(self) -> date | None:
        """The day, or None."""
        day = self._day.date()
        return date(day.year(), day.month(), day.day()) if self._set else None

    def show_value(self, value: Value) -> None:
        """Show a day or None."""
        self._set = isinstance(value, date)
        if isinstance(value, date):
            blocked = self._day.blockSignals(True)
            self._day.setDate(QDate(value.year, value.month, value.day))
            self._day.blockSignals(blocked)
        self._show()

    def name(self, words: str) -> None:
        """Name the parts for a screen reader."""
        self._day.setAccessibleName(words)
        self._choose.setAccessibleName(f"{words}: {self._choose.text()}")
        self._drop.setAccessibleName(f"{words}: {self._drop.text()}")

    def _on_choose(self) -> None:
        today = QDate.currentDate()
        self.show_value(date(today.year(), today.month(), today.day()))
        self._day.setFocus(Qt.FocusReason.TabFocusReason)
        self.edited.emit()

    def _on_drop(self) -> None:
        self.show_value(None)
        self._choose.setFocus(Qt.FocusReason.TabFocusReason)
        self.edited.emit()

    def _show(self) -> None:
        self._choose.setVisible(not self._set)
        self._day.setVisible(self._set)
        self._drop.setVisible(self._set)


Input = LineInput | TextInput | ScaleInput | FlagInput | DateInput

INPUTS: dict[Shape, Callable[[Shape], Input]] = {
    Shape.LINE: LineInput,
    Shape.PHONE: LineInput,
    Shape.ENTRY: TextInput,
    Shape.PARAGRAPH: TextInput,
    Shape.SCALE: ScaleInput,
    Shape.FLAG: FlagInput,
    Shape.DATE: DateInput,
}
