"""Fields with a name of their own, none changed by a stray turn of the wheel."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from copingkit.ui.widgets.choice_box import ChoiceBox
from copingkit.ui.widgets.layout import column
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
