"""How the program looks: colours from a theme file, one style sheet, one scale for everything."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from copingkit.core import assets

THEMES: Final = ("system", "light", "dark", "contrast")
STYLE: Final = ("-style", "Fusion")  # setStyle gives a QStyle, whose enums take 10 ms to set up
COLUMN: Final = 760  # width of the text column at 100 %
_ROLES: Final = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "raised"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.PlaceholderText, "muted"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.ToolTipBase, "raised"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "on_accent"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.Mid, "border"),
)


class Look(NamedTuple):
    """What is drawn with now: the theme's name, its colours, the scale (1.0 is 100 %)."""

    theme: str
    colours: dict[str, str]
    scale: float
    reduced_motion: bool


_now = Look("light", {}, 1.0, False)


def now() -> Look:
    """The present look."""
    return _now


def px(size: float) -> int:
    """`size` in pixels at 100 %, at the present text size; 0 stays 0, anything else at least 1."""
    return max(1, round(size * _now.scale)) if size else 0


def colour(name: str) -> QColor:
    """A colour of the present theme by its token ("accent", "on_crisis")."""
    return QColor(_now.colours[name])


def apply(theme: str, text_size: int, *, reduced_motion: bool = False) -> None:
    """Dress every window that is there: `theme` of THEMES, `text_size` in percent (80 to 200).

    The application is to be made with `theme.STYLE` among its arguments.
    """
    prepare(theme, text_size, reduced_motion=reduced_motion)
    for window in QApplication.topLevelWidgets():
        if window.styleSheet():
            wear(window)


def prepare(theme: str, text_size: int, *, reduced_motion: bool = False) -> None:
    """Choose the look that widgets are built for, and its palette; a window then `wear`s it."""
    global _now  # noqa: PLW0603 - one program has one look, and painters ask for it everywhere
    name = resolved(theme)
    _now = Look(name, colours(name), text_size / 100, reduced_motion)
    QApplication.setPalette(palette())


def wear(window: QWidget) -> None:
    """Put the style sheet of the chosen look on a window, with all that is and will be in it.

    It is the windows that have it and not the application: with that Qt would look through a whole
    tree of widgets again each time that any part of it gets a parent, so that a page would take
    twice as long to build.
    """
    sheet = style_sheet()
    if window.styleSheet() != sheet:
        window.setStyleSheet(sheet)


def resolved(theme: str) -> str:
    """The theme that "system" stands for at this moment; others stand for themselves."""
    if theme != "system":
        return theme
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


@cache
def colours(name: str) -> dict[str, str]:
    """The tokens of a theme file; raises ContentDamaged when it does not ship."""
    return assets.read_table(f"themes/{name}.toml")


def palette() -> QPalette:
    """The present colours as a palette, for what the style draws itself."""
    made = QPalette()
    for role, token in _ROLES:
        made.setColor(role, colour(token))
        if role in {QPalette.ColorRole.Text, QPalette.ColorRole.WindowText}:
            made.setColor(QPalette.ColorGroup.Disabled, role, colour("muted"))
    return made


def style_sheet() -> str:
    """The one style sheet, with colours and sizes filled in."""
    text = assets.read_text("themes/app.qss")
    text = re.sub(r"px\((\d+)\)", lambda found: f"{px(int(found[1]))}px", text)
    icons = (assets.root() / "icons").as_posix()
    text = re.sub(r"icon:(\w+)", lambda found: f"{icons}/{found[1]}-{_now.theme}.svg", text)
    return re.sub(r"@(\w+)", lambda found: _now.colours[found[1]], text)


def set_look(widget: QWidget, look: str) -> None:
    """Say what a widget is to the style sheet, now or after it was shown."""
    if widget.property("look") == look:
        return
    widget.setProperty("look", look)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # also before it is shown
        widget.style().unpolish(widget)
        widget.style().polish(widget)
