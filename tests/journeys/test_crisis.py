"""Help me now: locked, without a vault, with a damaged one, and on the way to the plan."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from copingkit.preferences.preferences import PreferencesFile
from copingkit.tools.safety_plan.model import Step
from copingkit.tools.safety_plan.records import CRISIS_RUN, Answer
from tests.support.damage import flip
from tests.support.journey import CTRL, SHIFT, Person
from tests.support.made_vault import SETTLED, make_vault, real_vault
from tests.support.real_keyring import RealKeyring

SIGN = "I stop answering Mira's messages for more than a day"
EMERGENCY = "Emergency: 112"
LINES = ("112", "116 123", "0800 111 0 111")


def ask_for_help(person: Person) -> None:
    person.key(Qt.Key.Key_H, CTRL | SHIFT)
    person.wait_for_page("CrisisRun")


def sees_the_lines(person: Person) -> None:
    """The emergency number at once, and every line one key away."""
    person.reads(EMERGENCY)
    person.key(Qt.Key.Key_L)
    person.reads("Helplines", *LINES)


def test_before_there_is_any_vault(
    person: Person, folder: Path, empty_session: RealKeyring
) -> None:
    person.open()
    person.wait_for_page("FirstRun")
    ask_for_help(person)
    person.key(Qt.Key.Key_L)
    person.press("Choose a country")
    person.wait_for_page("HelplinesPage")
    person.choose("Country", "Germany")
    person.press("Show its lines")
    person.reads("116 123")
    ask_for_help(person)
    sees_the_lines(person)
    assert not person.buttons("Open my plan")
    person.key(Qt.Key.Key_Escape)
    assert person.page in {"FirstRun", "HelplinesPage"}
    assert not (folder / "vault.db").exists()


def test_started_for_help_on_a_computer_without_a_vault(
    person: Person, folder: Path, empty_session: RealKeyring
) -> None:
    PreferencesFile(folder / "preferences.json").save(SETTLED)
    person.open(crisis=True)
    person.wait_for_page("CrisisRun")
    sees_the_lines(person)
    person.key(Qt.Key.Key_Escape)
    person.wait_for_page("FirstRun")


def test_locked_and_then_on_to_the_plan(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    person.key(Qt.Key.Key_L, CTRL)
    person.wait_for_page("LockPage")
    ask_for_help(person)
    sees_the_lines(person)
    assert "Mira" not in person.all_read()
    person.press("Open my plan")  # in one press, where the keyring asks nothing
    person.reads("Step 1 of 7", SIGN)
    person.key(Qt.Key.Key_Escape)
    person.wait_for_page("PlanPage")


@pytest.mark.parametrize("locked", [False, True])
def test_started_for_help(
    person: Person, folder: Path, real_keyring: RealKeyring, locked: bool
) -> None:
    words = make_vault(folder)
    if locked:
        real_keyring.wipe()
    person.open(crisis=True)
    person.wait_for_page("CrisisRun")
    if locked:
        sees_the_lines(person)
        person.press("Open my plan")
        person.wait_for_page("LockPage")
        person.type_words(words)
        person.wait_for_page("CrisisRun")
    person.reads("Step 1 of 7", SIGN, EMERGENCY)


def test_a_locked_keyring_is_asked_by_the_same_press(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    real_keyring.restart_daemon(unlocked=False)
    real_keyring.answer_prompts("unlock")
    person.open(crisis=True)
    person.wait_for_page("CrisisRun")
    sees_the_lines(person)
    assert real_keyring.prompts() == ["ready"]
    person.press("Open my plan")
    person.reads("Step 1 of 7", SIGN)
    assert "begin" in real_keyring.prompts()


def test_a_keyring_that_hangs_does_not_keep_help_away(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    real_keyring.hang()
    person.open(crisis=True)
    person.wait_for_page("CrisisRun")
    sees_the_lines(person)


def test_a_keyring_that_answers_late_goes_on_with_the_plan(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    real_keyring.hang()
    person.open(crisis=True)
    person.wait_for_page("CrisisRun")
    real_keyring.resume()
    person.reads("Step 1 of 7", SIGN)


@pytest.mark.parametrize("damage", ["flipped", "emptied", "gone", "locks"])
def test_with_a_damaged_vault(
    person: Person, folder: Path, real_keyring: RealKeyring, damage: str
) -> None:
    make_vault(folder)
    database = folder / "vault.db"
    if damage == "flipped":
        for position in range(0, database.stat().st_size, 4096):
            flip(database, position + 40)
    elif damage == "emptied":
        database.write_bytes(b"")
    elif damage == "gone":
        database.unlink()
    else:
        for path in folder.glob("keyslots*"):
            path.write_bytes(b"{}")
    person.open(crisis=True)
    person.wait_for_page("CrisisRun")
    sees_the_lines(person)
    person.key(Qt.Key.Key_Escape)
    person.wait_for_page("LockPage")
    name = "keyslots.json" if damage == "locks" else "vault.db"
    person.reads(f"damaged or missing: {name}")


def test_going_through_it_keeps_what_was_said(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    ask_for_help(person)
    person.press("Not now")
    person.key(Qt.Key.Key_2)
    person.press("It helped")
    person.press("Stop here")
    person.reads("You looked for help. That counts.")
    person.press("3 of 10")
    asked = "What helped? A few words for next time, if you like."
    person.fill(asked, "The cold water on my hands")
    person.press("Add this to what I can do by myself")
    person.reads("It is in your plan now.")
    person.press("Done")
    person.wait_for_page("PlanPage")
    person.reads("The cold water on my hands")
    person.close()
    opened = real_vault(folder).unlock_with_keyring(quietly=True)
    (run,) = opened.records.find(CRISIS_RUN)
    opened.lock()
    assert {each.step: each.answer for each in run.value.answers} == {
        Step.WARNING_SIGNS: Answer.NOT_NOW,
        Step.COPING_STRATEGIES: Answer.HELPED,
    }
    assert run.value.urge_after == 3
    assert run.value.what_helped == "The cold water on my hands"
    assert run.value.ended_at is not None


@pytest.mark.parametrize("leave", ["lock", "hide", "close", "escape", "help again"])
def test_what_is_typed_at_the_end_is_kept_however_one_leaves(
    person: Person, folder: Path, real_keyring: RealKeyring, leave: str
) -> None:
    make_vault(folder)
    person.open(crisis=True)
    person.reads("Step 1 of 7")
    for _ in range(40):
        if "You looked for help. That counts." in person.all_read():
            break
        person.key(Qt.Key.Key_Return)
    person.fill("What helped? A few words for next time, if you like.", "Rain on the roof")
    if leave == "lock":
        person.key(Qt.Key.Key_L, CTRL)
    elif leave == "hide":
        person.key(Qt.Key.Key_Space, CTRL | SHIFT)
        person.wait_for_page("HiddenPage")
    elif leave == "escape":
        person.press("Close")
    elif leave == "help again":
        person.key(Qt.Key.Key_H, CTRL | SHIFT)
    person.close()
    opened = real_vault(folder).unlock_with_keyring(quietly=True)
    said = [run.value.what_helped for run in opened.records.find(CRISIS_RUN)]
    opened.lock()
    assert "Rain on the roof" in said
