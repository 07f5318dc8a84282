"""Buttons by what they are (plain, primary, quiet, icon, answer, choice, crisis)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from copingkit.ui import icons, theme
from copingkit.ui.widgets.switch import Switch
from copingkit.ui.widgets.wrapping import WrappingButton, WrappingSwitch

_SHORT, _SHORT_BY_ICON = 20, 14  # letters, which go everywhere into one line
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
    stays: bool = False,
) -> QPushButton:
    """A button that says in a plain verb what it does; Enter works as well as Space.

    One that `stays` shows whether it is down.
    """
    made = _made(text, stays=stays, icon=bool(icon))
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


def _made(text: str, *, stays: bool, icon: bool) -> QPushButton:
    if len(text) <= (_SHORT_BY_ICON if icon else _SHORT):
        short = text.replace("&", "&&")
        return (Switch if stays else QPushButton)(f" {short}" if icon and text else short)
    made: QPushButton = WrappingSwitch() if stays else WrappingButton()
    made.setText(text)
    return made


def icon_button(
    name: str, icon: str, pressed: Callable[[], object] | None = None, *, stays: bool = False
) -> QPushButton:
    """A button that shows only an icon; `name` is its tooltip and its accessible name."""
    made = button("", pressed, look="icon", icon=icon, stays=stays)
    made.setAccessibleName(name)
    made.setToolTip(name)
    side = theme.px(36)
    made.setFixedSize(side, side)
    return made
