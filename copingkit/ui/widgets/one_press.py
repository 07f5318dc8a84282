"""A key that is held, and what a shaking hand touches twice, does what it does once."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from copingkit.core.pressing import REPEATS_S, TOGETHER_S, together

_ENTERS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_LEAVES: Final = frozenset({Qt.Key.Key_Escape})
_SPACE: Final = frozenset({Qt.Key.Key_Space})


class OnePress(QObject):
    """Lets each press of Space, Enter and Escape through once to what is inside of `root`.

    A press that follows its letting go within a moment is still the one before: Qt recognises only
    most of what X11 repeats. The first press is never held up. What is typed into a field repeats
    as ever. An event that carries no time was made by no keyboard, and counts.
    """

    def __init__(
        self,
        root: QWidget,
        *,
        plain: Collection[QWidget] = (),
        acts: Collection[Qt.Key] = (),
        steps: Collection[Qt.Key] = (),
        measures: QWidget | None = None,
    ) -> None:
        """`plain`: where `acts` and `steps` hold, too, and nobody types.

        `steps` go on or back: several quick presses are meant as several. `measures`: where it
        matters how long Space is held, which then comes as it is.
        """
        super().__init__(root)
        self._root, self._plain, self._measures = root, plain, measures
        self._acts, self._steps = frozenset(acts), frozenset(steps)
        self._up: dict[int, float] = {}  # when a key came up last
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and (now is self._root or self._root.isAncestorOf(now)):
            now.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyRelease:
            self._up[event.key()] = event.timestamp() / 1000
            return False
        return event.type() == QEvent.Type.KeyPress and self._is_held(watched, event)

    def _is_held(self, watched: QObject, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key not in self._once(watched, event):
            return False
        up, down = self._up.get(key, 0.0), event.timestamp() / 1000
        within = REPEATS_S if key in self._steps else TOGETHER_S
        return event.isAutoRepeat() or (up > 0 and down > 0 and together(up, down, within))

    def _once(self, watched: QObject, event: QKeyEvent) -> frozenset[Qt.Key]:
        """The keys that act where the keyboard is."""
        if isinstance(watched, QPlainTextEdit):  # Enter makes a line there, with Ctrl it goes on
            goes_on = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            return _LEAVES | _ENTERS if goes_on else _LEAVES
        if isinstance(watched, QLineEdit) or watched is self._measures:
            return _LEAVES | _ENTERS
        if watched in self._plain:
            return _LEAVES | _ENTERS | _SPACE | self._acts | self._steps
        return _LEAVES | _ENTERS | _SPACE


class OneClick(QObject):
    """Takes the second of two clicks away that are one for the system: a double click.

    For what does something else the second time, where people mean to press once.
    """

    def __init__(self, *watched: QWidget) -> None:
        super().__init__(watched[0])
        self._second = False
        for each in watched:
            each.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self._second = True
        elif event.type() == QEvent.Type.MouseButtonRelease and self._second:
            self._second = False
        else:
            return False
        return True
