"""Exercises in the real window: from the sidebar, from Home, from the plan, in a hard hour."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from copingkit.core.links import Link
from copingkit.tools.exercises.tool import TOOL as EXERCISES
from tests.support.journey import CTRL, SHIFT, Person, focused
from tests.support.made_vault import make_vault, plan_in
from tests.support.private_sound import PrivateSound
from tests.support.real_keyring import RealKeyring


def test_one_is_found_played_and_put_into_the_plan(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    person.press("Exercises")
    person.wait_for_page("LibraryPage")
    person.press("I am panicking")
    person.reads("Start · 1 minute: Longer out than in")
    person.click(person.buttons("Start · 1 minute: Longer out than in")[0])
    person.wait_for_page("Player")
    person.reads("For a wave of anxiety, fear or anger.", "When not", "Stop if")
    person.key(Qt.Key.Key_Return)
    person.reads("Feel your feet on the floor.", "Next: Breathe in")
    person.key(Qt.Key.Key_Space)
    person.reads("Paused.")
    person.key(Qt.Key.Key_Escape)
    person.reads("How is it now?")
    person.key(Qt.Key.Key_1)
    person.key(Qt.Key.Key_Escape)
    person.wait_for_page("LibraryPage")
    person.reads("Used 1 time")

    person.window.open_link(Link("safety_plan", "suggest/extended-exhale/Longer out than in"))
    person.wait_for_page("PlanPage")
    person.reads("It is in step 2 now.")
    person.press("Start the exercise: Longer out than in")
    person.wait_for_page("Player")
    person.close()
    assert plan_in(folder).coping_strategies[-1].exercise == "extended-exhale"

    person.open()
    person.wait_for_page("PlanPage")
    works = person.window.session.service(EXERCISES).works()
    assert works["extended-exhale"].uses == 1


def test_an_own_one_is_found_by_the_search(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    person.press("Exercises")
    person.press("A breathing pattern of my own")
    person.fill("Name", "Heron")
    person.press("Save")
    person.press("Search")
    person.write("heron")
    person.reads("Found: 1")
    person.key(Qt.Key.Key_Return)
    person.key(Qt.Key.Key_Return)
    person.wait_for_page("LibraryPage")
    person.reads("Start · 5 minutes: Heron")


def test_in_a_hard_hour_the_exercise_lies_over_the_run_and_leads_back_to_it(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open(crisis=True)
    person.wait_for_page("CrisisRun")
    person.key(Qt.Key.Key_2)
    person.reads("Do an exercise with me: Longer out than in (E)")
    person.key(Qt.Key.Key_E)
    person.wait_for_page("Player")
    person.press("Start: Full, 5 minutes")
    person.press("I feel worse")
    person.press("Feet on the floor")
    person.reads("When you feel far away or unreal")
    person.key(Qt.Key.Key_Escape)
    person.wait_for_page("CrisisRun")
    person.reads("Something I can do by myself")


def test_the_list_of_keys_lies_over_what_is_played_and_leads_back_to_it(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open(crisis=True)
    person.wait_for_page("CrisisRun")
    person.key(Qt.Key.Key_2)
    person.key(Qt.Key.Key_F1)
    person.wait_for_page("KeysPage")
    person.key(Qt.Key.Key_F1)  # again: still one list
    person.press("Help me now")
    person.wait_for_page("CrisisRun")
    person.reads("Do an exercise with me: Longer out than in (E)")
    person.key(Qt.Key.Key_E)
    person.wait_for_page("Player")
    person.press("Start: Full, 5 minutes")
    person.key(Qt.Key.Key_Right)
    for leave in ("Esc", "Back"):
        person.key(Qt.Key.Key_F1)
        person.wait_for_page("KeysPage")
        person.reads("Pause, go on, or the next step; so does Enter")
        if leave == "Esc":
            person.key(Qt.Key.Key_Escape)
        else:
            person.press(leave)
        person.wait_for_page("Player")
        person.reads("Paused. Next: Breathe out")
        person.key(Qt.Key.Key_Space)  # the keyboard is where it was
        assert "Paused." not in person.all_read()
    person.key(Qt.Key.Key_Escape)
    person.reads("How is it now?")
    person.key(Qt.Key.Key_F1)
    person.press("Help me now")
    person.wait_for_page("CrisisRun")
    person.reads("How I notice it")


@pytest.mark.parametrize(
    ("place", "then"),
    [(0, "Start · 3 minutes: Five, four, three, two, one"), (1, "I am panicking")],
)
def test_what_is_not_suggested_any_more_hands_the_keyboard_on(
    person: Person, folder: Path, real_keyring: RealKeyring, place: int, then: str
) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    person.press("Exercises")
    person.press("I am panicking")
    starts = "Start · 5 minutes: Longer out than in"

    def is_there(number: int) -> bool:
        return len(person.buttons(starts)) > number

    for which in (0, place):  # the second time perhaps from "Marked and last used"
        person.wait_until(partial(is_there, which))
        person.click(person.buttons(starts)[which])
        person.key(Qt.Key.Key_Return)
        person.press("I feel worse")
        person.key(Qt.Key.Key_Escape)
        person.wait_for_page("LibraryPage")
    person.wait_until(lambda: focused().accessibleName() == then, then)


def test_locked_it_plays_and_help_is_still_there(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    person.press("Exercises")
    person.key(Qt.Key.Key_L, CTRL)
    person.wait_for_page("LockPage")
    person.press("Exercises")
    person.reads("Everything can be played now.")
    person.press("I feel unreal")
    person.click(person.buttons("Start · 1 minute: Feet on the floor")[0])
    person.wait_for_page("Player")
    person.key(Qt.Key.Key_H, CTRL | SHIFT)
    person.wait_for_page("CrisisRun")


def test_locking_ends_what_plays_and_keeps_it(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    person.press("Home")
    person.press("Start: Longer out than in")
    person.wait_for_page("Player")
    person.key(Qt.Key.Key_Return)
    person.reads("Feel your feet on the floor.")
    person.run_for(milliseconds=600)
    person.key(Qt.Key.Key_L, CTRL)
    person.wait_for_page("LockPage")
    person.open_again()
    person.wait_for_page("PlanPage")
    assert person.window.session.service(EXERCISES).works()["extended-exhale"].uses == 1


def test_one_that_is_gone_is_said(person: Person, folder: Path, real_keyring: RealKeyring) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    person.window.open_link(Link("exercises", "play/own-gone"))
    person.reads("This exercise is not there any more.")


def test_tones_and_voice_are_chosen_heard_and_silenced(
    person: Person, folder: Path, real_keyring: RealKeyring, private_sound: PrivateSound
) -> None:
    private_sound.start_voice()
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    person.press("Home")
    person.press("Start: Longer out than in")
    person.wait_for_page("Player")
    person.press("Sound and voice: Longer out than in")
    person.run_for(milliseconds=100)
    person.press("Soft tones")
    person.press("A voice that reads each step")
    person.run_for(milliseconds=1500)
    now = time.monotonic()
    assert private_sound.loudness(now, 0.3) == 0  # nothing before Start
    person.press("Start: Full, 5 minutes")
    assert private_sound.loudness(time.monotonic(), 1.0) > 0.003
    person.press("Silent")
    assert private_sound.loudness(time.monotonic() + 0.2, 0.5) == 0
    person.press("Sound on")
    person.key(Qt.Key.Key_Right)
    assert private_sound.loudness(time.monotonic(), 1.0) > 0.003
    person.key(Qt.Key.Key_L, CTRL)
    person.wait_for_page("LockPage")
    assert private_sound.loudness(time.monotonic() + 0.3, 0.5) == 0
    private_sound.stop_voice()
    person.open_again()
    person.wait_for_page("PlanPage")
    kept = person.window.choices.sound
    assert (kept.tones, kept.voice) == (True, True)
