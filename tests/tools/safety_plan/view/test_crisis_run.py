from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from copingkit.tools.safety_plan.model import Item, Sort, Step
from tests.support.controls import buttons, press
from tests.support.crisis import Host, key, says, shown, title
from tests.support.plans import sample_plan


def test_the_first_step_is_there_at_once(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(sample_plan()))
    assert title(run) == "How I notice it"
    assert says(run, "I stop answering Mira's messages for more than a day")
    assert says(run, "Step 1 of 7")
    assert says(run, "Emergency: 112")


def test_enter_goes_on_and_backspace_goes_back(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(sample_plan()))
    seen = []
    for _ in range(5):
        key(run, Qt.Key.Key_Return)
        seen.append(title(run))
    assert seen == [
        "Something I can do by myself",
        "People and places that take my mind off it",
        "Someone I can ask for help",
        "Professionals and services I can call",
        "Professionals and services I can call",
    ]
    key(run, Qt.Key.Key_Backspace)
    key(run, Qt.Key.Key_Backspace)
    assert title(run) == "Someone I can ask for help"


def test_a_key_held_down_does_not_race_through_the_plan(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(sample_plan()))
    held = QKeyEvent(
        QKeyEvent.Type.KeyPress,
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.NoModifier,
        autorep=True,
    )
    QApplication.sendEvent(run.focusWidget(), held)
    assert title(run) == "How I notice it"


@pytest.mark.parametrize(("digit", "expected"), list(enumerate(Step, 1)))
def test_digits_jump(qtbot: QtBot, digit: int, expected: Step) -> None:
    run = shown(qtbot, Host().run(sample_plan()))
    key(run, Qt.Key(Qt.Key.Key_0 + digit))
    assert says(run, f"Step {digit} of 7")


def test_a_digit_without_a_step_leads_nowhere(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(sample_plan()))
    key(run, Qt.Key.Key_9)
    assert says(run, "Step 1 of 7")


def test_long_steps_come_in_portions(qtbot: QtBot) -> None:
    many = tuple(Item(f"w{n}", Sort.ENTRY, f"Sign {n}") for n in range(7))
    run = shown(qtbot, Host().run(replace(sample_plan(), warning_signs=many)))
    assert not says(run, "Sign 3")
    assert buttons(run, "Show 4 more")
    press(run, "Show 4 more")
    assert says(run, "Sign 5")
    assert not says(run, "Sign 6")
    press(run, "Show 1 more")
    press(run, "Next step")
    assert title(run) == "Something I can do by myself"


def test_empty_steps_are_passed_over_but_can_be_asked_for(qtbot: QtBot) -> None:
    plan = replace(sample_plan(), distractions=(), contacts=())
    run = shown(qtbot, Host().run(plan))
    run.jump(2)
    run.go_on()
    assert title(run) == "Professionals and services I can call"
    run.jump(4)
    assert says(run, "Nothing written here yet. Go on.")
    assert not buttons(run, "It helped")


def test_the_means_step_shows_the_agreed_action_only(qtbot: QtBot) -> None:
    action = Item("m", Sort.ACTION, "Sam keeps the key", helper="Sam", say="hidden words")
    run = shown(qtbot, Host().run(replace(sample_plan(), means_safety=(action,))))
    run.jump(6)
    assert says(run, "Sam keeps the key")
    assert not says(run, "hidden words")


def test_it_imports_nothing_of_the_vault_and_no_code_library() -> None:
    told = (
        "import sys, copingkit.tools.safety_plan.view.crisis_run;"
        "bad = ('copingkit.vault', 'keyring', 'secretstorage', 'sqlcipher3', 'cryptography',"
        " 'segno', 'msgspec', 'PySide6.QtPrintSupport', 'PySide6.QtNetwork');"
        "sys.exit(','.join(name for name in bad if name in sys.modules) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", told], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr


def test_other_keys_are_left_to_the_window(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(sample_plan()))
    QTest.keyClick(run, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(run, Qt.Key.Key_X)
    assert title(run) == "How I notice it"


def test_going_back_from_the_first_step_stays_there(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(sample_plan()))
    run.go_back()
    assert title(run) == "How I notice it"
