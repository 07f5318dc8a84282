"""Exposure in the real window: a ladder, a trial through a lock and a restart, the guard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from copingkit.core.links import Link
from copingkit.tools.exposure.tool import TOOL as EXPOSURE
from copingkit.tools.exposure.trial import State
from tests.support.journey import CTRL, SHIFT, Person
from tests.support.made_vault import make_vault
from tests.support.real_keyring import RealKeyring

FEARED = "What do I expect to happen? As something one could check"
HAPPENED = "What happened? What one could have seen"


def plan_a_trial(person: Person) -> None:
    person.press("Exposure")
    person.fill("A fear, in your own words", "Dogs")
    person.press("Begin a ladder")
    person.reads("A situation, as exactly as you can")
    person.write("Walk past a dog")  # the keyboard is there
    person.press("Put it on the ladder")
    person.reads("Walk past a dog")
    person.press("Try it: Walk past a dog")
    person.reads("Before. Nothing here has to be filled in.")


def begin_a_trial(person: Person) -> None:
    plan_a_trial(person)
    person.press("Begin now")
    person.reads("It is under way. You can stop at any time.")
    person.press("Distress 70")


def look_at_the_figures(person: Person) -> None:
    """Of a trial with two numbers of distress: its course, as a table and by keys."""
    person.press("What I expected, what happened")
    person.reads("Once trials say beforehand how likely it seems, what happened is set against it")
    person.reads("First 70, highest 70, last 40.")
    person.press("Show the numbers as a table: Distress within a trial")
    person.reads("Distress within a trial: the numbers")
    person.key(Qt.Key.Key_Tab, SHIFT)
    person.key(Qt.Key.Key_End)
    person.reads("Distress: 40")


def test_a_trial_goes_through_a_lock_and_a_restart_to_its_card(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    begin_a_trial(person)
    person.key(Qt.Key.Key_L, CTRL)
    person.wait_for_page("LockPage")
    person.open_again()
    person.wait_for_page("PlanPage")
    person.press("Home")
    person.reads("A trial is under way")
    person.press("Go back to it")
    person.reads("Time since the start")
    person.press("Distress 40")
    person.press("End as planned")
    person.fill(HAPPENED, "It sniffed at a tree.")
    person.press("No")
    person.press("Done")
    person.reads("It sniffed at a tree.")

    look_at_the_figures(person)

    service = person.window.session.service(EXPOSURE)
    (ladder,) = service.ladders()
    (trial,) = service.trials(ladder.id)
    assert trial.state is State.DONE
    assert [reading.value for reading in trial.during.suds] == [70, 40]

    person.press("Search")
    person.write("sniffed")
    person.reads("Found: 1")
    person.key(Qt.Key.Key_Return)
    person.key(Qt.Key.Key_Return)
    person.reads("It sniffed at a tree.")


def test_relaxation_in_a_trial_is_asked_about_once_and_help_never(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    begin_a_trial(person)
    person.key(Qt.Key.Key_H, CTRL | SHIFT)
    person.wait_for_page("CrisisRun")
    person.key(Qt.Key.Key_2)
    person.key(Qt.Key.Key_E)
    person.wait_for_page("Player")
    person.key(Qt.Key.Key_Escape)
    person.wait_for_page("CrisisRun")
    person.key(Qt.Key.Key_Escape)

    person.window.open_link(Link("exercises", "play/extended-exhale"))
    person.wait_for_page("CalmingQuestion")
    person.reads("Both are fine, and this is not asked again.")
    person.press("Help me now")
    person.wait_for_page("CrisisRun")
    person.key(Qt.Key.Key_Escape)
    person.wait_for_page("ExposurePage")
    person.wait_for_page("ExposurePage")
    person.reads("It is under way.")
    person.window.open_link(Link("exercises", "play/extended-exhale"))
    person.wait_for_page("Player")


def test_staying_leads_back_to_the_trial_and_is_not_asked_about_again(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    begin_a_trial(person)
    person.window.open_link(Link("exercises", "play/extended-exhale"))
    person.wait_for_page("CalmingQuestion")
    person.press("Stay a little longer")
    person.wait_for_page("ExposurePage")
    person.window.open_link(Link("exercises", "play/extended-exhale"))
    person.wait_for_page("Player")


def test_the_exercise_opens_when_it_is_wanted_all_the_same(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    begin_a_trial(person)
    person.window.open_link(Link("exercises", "play/extended-exhale"))
    person.wait_for_page("CalmingQuestion")
    person.press("Open it")
    person.wait_for_page("Player")
    person.key(Qt.Key.Key_Escape)
    person.wait_for_page("ExposurePage")
    person.reads("It is under way.")


def test_a_removed_ladder_comes_back_with_its_trials(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    begin_a_trial(person)
    person.press("Stop here")
    person.press("The ladder")
    person.press("Remove this ladder")
    person.press("Undo")
    person.reads("Walk past a dog")
    service = person.window.session.service(EXPOSURE)
    assert len(service.trials(service.ladders()[0].id)) == 1


def test_a_trial_that_was_planned_in_session_waits_on_home(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    plan_a_trial(person)
    person.fill(FEARED, "It runs at me.")
    person.key(Qt.Key.Key_L, CTRL)
    person.wait_for_page("LockPage")
    person.open_again()
    person.wait_for_page("PlanPage")
    person.press("Home")
    person.reads("A trial that you planned")
    person.press("Go to it")
    person.reads("Before. Nothing here has to be filled in.")
    person.press("Begin now")
    person.reads("It runs at me.")


def test_larger_text_leaves_a_trial_in_front(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    begin_a_trial(person)
    stage = person.window.stage
    before = stage.workspace
    person.key(Qt.Key.Key_Plus, CTRL)
    person.wait_until(lambda: stage.workspace is not before, "the page built anew")
    person.reads("It is under way. You can stop at any time.")
    person.press("The ladder")
    person.press("All ladders")
    person.reads("Under way: Walk past a dog")
