from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit
from pytestqt.qtbot import QtBot

from copingkit.core.errors import DiskFull
from copingkit.tools.safety_plan.model import Step
from copingkit.tools.safety_plan.records import Answer
from tests.support.controls import buttons, field, press
from tests.support.crisis import NOTE, Host, key, says, shown, title
from tests.support.plans import sample_plan


def test_answers_are_kept_as_they_are_given(qtbot: QtBot) -> None:
    host = Host()
    run = shown(qtbot, host.run(sample_plan()))
    run.jump(2)
    press(run, "A little")
    assert [(a.step, a.answer) for a in host.saved[-1].answers] == [
        (Step.COPING_STRATEGIES, Answer.A_LITTLE)
    ]
    key(run, Qt.Key.Key_Return)  # the focus is on the way on, not on the answer
    assert says(run, "Step 3 of 7")
    press(run, "Not now")
    run.go_back()
    (chosen,) = (b for b in run.findChildren(QAbstractButton) if b.isChecked() and b.isVisible())
    assert chosen.text() == "A little"
    assert len(host.saved[-1].answers) == 2


def test_after_it_helped_one_may_stop_here(qtbot: QtBot) -> None:
    host = Host()
    run = shown(qtbot, host.run(sample_plan()))
    assert not buttons(run, "Stop here")
    run.jump(4)
    press(run, "It helped")
    press(run, "Stop here")
    assert title(run) == "You looked for help. That counts."
    assert says(run, "It helped: Someone I can ask for help")
    assert host.saved[-1].ended_at is not None
    run.go_back()
    assert title(run) == "Someone I can ask for help"


def test_the_urge_is_offered_quietly_and_kept(qtbot: QtBot) -> None:
    host = Host()
    run = shown(qtbot, host.run(sample_plan()))
    press(run, "Note how strong the urge is (you can skip this)")
    press(run, "8 of 10")
    assert host.saved[-1].urge_before == 8
    run.go_on()
    assert not says(run, "How strong is the urge")
    run.show_summary()
    press(run, "3 of 10")
    assert (host.saved[-1].urge_before, host.saved[-1].urge_after) == (8, 3)


def test_the_urge_that_was_said_is_taken_back(qtbot: QtBot) -> None:
    host = Host()
    run = shown(qtbot, host.run(sample_plan()))
    press(run, "Note how strong the urge is (you can skip this)")
    press(run, "8 of 10")
    press(run, "8 of 10")
    assert host.saved[-1].urge_before is None
    run.show_summary()
    press(run, "3 of 10")
    press(run, "3 of 10")
    assert host.saved[-1].urge_after is None


def test_the_urge_said_before_is_still_there_on_the_way_back(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(sample_plan()))
    press(run, "Note how strong the urge is (you can skip this)")
    press(run, "8 of 10")
    run.go_on()
    run.go_back()
    (chosen,) = (b for b in run.findChildren(QAbstractButton) if b.isChecked() and b.isVisible())
    assert chosen.accessibleName() == "8 of 10"


def test_the_note_is_saved_while_typing_and_goes_into_the_plan_only_by_a_click(
    qtbot: QtBot,
) -> None:
    host = Host()
    run = shown(qtbot, host.run(sample_plan()))
    run.show_summary()
    note = field(run, QPlainTextEdit, NOTE)
    assert not buttons(run, "Add this to what I can do by myself")[0].isEnabled()
    QTest.keyClicks(note, "Pulled 1 blanket round me")  # letters and digits are no keys here
    qtbot.waitUntil(lambda: bool(host.saved))
    assert host.saved[-1].what_helped == "Pulled 1 blanket round me"
    assert host.added == []
    press(run, "Add this to what I can do by myself")
    assert host.added == ["Pulled 1 blanket round me"]
    assert says(run, "It is in your plan now.")


def test_esc_closes_at_once_and_keeps_what_was_typed(qtbot: QtBot) -> None:
    host = Host()
    run = shown(qtbot, host.run(sample_plan()))
    run.show_summary()
    note = field(run, QPlainTextEdit, NOTE)
    note.setFocus()
    note.setPlainText("Mira's voice")
    QTest.keyClick(note, Qt.Key.Key_Escape)
    assert host.closed == 1
    assert host.saved[-1].what_helped == "Mira's voice"
    assert host.saved[-1].ended_at is not None


def test_only_looking_is_not_recorded(qtbot: QtBot) -> None:
    host = Host()
    run = shown(qtbot, host.run(sample_plan()))
    key(run, Qt.Key.Key_Return)
    key(run, Qt.Key.Key_Escape)
    assert (host.closed, host.saved) == (1, [])


def test_a_full_disk_is_said_quietly_and_stops_nothing(qtbot: QtBot) -> None:
    def full(_value: object) -> None:
        raise DiskFull("vault.db")

    run = shown(qtbot, Host().run(sample_plan(), record=full, add_strategy=full))
    assert not says(run, "could not be saved")
    press(run, "Not now")
    assert says(run, "Your answers could not be saved. Everything else works.")
    run.show_summary()
    field(run, QPlainTextEdit, NOTE).setPlainText("Tea")
    press(run, "Add this to what I can do by myself")
    assert says(run, "The disk is full")
    press(run, "Done")


def test_done_at_the_end_closes(qtbot: QtBot) -> None:
    host = Host()
    run = shown(qtbot, host.run(sample_plan()))
    run.show_summary()
    press(run, "Done")
    assert host.closed == 1
