"""What the player takes care of: four breaths in a row, answers that change, slips of the hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit

from copingkit.core.links import Link
from copingkit.tools.exercises.model import Form, HealthQuestion
from copingkit.tools.exercises.records import RUN, Answer, Felt
from copingkit.tools.exercises.service import ExercisesService
from copingkit.tools.exercises.view.cue_view import CueView
from copingkit.ui.hearing import SoundChoices
from tests.support.accessible import spoken
from tests.support.clock import HandClock
from tests.support.controls import buttons, press
from tests.support.full_disk import FillableRecords
from tests.support.journey import focused
from tests.support.pages import Around
from tests.support.playing import Opener, go_on, is_playing, key, run_of

pytestmark = pytest.mark.usefixtures("dressed")

ENOUGH = "That is enough in a row. You can do it again later today."


def test_4_7_8_is_not_offered_again_at_once(opened: Opener, clock: HandClock) -> None:
    player = opened("four-seven-eight")
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 100)
    assert not is_playing(player)
    assert not buttons(player, "Again")
    assert ENOUGH in spoken(player)
    other = opened("box-breathing")
    key(other, Qt.Key.Key_Return)
    key(other, Qt.Key.Key_Escape)
    assert buttons(other, "Again")
    assert ENOUGH not in spoken(other)


@pytest.mark.parametrize("first", ["Yes", "No"])
def test_the_question_about_health_can_be_answered_again(
    opened: Opener, service: ExercisesService, first: str
) -> None:
    other = {"Yes": "No", "No": "I don't know"}[first]
    player = opened("cold-water")
    press(player, first)
    again = opened("cold-water")
    press(again, "Answer the question about health again")
    assert not buttons(again, "Start: 2 minutes")
    assert focused() is buttons(again, "Yes")[0]
    press(again, other)
    assert bool(buttons(again, "Start: 2 minutes")) is (other == "No")
    kept = {"No": Answer.NO, "I don't know": Answer.DONT_KNOW}[other]
    assert service.health_answer(HealthQuestion.COLD) is kept


def test_that_bells_are_off_is_said_where_bells_are_all_there_is(
    opened: Opener, around: Around
) -> None:
    said = "The bells are off. Sound and voice turns them on."
    player = opened("quiet-sitting")
    assert said in spoken(player)
    press(player, "Sound and voice: Quiet sitting")
    tones = next(box for box in player.findChildren(QCheckBox) if box.text() == "Soft tones")
    tones.click()
    assert said not in spoken(player)
    tones.click()
    assert said in spoken(player)
    assert said not in spoken(opened("extended-exhale"))
    around.sound = SoundChoices(tones=True)
    assert said not in spoken(opened("quiet-sitting"))


def test_a_click_beside_what_was_written_takes_nothing_away(
    opened: Opener, clock: HandClock
) -> None:
    player = opened("problem-solving")
    key(player, Qt.Key.Key_Return)
    cue = player.findChild(CueView)
    assert cue is not None
    (written,) = player.findChildren(QPlainTextEdit)
    QTest.keyClicks(written, "the rent")
    QTest.mouseClick(cue.viewport(), Qt.MouseButton.LeftButton)
    assert written.toPlainText() == "the rent"
    assert "What is the problem?" in spoken(player)
    press(player, "Next")
    QApplication.processEvents()
    assert "Can you change it, or a part of it?" in spoken(player)


def test_a_click_anywhere_goes_on_where_nothing_was_written(
    opened: Opener, clock: HandClock
) -> None:
    player = opened("stop")
    key(player, Qt.Key.Key_Return)
    cue = player.findChild(CueView)
    assert cue is not None
    QTest.mouseClick(cue.viewport(), Qt.MouseButton.LeftButton)
    assert "Take a step back." in spoken(player)


def test_once_more_begins_with_how_it_was_at_the_end(
    opened: Opener, clock: HandClock, records: FillableRecords
) -> None:
    player = opened("sounds")
    press(player, "7")
    key(player, Qt.Key.Key_Return)
    key(player, Qt.Key.Key_Escape)
    press(player, "4")
    clock.go_on(minutes=1)
    press(player, "Again")
    key(player, Qt.Key.Key_Escape)
    key(player, Qt.Key.Key_2)
    clock.go_on(minutes=1)
    press(player, "Again")
    told = [(each.value.before, each.value.after) for each in records.find(RUN)]
    assert told == [(None, None), (4, None), (7, 4)]
    assert records.find(RUN)[1].value.felt is Felt.SAME


def test_a_number_that_was_said_is_taken_back(opened: Opener, records: FillableRecords) -> None:
    player = opened("sounds")
    press(player, "7")
    press(player, "7")
    key(player, Qt.Key.Key_Return)
    assert is_playing(player)
    key(player, Qt.Key.Key_Escape)
    press(player, "4")
    assert run_of(records).after == 4
    press(player, "4")
    assert (run_of(records).before, run_of(records).after) == (None, None)


def test_what_is_offered_after_worse_goes_when_it_was_a_slip_of_the_hand(opened: Opener) -> None:
    player = opened("box-breathing")
    key(player, Qt.Key.Key_Return)
    key(player, Qt.Key.Key_Escape)
    press(player, "Worse")
    assert buttons(player, "Feet on the floor")
    press(player, "Better")
    assert not buttons(player, "Feet on the floor")
    assert "That happens." not in spoken(player)


def test_who_leaves_the_cold_out_is_led_on(opened: Opener, around: Around) -> None:
    player = opened("cold-water")
    press(player, "I don't know")
    said = spoken(player)
    assert "With an allergy to cold, leave that out, too" in said
    press(player, "Feet on the floor")
    assert around.links == [Link("exercises", "play/feet-on-the-floor")]


def test_a_key_that_skips_takes_no_way_that_was_not_chosen(opened: Opener) -> None:
    player = opened("cold-water")
    press(player, "No")
    key(player, Qt.Key.Key_Return)
    for _ in range(2):
        key(player, Qt.Key.Key_Right)
        assert "Get a bowl of cool water" in spoken(player)
    key(player, Qt.Key.Key_2)
    assert "Hold the pack" in spoken(player)


def test_what_was_typed_is_there_on_the_way_back_and_gone_the_next_time(opened: Opener) -> None:
    player = opened("five-senses")
    key(player, Qt.Key.Key_Return)
    fields = player.findChild(CueView)
    assert fields is not None

    def typed() -> list[str]:
        return [each.text() for each in fields.fields if isinstance(each, QLineEdit)]

    QTest.keyClicks(focused(), "lamp")
    press(player, "Next")
    assert typed() == [""] * 4
    QTest.keyClicks(focused(), "sleeve")
    press(player, "Back")
    assert typed() == ["lamp", "", "", "", ""]
    press(player, "Next")
    assert typed()[0] == "sleeve"
    key(player, Qt.Key.Key_Escape)
    press(player, "Again")
    assert typed() == [""] * 5


def test_long_answers_are_there_on_the_way_back_too(opened: Opener) -> None:
    player = opened("problem-solving")
    key(player, Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "The rent")
    press(player, "Next")
    press(player, "Back")
    (field,) = (each for each in player.findChildren(QPlainTextEdit) if each.isVisible())
    assert field.toPlainText() == "The rent"


def test_a_key_that_is_held_past_the_end_stays_on_done(opened: Opener) -> None:
    player = opened("hand-tracing", Form.SHORT)
    press(player, "Start: Short, 1 minute")
    for _ in range(30):
        key(player, Qt.Key.Key_Right)
    assert not is_playing(player)
    assert focused() is player._end.done_button
    key(player, Qt.Key.Key_Left)
    assert focused() is player._end.done_button


@pytest.mark.parametrize("by", ["Enter", "button"])
def test_a_problem_that_cannot_be_changed_leads_to_the_end(
    opened: Opener, records: FillableRecords, by: str
) -> None:
    player = opened("problem-solving")
    key(player, Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "The rent")
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press(player, "No")
    said = spoken(player)
    assert "Then it is about carrying it." in said
    assert "Ctrl+Enter goes on." in said
    QTest.keyClicks(focused(), "Mira")
    if by == "Enter":
        QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    else:
        press(player, "Enough for now")
    assert not is_playing(player)
    assert focused() is player._end.done_button
    assert run_of(records).finished
