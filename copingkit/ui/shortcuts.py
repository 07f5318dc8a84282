"""Every shortcut of the program in one place, so that F1 can list them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from copingkit.ui.language import QT_TRANSLATE_NOOP, translate


class Key(NamedTuple):
    """A shortcut by its name, its keys in portable form, and what it does in words."""

    name: str
    keys: str
    says: str


KEYS: Final = (
    Key("help_now", "Ctrl+Shift+H", QT_TRANSLATE_NOOP("Shortcuts", "Help me now, from anywhere")),
    Key("lock", "Ctrl+L", QT_TRANSLATE_NOOP("Shortcuts", "Lock")),
    Key("hide", "Ctrl+Shift+Space", QT_TRANSLATE_NOOP("Shortcuts", "Show a neutral page at once")),
    Key("search", "Ctrl+F", QT_TRANSLATE_NOOP("Shortcuts", "Search")),
    Key("home", "Alt+Home", QT_TRANSLATE_NOOP("Shortcuts", "Go to Home")),
    Key("print", "Ctrl+P", QT_TRANSLATE_NOOP("Shortcuts", "Print or save as PDF")),
    Key("undo", "Ctrl+Z", QT_TRANSLATE_NOOP("Shortcuts", "Undo what was just removed")),
    Key("preferences", "Ctrl+,", QT_TRANSLATE_NOOP("Shortcuts", "Preferences")),
    Key("larger", "Ctrl++", QT_TRANSLATE_NOOP("Shortcuts", "Larger text")),
    Key("smaller", "Ctrl+-", QT_TRANSLATE_NOOP("Shortcuts", "Smaller text")),
    Key("help", "F1", QT_TRANSLATE_NOOP("Shortcuts", "Show the shortcuts")),
    Key("quit", "Ctrl+Q", QT_TRANSLATE_NOOP("Shortcuts", "Close copingkit")),
)
IN_LISTS: Final = (
    Key("", "Enter", QT_TRANSLATE_NOOP("Shortcuts", "Open the row; after a new one, add the next")),
    Key("", "Alt+Up", QT_TRANSLATE_NOOP("Shortcuts", "Move the row up")),
    Key("", "Alt+Down", QT_TRANSLATE_NOOP("Shortcuts", "Move the row down")),
    Key("", "Del", QT_TRANSLATE_NOOP("Shortcuts", "Remove the row (Undo brings it back)")),
)
IN_CRISIS: Final = (
    Key("", "Enter", QT_TRANSLATE_NOOP("Shortcuts", "Next step")),
    Key("", "Backspace", QT_TRANSLATE_NOOP("Shortcuts", "Step before")),
    Key("", "1", QT_TRANSLATE_NOOP("Shortcuts", "To a step by its number (1 to 7)")),
    Key("", "P", QT_TRANSLATE_NOOP("Shortcuts", "People")),
    Key("", "L", QT_TRANSLATE_NOOP("Shortcuts", "Helplines")),
    Key("", "Esc", QT_TRANSLATE_NOOP("Shortcuts", "Close; nothing is lost")),
)
IN_EXERCISES: Final = (
    Key(
        "", "Space", QT_TRANSLATE_NOOP("Shortcuts", "Pause, go on, or the next step; so does Enter")
    ),
    Key("", "Right", QT_TRANSLATE_NOOP("Shortcuts", "Skip to what comes next")),
    Key("", "Left", QT_TRANSLATE_NOOP("Shortcuts", "Back to what came before")),
    Key("", "1", QT_TRANSLATE_NOOP("Shortcuts", "Choose a way on by its number (1 to 9)")),
    Key("", "M", QT_TRANSLATE_NOOP("Shortcuts", "Silent, or sound on")),
    Key("", "Esc", QT_TRANSLATE_NOOP("Shortcuts", "End; nothing is lost")),
)
IN_CARDS: Final = (
    Key("", "Space", QT_TRANSLATE_NOOP("Shortcuts", "Turn the card")),
    Key("", "Right", QT_TRANSLATE_NOOP("Shortcuts", "To the next card")),
    Key("", "Left", QT_TRANSLATE_NOOP("Shortcuts", "To the card before")),
    Key("", "Esc", QT_TRANSLATE_NOOP("Shortcuts", "Back to the ladder")),
)


def bind(name: str, window: QWidget, call: Callable[[], object]) -> QShortcut:
    """Make the shortcut `name` of KEYS work in the whole window."""
    key = next(key for key in KEYS if key.name == name)
    made = QShortcut(QKeySequence(key.keys), window)
    made.setContext(Qt.ShortcutContext.WindowShortcut)
    made.activated.connect(call)
    return made


def shown(key: Key) -> tuple[str, str]:
    """The keys as this system writes them and what they do, in the person's language."""
    native = QKeySequence(key.keys).toString(QKeySequence.SequenceFormat.NativeText)
    return native, translate("Shortcuts", key.says)
