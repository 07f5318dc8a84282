"""Buttons by what they are (plain, primary, quiet, icon, answer, choice, crisis)."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from copingkit.ui import icons, theme
from copingkit.ui.widgets.switch import Switch

_LARGE_TEXT: Final = 1.5
_LINE: Final = 52  # letters, half as many of them in large text
_SHORT_LINE: Final = 20  # in large text, where less of them fit
_ICON_COLOUR = {
    "primary": "on_accent",
    "answer-primary": "on_accent",
    "quiet": "accent",
    "tall-quiet": "accent",
    "crisis": "on_crisis",
    "nav": "muted",
    "icon": "muted",
}


def in_lines(text: str, *, larger: bool = False) -> str:
    """A button's text as Qt takes it: a long one in several lines, "&" without its meaning.

    As few lines as can be, and those as short as they can be. `larger`: its letters are, or an
    icon stands before them.
    """
    line = _LINE
    if theme.now().scale >= _LARGE_TEXT:
        line = _SHORT_LINE if larger else _LINE // 2
    if len(text) > line:
        longest = min(max(map(len, text.split()), default=line), line)
        ways = [textwrap.wrap(text, letters) for letters in range(longest, line + 1)]
        text = "\n".join(next(lines for lines in ways if len(lines) == len(ways[-1])))
    return text.replace("&", "&&")


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
    lines = in_lines(text, larger=bool(icon) or look.startswith("answer"))
    made = (Switch if stays else QPushButton)(f" {lines}" if icon and text else lines)
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
