"""The plain fields of the exposure pages, each under its question."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPlainTextEdit, QWidget

from copingkit.ui import theme
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import column, holder
from copingkit.ui.widgets.text import field_label, label


class Line(QWidget):
    """One line under its question."""

    def __init__(self, question: str, text: str, changed: Callable[[], None]) -> None:
        super().__init__()
        self.field = QLineEdit(text)
        self.field.textEdited.connect(lambda _text: changed())
        self.setLayout(column(field_label(question, self.field), self.field, spacing=4))
        self.setFocusProxy(self.field)

    @property
    def text(self) -> str:
        """What is written."""
        return self.field.text().strip()


class Paragraph(QWidget):
    """Some lines under their question; Tab goes on to the next field."""

    def __init__(self, question: str, text: str, changed: Callable[[], None]) -> None:
        super().__init__()
        self.field = QPlainTextEdit(text)
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(theme.px(76))
        self.field.textChanged.connect(changed)
        self.setLayout(column(field_label(question, self.field), self.field, spacing=4))
        self.setFocusProxy(self.field)

    @property
    def text(self) -> str:
        """What is written."""
        return self.field.toPlainText().strip()


class Choice(QWidget):
    """A few named answers of which one is chosen, or none yet; `chosen` gives its number."""

    chosen = Signal(int)

    def __init__(
        self, question: str, names: list[str], value: int | None, *, look: str = "small"
    ) -> None:
        """`look` is how the question is set."""
        super().__init__()
        self._group = QButtonGroup(self)
        for number, name in enumerate(names):
            made = button(name, partial(self.chosen.emit, number), look="choice", stays=True)
            made.setAccessibleName(f"{question}: {name}")
            made.setChecked(number == value)
            self._group.addButton(made, number)
        ways = holder(Flow(*self._group.buttons()))
        ways.setAccessibleName(question)
        self.setLayout(column(label(question, look), ways, spacing=4))
        self.setFocusProxy(self._group.button(0))

    def show_value(self, value: int | None) -> None:
        """Show another answer as the chosen one, or none."""
        self._group.setExclusive(False)  # else the one that is chosen could not be taken back
        for made in self._group.buttons():
            made.setChecked(self._group.id(made) == value)
        self._group.setExclusive(True)
