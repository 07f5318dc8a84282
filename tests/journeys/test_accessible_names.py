"""Every page of the program, walked as a screen reader would: no control without a name."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from copingkit.shell.crash_dialog import CrashDialog
from copingkit.tools.exposure.body import body_exposures
from tests.support.accessible import spoken, unnamed_controls
from tests.support.first_steps import choose_country, give_words_back
from tests.support.journey import CTRL, SHIFT, Person, settle
from tests.support.made_vault import make_vault
from tests.support.real_keyring import RealKeyring


def check(shown: QWidget) -> None:
    """Nothing nameless is on the screen, and something is."""
    settle()
    assert unnamed_controls(shown) == []
    assert len(spoken(shown).splitlines()) >= 3


def test_the_first_run(person: Person, real_keyring: RealKeyring) -> None:
    person.open()
    check(person.window)
    person.press("Go on")
    check(person.window)
    person.press("Back")
    choose_country(person)
    check(person.window)
    person.press("The keyring and a passphrase")
    check(person.window)
    person.press("This computer's keyring")
    person.press("Protect it this way")
    person.reads("Your twelve recovery words")
    check(person.window)
    give_words_back(person, before_check=lambda: check(person.window))
    person.reads("Where to begin")
    check(person.window)
    person.press("Look around first")
    person.wait_for_page("HomePage")
    check(person.window)


@pytest.fixture
def settled(person: Person, folder: Path, real_keyring: RealKeyring) -> Person:
    """Somebody with a plan, which is open."""
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    return person


def test_the_plan_its_editor_its_ideas_and_its_versions(settled: Person) -> None:
    person = settled
    person.reads("My reasons for living")
    check(person.window)
    for name in (
        "Add a warning sign: Warning signs",
        "Add a person: People I can ask for help",
        "Add something we agreed: Making my surroundings safer",
    ):
        person.press(name)
        check(person.window)
        person.write("Something")
        person.press("Done")
    person.press("Ideas for: Warning signs")
    check(person.window)
    person.open_again()
    person.wait_for_page("PlanPage")
    person.press("Add a warning sign: Warning signs")
    person.write("A second version")
    person.press("Done")
    person.press("Earlier versions")
    person.reads("Versions of my plan")
    check(person.window)


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("Home", "HomePage"),
        ("Helplines", "HelplinesPage"),
        ("Search", "SearchPage"),
        ("Recently removed", "RemovedPage"),
        ("Preferences", "PreferencesPage"),
        ("Print", "PrintPage"),
    ],
)
def test_each_place_of_the_sidebar(settled: Person, name: str, page: str) -> None:
    person = settled
    person.press("Add a warning sign: Warning signs")
    person.write("Zebra crossing")
    person.press("Done")
    person.key(Qt.Key.Key_Delete)
    person.press(name)
    person.wait_for_page(page)
    if name == "Search":
        person.write("river")
        person.reads("Found: 1")
    if name == "Recently removed":
        person.press("Delete for good: Zebra crossing")
    if name == "Helplines":
        person.press("Add a line")
    if name == "Preferences":
        person.press("Set a passphrase")
    if name == "Print":
        person.press("Card for the wallet")
        person.press("Save as PDF")
    check(person.window)


def test_recovery_words_keys_and_the_neutral_page(settled: Person) -> None:
    person = settled
    person.press("Preferences")
    person.press("Check them or make new ones")
    person.wait_for_page("RecoveryPage")
    check(person.window)
    person.press("Make new words")
    check(person.window)
    person.press("Make them now")
    person.reads("Your new words")
    check(person.window)
    person.press("I have written them down")
    check(person.window)
    person.key(Qt.Key.Key_F1)
    person.wait_for_page("KeysPage")
    check(person.window)
    person.key(Qt.Key.Key_Space, CTRL | SHIFT)
    person.wait_for_page("HiddenPage")
    check(person.window)


def test_the_lock_page_in_every_way(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder, passphrase="a grey heron at seven")
    person.open()
    person.wait_for_page("LockPage")
    check(person.window)
    person.type_words("one two three")
    person.reads("These are not twelve recovery words as we write them.")
    check(person.window)


def test_every_stop_of_the_crisis_run(settled: Person) -> None:
    person = settled
    person.press("Help me now")
    for _ in range(40):
        check(person.window)
        if "You looked for help. That counts." in person.all_read():
            break
        person.key(Qt.Key.Key_Return)
    assert "You looked for help. That counts." in person.all_read()
    for key in (Qt.Key.Key_P, Qt.Key.Key_L):
        person.button("Done" if person.buttons("Done") else "Back to my step").setFocus()
        person.key(key)
        check(person.window)


def test_the_crisis_run_locked(settled: Person) -> None:
    person = settled
    person.key(Qt.Key.Key_L, CTRL)
    person.wait_for_page("LockPage")
    check(person.window)
    person.press("Help me now")
    check(person.window)
    person.key(Qt.Key.Key_L)
    check(person.window)


def test_the_dialog_after_a_mistake_of_ours(settled: Person) -> None:
    dialog = CrashDialog("copingkit\n  main_window.py:1 nowhere", settled.window)
    dialog.open()
    check(dialog)
    QApplication.processEvents()
    dialog.reject()


def test_the_way_of_a_trial_from_its_ladder_to_its_card(settled: Person) -> None:
    person = settled
    person.press("Exposure")
    check(person.window)
    person.fill("A fear, in your own words", "Dogs")
    person.press("Begin a ladder")
    person.fill("A situation, as exactly as you can", "Walk past a dog")
    person.press("Put it on the ladder")
    person.press("The fear, its price, how I work with it: this ladder")
    check(person.window)
    person.press("A feeling in the body")
    check(person.window)
    for words in body_exposures().health.topics.values():
        person.press(f"{words}: No")
    person.press("How it goes: Spin in a chair")
    check(person.window)
    person.press("Put it on the ladder: Spin in a chair")
    person.press("Go there: Spin in a chair")
    person.press("Try it: Spin in a chair")
    check(person.window)
    person.press("Begin now")
    person.press("Start the time")
    check(person.window)
    person.press("End as planned")
    check(person.window)
    person.fill("What happened? What one could have seen", "It went round.")
    person.press("Did what I expected come true?: No")
    person.press("Done")
    check(person.window)
    person.press("Call it to mind")
    check(person.window)
    person.press("Turn it")
    check(person.window)
    person.press("Not this time")
    check(person.window)
    person.press("Look through all cards")
    check(person.window)


def test_the_check_sees_a_control_without_a_name(settled: Person) -> None:
    lock = settled.button("Lock")
    lock.setText("")
    lock.setAccessibleName("")
    assert len(unnamed_controls(settled.window)) == 1
