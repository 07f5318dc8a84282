"""One exercise of each kind from the sidebar to its end, by keyboard alone: no mouse is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from copingkit.tools.exercises.tool import TOOL as EXERCISES
from copingkit.tools.exercises.view.player import Player
from tests.support.journey import CTRL, NO_MODIFIER, SHIFT, Person, focused
from tests.support.made_vault import make_vault
from tests.support.real_keyring import RealKeyring

PLAYED = [
    ("extended-exhale", "Longer out than in", "5 minutes", "Breathe in"),
    ("muscles-four-groups", "Muscle relaxation, four groups", "5.5 minutes", "Both arms"),
    ("five-senses", "Five, four, three, two, one", "3 minutes", "Five things you can see"),
    ("hand-tracing", "Trace your hand", "2 minutes", "Hold one hand open"),
    ("stop", "STOP", "2 minutes", "Take a step back"),
    ("quiet-sitting", "Quiet sitting", "10 minutes", "Be here."),
]
MOST_STOPS = 120


def walk_to(person: Person, name: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
    """Press Tab until the control of that name has the keyboard; each press moves it."""
    seen: list[QWidget] = []
    for _ in range(MOST_STOPS):
        here = QApplication.focusWidget()
        if here is not None and here.accessibleName() == name:
            return
        person.key(key, SHIFT if key == Qt.Key.Key_Backtab else NO_MODIFIER)
        assert QApplication.focusWidget() is not here, f"Tab stays at {name_of(here)}"
        if here is not None:
            seen.append(here)
    raise AssertionError(f"no way to {name!r} by Tab: {[name_of(one) for one in seen]}")


def name_of(one: QWidget | None) -> str:
    return f"{type(one).__name__} {one.accessibleName() if one is not None else ''}"


def rate(person: Person, distress: int) -> None:
    """Say how bad it is: Tab to the first number, arrows from there."""
    walk_to(person, "0 of 10")
    for _ in range(distress):
        person.key(Qt.Key.Key_Right)
    assert focused().accessibleName() == f"{distress} of 10"
    person.key(Qt.Key.Key_Space)


def start(person: Person, length: str) -> None:
    """Say how it is before, see that all can be reached, and press Start."""
    rate(person, 5)
    walk_to(person, "Close", Qt.Key.Key_Backtab)
    names = (f"Start: {length}", f"Start: Full, {length}")
    walk_to(person, next(name for name in names if person.buttons(name)))
    person.key(Qt.Key.Key_Return)


def to_the_end(person: Person, player: Player) -> None:
    """Go through everything: Enter where it waits, the last way at a choice, Right else."""
    for _ in range(200):
        if not player.playing:
            return
        here = player._playing.playback
        if here.cue is not None and here.cue.choices:
            person.key(Qt.Key(Qt.Key.Key_0 + len(here.cue.choices)))
        elif here.waits:
            writing = isinstance(focused(), QPlainTextEdit)
            person.key(Qt.Key.Key_Return, CTRL if writing else NO_MODIFIER)
        else:
            person.key(Qt.Key.Key_Right)
    raise AssertionError("it has no end")


@pytest.mark.parametrize(("exercise", "title", "length", "said"), PLAYED, ids=lambda one: one)
def test_one_of_each_kind(
    person: Person,
    folder: Path,
    real_keyring: RealKeyring,
    exercise: str,
    title: str,
    length: str,
    said: str,
) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    walk_to(person, "Exercises")
    person.key(Qt.Key.Key_Return)
    person.wait_for_page("LibraryPage")
    walk_to(person, "Words in it")
    person.write(title)
    person.run_for(milliseconds=400)
    walk_to(person, f"Start · {length}: {title}")
    person.key(Qt.Key.Key_Return)
    person.wait_for_page("Player")
    player = person.window.current_view
    assert isinstance(player, Player)
    start(person, length)
    if player._playing.playback.next_cue is not None and said not in person.all_read():
        person.key(Qt.Key.Key_Right)
    person.reads(said, "Next: ")
    for name in ("Help me now", "I feel worse", "End", "Back"):  # all within reach of Tab
        walk_to(person, name)
    player._playing.setFocus()
    to_the_end(person, player)
    person.reads("How is it now?")
    assert focused().accessibleName() == "Done"
    person.key(Qt.Key.Key_1)
    rate(person, 3)
    person.key(Qt.Key.Key_Escape)
    person.wait_for_page("LibraryPage")
    works = person.window.session.service(EXERCISES).works()
    assert (works[exercise].uses, works[exercise].told, works[exercise].early) == (1, 1, 0)


def test_tab_goes_through_the_form_in_both_directions(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    walk_to(person, "Exercises")
    person.key(Qt.Key.Key_Return)
    person.wait_for_page("LibraryPage")
    walk_to(person, "Write one of my own")
    person.key(Qt.Key.Key_Return)
    walk_to(person, "Steps to go through")
    person.key(Qt.Key.Key_Return)
    assert focused().accessibleName() == "Name"
    person.write("At the door")
    walk_to(person, "The step")
    person.write("Is it far?")
    walk_to(person, "Let me choose how to go on: part 1 of 1")
    person.key(Qt.Key.Key_Return)
    person.write("No")
    walk_to(person, "Where it leads")
    walk_to(person, "Save")
    for name in ("Where it leads", "The step", "Name", "Write one of my own"):
        walk_to(person, name, Qt.Key.Key_Backtab)
    walk_to(person, "Save")
    person.key(Qt.Key.Key_Return)
    person.reads("At the door")
