"""Icons ship, and are drawn in the theme's colour at the moment of painting."""

from __future__ import annotations

import ast

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap

from copingkit.core import assets
from copingkit.ui import icons, theme
from tests.support.looks import dress
from tests.support.source_tree import package_files, parsed

pytestmark = pytest.mark.usefixtures("dressed")


def strongest(drawn: QPixmap) -> str:
    """The colour of the pixel that covers most."""
    image = drawn.toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=QColor.alpha).name()


def test_an_icon_has_the_colour_of_its_tone() -> None:
    drawn = icons.icon("lock", "accent").pixmap(QSize(48, 48))
    assert strongest(drawn) == theme.colours("light")["accent"].lower()


def test_it_follows_a_change_of_theme() -> None:
    lock = icons.icon("lock", "accent")
    lock.pixmap(QSize(48, 48))
    dress("dark", 100)
    assert strongest(lock.pixmap(QSize(48, 48))) == theme.colours("dark")["accent"].lower()


def test_it_is_drawn_once_for_each_size_and_colour() -> None:
    icons._renderer.cache_clear()
    for side in (17, 17, 19):
        icons.icon("lock", "accent").pixmap(QSize(side, side))
    icons.icon("lock", "muted").pixmap(QSize(17, 17))
    drawn = icons._renderer.cache_info()
    assert drawn.hits + drawn.misses == 3


def test_checked_and_disabled_have_colours_of_their_own() -> None:
    lock = QIcon(icons.icon("lock", "muted", "crisis"))
    colours = theme.colours("light")
    size = QSize(48, 48)
    checked = lock.pixmap(size, QIcon.Mode.Normal, QIcon.State.On)
    disabled = lock.pixmap(size, QIcon.Mode.Disabled, QIcon.State.On)
    assert strongest(checked) == colours["crisis"].lower()
    assert strongest(disabled) == colours["muted"].lower()


def named_icons() -> set[str]:
    """Every icon named by a literal: `icon="..."`, `icon("...")`, `icon_button(_, "...")`."""
    found: set[str] = set()
    for path in package_files():
        for node in ast.walk(parsed(path)):
            if not isinstance(node, ast.Call):
                continue
            given = [pair.value for pair in node.keywords if pair.arg == "icon"]
            called = ast.unparse(node.func).rpartition(".")[2]
            place = {"icon": 0, "icon_button": 1}.get(called)
            if place is not None and len(node.args) > place:
                given.append(node.args[place])
            found |= {
                value.value
                for value in given
                if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value
            }
    return found


def test_every_icon_that_the_code_names_ships_and_takes_a_colour() -> None:
    assert {"close", "undo", "grip"} <= named_icons()
    for name in named_icons():
        assert "currentColor" in assets.read_text(f"icons/{name}.svg"), name
