"""Fields for secrets: what is typed in them never reaches a screen reader, seen or not."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from copingkit.ui import theme

_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class _NameOnly(QAccessibleWidget):
    """A field that tells its name and that it is secret, and has no text to read."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field, QAccessible.Role.EditableText, field.accessibleName())
        self._field = field

    @override
    def text(self, t: QAccessible.Text) -> str:
        if t == QAccessible.Text.Name:
            return self._field.accessibleName()
        return self._field.accessibleDescription() if t == QAccessible.Text.Description else ""

    @override
    def state(self) -> QAccessible.State:
        state = super().state()
        state.passwordEdit = True
        return state


_kept: Final[list[QAccessibleInterface]] = []  # Qt holds them without owning the Python side
_installed: Final[list[bool]] = []


def _interface(_class: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, UnspokenLine | UnspokenText):
        return None
    made = _NameOnly(thing)
    _kept.append(made)
    return made


def _install() -> None:
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_interface)


class UnspokenLine(QLineEdit):
    """One line for a secret; starts with its letters hidden."""

    def __init__(self, *, hidden: bool = True) -> None:
        _install()
        super().__init__()
        self.setInputMethodHints(_HINTS)
        self.show_letters(not hidden)

    def show_letters(self, seen: bool) -> None:
        """Show what is typed on the screen, or dots."""
        mode = QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)

    def wipe(self) -> None:
        """Empty it, with what Undo would bring back."""
        self.setText("")


class UnspokenText(QPlainTextEdit):
    """Some lines for a secret that has to be seen while it is typed; Tab leaves it."""

    def __init__(self, lines: int) -> None:
        _install()
        super().__init__()
        self.setInputMethodHints(_HINTS)
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme.px(24 * lines + 20))

    def wipe(self) -> None:
        """Empty it, with what Undo would bring back."""
        self.clear()
