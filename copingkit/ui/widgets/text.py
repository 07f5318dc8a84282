"""Labels by what they are; a person's own text is never read as markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from copingkit.ui import theme
from copingkit.ui.widgets.running_text import RunningText


def label(text: str, look: str = "", *, wrap: bool = True, selectable: bool = False) -> QLabel:
    """A plain-text label; `look` is a kind of text in the style sheet ("h1", "muted", "chip")."""
    if wrap and not selectable:
        made: QLabel = RunningText(text, theme.px(15))
    else:
        made = QLabel(text)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if look:
        made.setProperty("look", look)
    if selectable:
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        made.setAccessibleName(text)
    return made


def number(value: int) -> QLabel:
    """A number in a small disc, as in front of a step."""
    made = label(str(value), "number", wrap=False)
    side = 2 * theme.px(13)  # twice the sheet's radius, else Qt draws no disc
    made.setFixedSize(side, side)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


def field_label(text: str, buddy: QWidget, look: str = "small") -> QLabel:
    """A label that names `buddy` on the screen and to a screen reader."""
    made = label(text, look)
    made.setBuddy(buddy)
    buddy.setAccessibleName(text)
    return made
