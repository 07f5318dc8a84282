"""What a chart is to a screen reader: a chart with a name, a summary, and the point one is at."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from typing_extensions import override


class Readable(QWidget):
    """A painted widget whose numbers are read one at a time; `reading` is the present one."""

    def __init__(self) -> None:
        _install()
        super().__init__()
        self.reading = ""


class _Voice(QAccessibleWidget):
    """Holds no widget of its own, so that nothing private outlives its page."""

    @override
    def text(self, t: QAccessible.Text) -> str:
        thing = self.object()
        if not isinstance(thing, Readable):
            return ""
        if t == QAccessible.Text.Value:
            return thing.reading
        if t == QAccessible.Text.Description and thing.reading:
            return f"{thing.reading}. {thing.accessibleDescription()}"
        return super().text(t)


_kept: Final[list[QAccessibleInterface]] = []  # Qt holds them without owning the Python side
_installed: Final[list[bool]] = []


def _interface(_class: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, Readable):
        return None
    made = _Voice(thing, QAccessible.Role.Chart, "")
    _kept.append(made)
    return made


def _install() -> None:
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_interface)
