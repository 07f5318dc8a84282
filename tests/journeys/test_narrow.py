"""Large text in a small window: everything can be read and pressed, nothing is cut off."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from copingkit.core.links import Link
from copingkit.preferences.preferences import Preferences, PreferencesFile
from tests.support.cut_off import cut_off
from tests.support.journey import CTRL, SHIFT, Person, settle
from tests.support.made_vault import make_vault
from tests.support.real_keyring import RealKeyring

SMALL = [(100, 480, 400), (200, 800, 600)]
PAGES = (
    Link("home"),
    Link("safety_plan"),
    Link("exercises"),
    Link("exposure"),
    Link("helplines"),
    Link("search"),
    Link("removed"),
    Link("preferences"),
    Link("recovery"),
    Link("keys"),
    Link("safety_plan", "versions"),
    Link("safety_plan", "contacts"),
)


def check(person: Person, where: str) -> None:
    """Nothing of the window is cut off."""
    settle()
    assert cut_off(person.window) == [], where


@pytest.mark.parametrize(("size", "width", "height"), SMALL)
def test_every_page_and_the_crisis_run(
    person: Person, folder: Path, real_keyring: RealKeyring, size: int, width: int, height: int
) -> None:
    make_vault(folder)
    look = Preferences(theme="light", country="DE", text_size=size)
    PreferencesFile(folder / "preferences.json").save(look)
    person.open()
    person.wait_for_page("PlanPage")
    person.window.resize(width, height)
    for link in PAGES:
        person.window.open_link(link)
        check(person, link.tool)
    person.key(Qt.Key.Key_H, CTRL | SHIFT)
    for stop in range(60):
        check(person, f"crisis run, {stop}")
        if "You looked for help. That counts." in person.all_read():
            break
        person.key(Qt.Key.Key_Return)
    person.key(Qt.Key.Key_L)
    check(person, "lines")
    person.key(Qt.Key.Key_L, CTRL)
    person.press("Another way to open it")
    check(person, "lock page")
    person.press("With the twelve recovery words")
    check(person, "words")


@pytest.mark.parametrize(("size", "width", "height"), SMALL)
def test_the_first_run(
    person: Person, folder: Path, real_keyring: RealKeyring, size: int, width: int, height: int
) -> None:
    PreferencesFile(folder / "preferences.json").save(Preferences(theme="light", text_size=size))
    person.open()
    person.window.resize(width, height)
    for pressed in ("Go on", "Go on", "Protect it this way", "I have written them down", "Later"):
        check(person, f"before {pressed}")
        person.press(pressed)
    person.reads("Where to begin")
    check(person, "the end")
