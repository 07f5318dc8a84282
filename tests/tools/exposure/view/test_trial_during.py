"""What was noticed in a trial is seen at once, in the order of time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSlider

from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import LogKind, Trial
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.tools.exposure.view.trial_noticing import Noticing
from copingkit.tools.exposure.view.trial_page import TrialPage
from tests.support.accessible import spoken
from tests.support.clock import HandClock
from tests.support.controls import field, press

FEELING = "What is there? A word or two for the feeling"
LIKELY = "How likely does what I expected seem now, in percent?"


@pytest.fixture
def running(whole: ExposurePage, service: ExposureService, planned: Trial) -> TrialPage:
    """A trial with a safety behaviour and a ritual, under way for no time."""
    service.begin_trial(planned)
    whole.show_target(f"trial/{planned.id}")
    shown = whole.shown
    assert isinstance(shown, TrialPage)
    return shown


def test_the_last_thing_is_above_and_the_others_below_in_their_order(
    running: TrialPage, clock: HandClock
) -> None:
    assert "Nothing noted yet." in spoken(running)
    press(running, "Distress 60")
    clock.go_on(minutes=1)
    QTest.keyClicks(field(running, QLineEdit, FEELING), "fear, and anger")
    press(running, "Note it")
    clock.go_on(minutes=1)
    press(running, "counting steps: Delayed")
    clock.go_on(minutes=1)
    next(
        each
        for each in running.findChildren(QAbstractButton)
        if each.accessibleName().startswith("How likely now, and more")
    ).click()
    QTest.keyClicks(field(running, QSlider, LIKELY), "55")
    running.flush()
    clock.go_on(minutes=1)
    press(running, "Distress 40")
    said = spoken(running)
    assert "Noted last, at 4:00: Distress 40" in said
    told = (
        "0:00   Distress 60\n1:00   fear, and anger\n2:00   counting steps: delayed\n"
        "3:00   It seems 55 % likely"
    )
    assert told in said
    clock.go_on(minutes=1)
    press(running, "holding my phone")
    assert "Noted last, at 5:00: Used after all: holding my phone" in spoken(running)


def test_what_was_noted_is_read_out(running: TrialPage, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    press(running, "counting steps: Resisted")
    noticing = running.findChild(Noticing)
    assert noticing is not None
    noticing._note_other()
    press(running, "Distress 30")
    assert heard == [
        "Noted: counting steps: resisted",
        "Noted: Used after all: Something to feel safer",
        "30 noted",
    ]


def test_another_help_is_asked_about_in_words(running: TrialPage, service: ExposureService) -> None:
    running.window().resize(972, 600)  # so low that the line would open below the window
    disclosed = "Something to feel safer: Walk past a dog on a lead"
    press(running, disclosed)
    help_ = field(running, QLineEdit, "What did I do, or have with me, to feel safer?")
    assert help_.hasFocus()
    assert not help_.visibleRegion().isEmpty()
    QTest.keyClicks(help_, "crossed the street")
    QTest.keyClick(help_, Qt.Key.Key_Return)
    assert not help_.isVisible()
    assert "Noted last, at 0:00: Used after all: crossed the street" in spoken(running)
    press(running, disclosed)
    press(running, "Note this help")  # without words it still is worth knowing
    press(running, disclosed)
    QTest.keyClicks(help_, "called Sam")
    running.flush()  # as a lock does
    running.flush()
    kept = service.trial(running.trial.id).during.log
    assert [entry.text for entry in kept] == [
        "crossed the street",
        "Something to feel safer",
        "called Sam",
    ]
    assert {entry.kind for entry in kept} == {LogKind.SAFETY_BEHAVIOUR}
