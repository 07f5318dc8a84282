"""The three themes can be read, scale as a whole and dress the whole program."""

from __future__ import annotations

import re
from itertools import product

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from copingkit.core import assets
from copingkit.core.errors import ContentDamaged
from copingkit.ui import theme
from copingkit.ui.widgets.buttons import button
from tests.support.controls import show
from tests.support.looks import dress

pytestmark = pytest.mark.usefixtures("dressed")

SHEET = re.sub(r"/\*.*?\*/", "", assets.read_text("themes/app.qss"), flags=re.DOTALL)
HAS_FOCUS, ON = QStyle.StateFlag.State_HasFocus, QStyle.StateFlag.State_On
NAMES = [name for name in theme.THEMES if name != "system"]
GROUNDS = ("window", "surface", "raised")
TEXTS = ("text", "muted", "accent", "crisis", "good", "warn")
PAIRS = [
    *product(TEXTS, GROUNDS),
    ("on_accent", "accent"),
    ("on_accent_soft", "accent_soft"),
    ("on_crisis", "crisis"),
    ("text", "crisis_soft"),
    ("text", "accent_soft"),
]
EDGES = [
    *product(("border", "accent", "crisis", "text"), GROUNDS),
    ("accent", "accent_soft"),
    ("crisis", "crisis_soft"),
]


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def pairs_of_the_sheet() -> set[tuple[str, str]]:
    """(colour, background) of each rule; without a background of its own, each ground."""
    found: set[tuple[str, str]] = set()
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", SHEET):
        said = dict(re.findall(r"(?<![\w-])(color|background|selection-[\w-]+): @(\w+)", body))
        if "selection-color" in said:
            found.add((said["selection-color"], said["selection-background-color"]))
        if "color" in said and "background" in said:
            found.add((said["color"], said["background"]))
        elif "color" in said and "soft-card" not in selector:
            found |= {(said["color"], ground) for ground in GROUNDS}
    return found


def test_the_formula_gives_what_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", NAMES)
def test_every_text_can_be_read(name: str) -> None:
    colours = theme.colours(name)
    sheet = pairs_of_the_sheet()
    assert ("on_accent", "accent") in sheet
    faint = {
        pair: round(found, 2)
        for pair in {*PAIRS, *sheet}
        if (found := contrast(colours[pair[0]], colours[pair[1]])) < 4.5
    }
    assert not faint


@pytest.mark.parametrize("name", NAMES)
def test_every_edge_and_focus_ring_can_be_seen(name: str) -> None:
    colours = theme.colours(name)
    faint = {
        pair: round(found, 2)
        for pair in EDGES
        if (found := contrast(colours[pair[0]], colours[pair[1]])) < 3
    }
    assert not faint


def test_what_is_chosen_takes_no_more_room_than_before() -> None:
    """A button is as wide as its text; a heavier text, once it is pressed, would be cut off."""
    stretched = ("nav",)  # as wide as the sidebar
    heavier = [
        selector.strip()
        for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", SHEET)
        if re.search(r"QPushButton.*:(checked|hover|pressed|focus)", selector)
        and "font-" in body
        and not any(f'"{look}"' in selector for look in stretched)
    ]
    assert not heavier


LOOKS = set(re.findall(r'QPushButton\[look="([\w-]+)"\]', SHEET))
WIDER_THAN_THEIR_WORDS = {"scale", "crisis-word"}


@pytest.mark.parametrize("look", ["", *sorted(LOOKS - WIDER_THAN_THEIR_WORDS)])
def test_a_button_has_as_much_room_for_its_words_whatever_it_is_in(qtbot: QtBot, look: str) -> None:
    """A wider edge takes the room from the padding; else the last letter is cut off."""
    made = show(qtbot, button("I want to practise", lambda: None, look=look, stays=True))
    plain = QStyleOptionButton()
    made.initStyleOption(plain)
    room = _room_for_words(made, plain)
    for state in product((True, False), repeat=2):
        option = QStyleOptionButton(plain)
        for on, flag in zip(state, (HAS_FOCUS, ON), strict=True):
            option.state |= flag if on else QStyle.StateFlag.State_None
        assert _room_for_words(made, option) >= room, (look, state)


def _room_for_words(made: QPushButton, option: QStyleOptionButton) -> int:
    contents = QStyle.SubElement.SE_PushButtonContents
    return made.style().subElementRect(contents, option, made).width()


def test_one_ring_says_where_the_keyboard_is(qtbot: QtBot) -> None:
    """Once Tab was pressed, the style of the desktop would draw a second one around the words."""
    made = show(qtbot, button("Start", lambda: None))
    by_keyboard = QStyle.StateFlag.State_KeyboardFocusChange
    drawn = []
    for state in (HAS_FOCUS, HAS_FOCUS | by_keyboard):
        option = QStyleOptionButton()
        made.initStyleOption(option)
        option.state = (option.state & ~by_keyboard) | state
        image = QImage(made.size(), QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        made.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, made)
        painter.end()
        drawn.append(image)
    assert drawn[0] == drawn[1]


def test_numbers_with_a_point_look_like_those_without() -> None:
    """QDoubleSpinBox is no QSpinBox to a style sheet."""
    sheet = assets.read_text("themes/app.qss")
    for selector in re.findall(r"([^{}]+)\{[^{}]*\}", sheet):
        plain = set(re.findall(r"\bQSpinBox\b([^,{]*)", selector))
        pointed = set(re.findall(r"\bQDoubleSpinBox\b([^,{]*)", selector))
        assert {one.strip() for one in plain} == {one.strip() for one in pointed}, selector


def test_themes_hold_the_same_tokens_and_the_sheet_uses_no_other() -> None:
    tokens = {name: set(theme.colours(name)) for name in NAMES}
    assert tokens["light"] == tokens["dark"] == tokens["contrast"]
    used = set(re.findall(r"@(\w+)", assets.read_text("themes/app.qss")))
    assert used <= tokens["light"]


@pytest.mark.parametrize("name", NAMES)
def test_applying_dresses_the_program(qapp: QApplication, qtbot: QtBot, name: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    theme.wear(window)
    theme.apply(name, 100)
    colours = theme.colours(name)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(colours["window"])
    faded = qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert faded == QColor(colours["muted"])
    assert theme.now() == theme.Look(name, colours, 1.0, False)
    sheet = re.sub(r"/\*.*?\*/", "", window.styleSheet(), flags=re.DOTALL)
    assert not re.search(r"@\w|px\(|icon:", sheet)
    drawings = re.findall(r'url\("([^"]+)"\)', sheet)
    assert drawings
    for drawing in drawings:
        assert assets.root().joinpath("icons", drawing.rpartition("/")[2]).is_file()


def test_a_window_wears_the_look_and_so_does_what_comes_into_it(
    qapp: QApplication, qtbot: QtBot
) -> None:
    qapp.setStyleSheet("")
    window, other, inside = QWidget(), QLabel("x"), QLabel("y")
    for made in (window, other):
        qtbot.addWidget(made)
    theme.wear(window)
    window.show()
    inside.setParent(window)
    theme.apply("light", 200)
    for made in (inside, other):
        made.ensurePolished()
    assert inside.font().pixelSize() == 30
    assert other.font().pixelSize() == -1  # no part of a dressed window: as Qt has it
    assert other.styleSheet() == ""


@pytest.mark.parametrize("size", [80, 100, 130, 160, 200])
def test_sizes_grow_with_the_text(qapp: QApplication, qtbot: QtBot, size: int) -> None:
    dress("light", size)
    assert theme.px(100) == size
    assert theme.px(0) == 0
    assert theme.px(0.1) == 1
    label = QLabel("x")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.font().pixelSize() == round(15 * size / 100)


def test_a_tip_grows_with_the_text(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    theme.wear(window)
    theme.apply("light", 200)
    window.show()
    QToolTip.showText(QPoint(10, 10), "what it does", window)
    (tip,) = (one for one in qapp.topLevelWidgets() if one.inherits("QTipLabel"))
    assert tip.font().pixelSize() == 26
    QToolTip.hideText()


def test_system_stands_for_light_or_dark() -> None:
    assert theme.resolved("system") in {"light", "dark"}
    assert theme.resolved("contrast") == "contrast"


def test_reduced_motion_is_remembered(qapp: QApplication) -> None:
    dress("dark", 100, reduced_motion=True)
    assert theme.now().reduced_motion


def test_an_unknown_theme_is_damaged_content(qapp: QApplication) -> None:
    with pytest.raises(ContentDamaged):
        theme.apply("sepia", 100)
    assert theme.now().theme == "light"


def test_a_look_given_later_is_seen_at_once(qtbot: QtBot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    theme.set_look(label, "big")
    label.show()
    assert label.font().pixelSize() == 28
    theme.set_look(label, "h1")
    theme.set_look(label, "h1")
    assert label.font().pixelSize() == 26
