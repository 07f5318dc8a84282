"""The Tab key goes round everything that can be seen on a page, and comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from copingkit.core.links import Link
from tests.support.journey import CTRL, SHIFT, Person, focused, settle
from tests.support.made_vault import make_vault
from tests.support.real_keyring import RealKeyring

MOST = 250


def round_trip(person: Person, tab: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press Tab until the keyboard is where it was; everything that can be seen was met."""
    settle()
    person.key(tab)
    first = focused()
    met = [first]
    for _ in range(MOST):
        person.key(tab)
        if focused() is first:
            break
        assert focused() is not met[-1], f"stuck at {met[-1].accessibleName()!r}"
        met.append(focused())
    assert focused() is first, "Tab does not come round"
    missed = [one for one in stops(person.window) if one not in met]
    assert [one.accessibleName() or type(one).__name__ for one in missed] == []
    return met


def stops(window: QWidget) -> list[QWidget]:
    """What takes the keyboard by Tab."""
    return [
        one
        for one in window.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
    ]


@pytest.fixture
def settled(person: Person, folder: Path, real_keyring: RealKeyring) -> Person:
    """Somebody with a plan in its first version, which is open."""
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    person.reads("My reasons for living")
    return person


def test_the_plan(settled: Person) -> None:
    there = round_trip(settled)
    back = round_trip(settled, Qt.Key.Key_Backtab)
    assert len(there) > 40
    assert set(back) == set(there)


def test_every_page(settled: Person) -> None:
    for link in (
        Link("home"),
        Link("exercises"),
        Link("exposure"),
        Link("helplines"),
        Link("search"),
        Link("removed"),
        Link("preferences"),
        Link("recovery"),
        Link("keys"),
        Link("safety_plan", "versions"),
        Link("safety_plan", "print"),
        Link("safety_plan", "contacts"),
    ):
        settled.window.open_link(link)
        round_trip(settled)


def test_every_stop_of_the_crisis_run(settled: Person) -> None:
    settled.key(Qt.Key.Key_H, CTRL | SHIFT)
    settled.wait_for_page("CrisisRun")
    for _ in range(40):
        round_trip(settled)
        if "You looked for help. That counts." in settled.all_read():
            break
        settled.click(next(one for one in stops(settled.window) if _is_way_on(one)))


def test_the_first_run(person: Person, real_keyring: RealKeyring) -> None:
    person.open()
    round_trip(person)
    person.press("Go on")
    round_trip(person)
    person.press("Go on")
    person.reads("This computer has a keyring.")
    person.press("The keyring and a passphrase")
    round_trip(person)
    person.press("This computer's keyring")
    round_trip(person)
    person.press("Protect it this way")
    person.reads("Your twelve recovery words")
    round_trip(person)
    person.press("I have written them down")
    round_trip(person)
    person.press("Later")
    person.reads("Where to begin")
    round_trip(person)


def test_the_lock_page(person: Person, folder: Path, real_keyring: RealKeyring) -> None:
    make_vault(folder, passphrase="a grey heron at seven")
    person.open()
    person.wait_for_page("LockPage")
    round_trip(person)
    person.press("Another way to open it")
    round_trip(person)
    person.press("With the twelve recovery words")
    round_trip(person)
    person.type_words("one two three")
    person.reads("These are not twelve recovery words as we write them.")
    round_trip(person)


def test_what_opens_in_a_page(settled: Person) -> None:
    for place, pressed in (
        ("Safety plan", "Ideas for: Warning signs"),
        ("Safety plan", "Add something we agreed: Making my surroundings safer"),
        ("Helplines", "Add a line"),
        ("Helplines", "Where this is from: TelefonSeelsorge"),
        ("Preferences", "Set a passphrase"),
        ("Exercises", "A breathing pattern of my own"),
    ):
        settled.press(place)
        settled.press(pressed)
        round_trip(settled)


def _is_way_on(one: QWidget) -> bool:
    return bool(one.property("look") == "answer-primary")


def test_a_page_that_came_by_a_key_has_the_keyboard(settled: Person) -> None:
    settled.key(Qt.Key.Key_Comma, CTRL)
    settled.wait_for_page("PreferencesPage")
    page = settled.window.current_view
    assert focused() is page
    settled.key(Qt.Key.Key_Tab)
    assert page.isAncestorOf(focused())
    assert focused().accessibleName() == "Colours"


def test_after_unlocking_the_keyboard_is_in_the_plan(settled: Person) -> None:
    settled.key(Qt.Key.Key_L, CTRL)
    settled.wait_for_page("LockPage")
    settled.key(Qt.Key.Key_Return)
    settled.wait_for_page("PlanPage")
    settle()
    assert settled.window.current_view.isAncestorOf(focused())
    assert focused().accessibleName() == "My safety plan"
