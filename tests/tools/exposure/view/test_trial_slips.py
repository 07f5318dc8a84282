"""Slips of the hand in a trial: numbers typed in full, a note taken back, an end that was none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from copingkit.core.links import Link
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import Reading, State, Trial
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.tools.exposure.view.trial_during import TrialDuring
from copingkit.tools.exposure.view.trial_page import TrialPage
from tests.support.accessible import spoken
from tests.support.clock import HandClock
from tests.support.controls import buttons, field, press
from tests.support.full_disk import FillableRecords
from tests.support.pages import Around

HAPPENED = "What happened? What one could have seen"
FEELING = "What is there? A word or two for the feeling"


@pytest.fixture
def running(whole: ExposurePage, service: ExposureService, planned: Trial) -> TrialPage:
    service.begin_trial(planned)
    return opened(whole, planned)


def opened(whole: ExposurePage, trial: Trial) -> TrialPage:
    whole.show_target(f"trial/{trial.id}")
    assert isinstance(whole.shown, TrialPage)
    return whole.shown


def numbers(service: ExposureService, trial: Trial) -> list[int]:
    return [reading.value for reading in service.trial(trial.id).during.suds]


@pytest.mark.parametrize(
    ("keys", "kept"),
    [
        ("6", [60]),
        ("0", [0]),
        ("60", [60]),
        ("65", [65]),
        ("05", [5]),
        ("100", [100]),
        ("1004", [100, 40]),
        ("653", [65, 30]),
    ],
)
def test_a_number_typed_in_full_is_one_number(
    running: TrialPage, service: ExposureService, keys: str, kept: list[int]
) -> None:
    QTest.keyClicks(running._section, keys)
    assert numbers(service, running.trial) == kept


def test_digits_after_a_while_or_after_a_tap_are_another_number(
    running: TrialPage, service: ExposureService, qtbot: QtBot
) -> None:
    section = running._section
    assert isinstance(section, TrialDuring)
    QTest.keyClicks(section, "6")
    section._typing.setInterval(1)
    section._typing.start()
    qtbot.waitUntil(lambda: not section._typing.isActive())
    QTest.keyClicks(section, "5")
    press(running, "Distress 80")
    QTest.keyClicks(section, "5")
    assert numbers(service, running.trial) == [60, 50, 80, 50]


def test_a_held_key_is_one_number(running: TrialPage, service: ExposureService) -> None:
    again = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_6, Qt.KeyboardModifier.NoModifier, "6", autorep=True
    )
    QTest.keyClicks(running._section, "6")
    running._section.keyPressEvent(again)
    assert numbers(service, running.trial) == [60]


def test_digits_count_wherever_the_keyboard_is_on_the_page_but_not_in_words(
    whole: ExposurePage, running: TrialPage, service: ExposureService
) -> None:
    found_again = opened(whole, running.trial)
    (back,) = buttons(found_again, "The ladder")
    back.setFocus()
    QTest.keyClicks(back, "7")
    words = field(found_again, QLineEdit, FEELING)
    QTest.keyClicks(words, "2 bears")
    assert words.text() == "2 bears"
    assert numbers(service, running.trial) == [70]
    press(found_again, "Stop here")
    QTest.keyClicks(found_again, "5")
    assert numbers(service, running.trial) == [70]


def test_the_last_note_is_taken_back(
    running: TrialPage, service: ExposureService, clock: HandClock
) -> None:
    assert not buttons(running, "Take it back")
    press(running, "Distress 60")
    clock.go_on(minutes=1)
    press(running, "counting steps: Did it")
    press(running, "Take it back")
    assert service.trial(running.trial.id).during.log == ()
    assert "Noted last, at 0:00: Distress 60" in spoken(running)
    press(running, "Take it back")
    assert numbers(service, running.trial) == []
    assert running._section.hasFocus()
    assert not buttons(running, "Take it back")


def test_an_end_by_mistake_is_undone_with_its_clock(
    whole: ExposurePage,
    running: TrialPage,
    service: ExposureService,
    around: Around,
    clock: HandClock,
) -> None:
    clock.go_on(minutes=4)
    press(running, "End as planned")
    assert "The trial is over." in spoken(around.notices)
    clock.go_on(minutes=1)
    around.notices.undo()
    assert around.links == [Link("exposure", f"trial/{running.trial.id}")] * 2
    assert service.trial(running.trial.id).state is State.RUNNING
    assert "5:00" in spoken(opened(whole, running.trial))


def test_what_is_done_meanwhile_is_not_undone(
    running: TrialPage, service: ExposureService, around: Around
) -> None:
    press(running, "Stop here")
    field(running, QPlainTextEdit, HAPPENED).setPlainText("It sat.")
    press(running, "No")
    press(running, "Done")
    around.notices.undo()
    assert service.trial(running.trial.id).state is State.DONE


def test_a_full_disk_keeps_it_over_and_is_said(
    running: TrialPage, service: ExposureService, around: Around, records: FillableRecords
) -> None:
    press(running, "Stop here")
    records.full = True
    around.notices.undo()
    assert service.trial(running.trial.id).state is State.TO_REFLECT
    assert "full" in spoken(around.notices).lower()
    records.full = False


def test_what_was_planned_and_what_numbers_mean_is_in_sight(
    whole: ExposurePage, service: ExposureService, planned: Trial
) -> None:
    page = opened(whole, planned)
    field(page, QLineEdit, "What would show me that I was wrong?").setText("It walks on")
    field(page, QLineEdit, "Or it is over when I have …").setText("reached the gate")
    press(page, "Begin now")
    said = spoken(page)
    assert "Wrong if: It walks on" in said
    assert "Over: when I have done this: reached the gate" in said
    assert "Without: holding my phone, counting steps" in said
    assert "0: At ease · 25: " in said
    assert "100: The worst I can imagine" in said
    press(page, "Distress 70")
    press(page, "End as planned")
    assert "Wrong if: It walks on" in spoken(page)
    assert service.trial(planned.id).during.suds == (Reading(0.0, 70),)
