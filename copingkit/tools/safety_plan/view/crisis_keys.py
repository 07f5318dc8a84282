"""The few keys of the crisis run."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_WITH = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class CrisisKeys:
    """Calls what belongs to a key; digits go to `jump`.

    A key that is held down counts once, so that nobody races through the plan.
    """

    def __init__(
        self, calls: Mapping[Qt.Key, Callable[[], object]], jump: Callable[[int], object]
    ) -> None:
        self._calls = calls
        self._jump = jump

    def take(self, event: QKeyEvent) -> bool:
        """Whether the key was one of ours."""
        key = event.key()
        digit = Qt.Key.Key_1 <= key <= Qt.Key.Key_9
        call = self._calls.get(Qt.Key(key))
        if event.modifiers() & ~_WITH or not (digit or call):
            return False
        if event.isAutoRepeat():
            return True
        if call is not None:
            call()
        else:
            self._jump(key - Qt.Key.Key_0)
        return True
