"""Buttons by what they are: plain, primary, quiet, icon, answer, choice, crisis."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from copingkit.ui import icons, theme

_ICON_COLOUR = {
    "primary": "on_accent",
    "answer-primary": "on_accent",
    "quiet": "accent",
    "tall-quiet": "accent",
    "crisis": "on_crisis",
    "nav": "muted",
    "icon": "muted",
}


def button(
    text: str,
    pressed: Callable[[], object] | None = None,
    *,
    look: str = "",
    icon: str = "",
) -> QPushButton:
    """A button that says in a plain verb what it does; Enter works as well as Space."""
    made = QPushButton(f" {text}" if icon and text else text)
    made.setAccessibleName(text)
    made.setAutoDefault(True)
    if look:
        made.setProperty("look", look)
    if icon:
        checked = "on_accent_soft" if look == "nav" else ""
        made.setIcon(icons.icon(icon, _ICON_COLOUR.get(look, "text"), checked))
        made.setIconSize(QSize(theme.px(20), theme.px(20)))
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if pressed is not None:
        call = pressed
        made.clicked.connect(lambda _checked: call())
    return made


def icon_button(name: str, icon: str, pressed: Callable[[], object] | None = None) -> QPushButton:
    """A button that shows only an icon; `name` is its tooltip and its accessible name."""
    made = button("", pressed, look="icon", icon=icon)
    made.setAccessibleName(name)
    made.setToolTip(name)
    side = theme.px(36)
    made.setFixedSize(side, side)
    return made
