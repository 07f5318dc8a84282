"""A trial of what is better not done alone, and of a body exposure with its quiet time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure import rungs
from copingkit.tools.exposure.body import body_exposures
from copingkit.tools.exposure.health import Answer, Topic
from copingkit.tools.exposure.ladder import Item, ItemKind, Ladder
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import State
from copingkit.tools.exposure.view.body_page import BodyPage
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.tools.exposure.view.ladder_page import LadderPage
from copingkit.tools.exposure.view.trial_page import TrialPage
from copingkit.ui.hearing import SoundChoices, Tone
from tests.support.accessible import spoken, unnamed_controls
from tests.support.clock import HandClock
from tests.support.controls import buttons, press, show
from tests.support.pages import Around

SHIPPED = body_exposures()
STRAW = SHIPPED.named("straw-breathing")
FAST = SHIPPED.named("fast-breathing")
ALONE = "Only together with a clinician"


def put(service: ExposureService, ladder: Ladder, exposure_id: str, *, led: bool = False) -> Item:
    item = Item(
        "", "In the body", kind=ItemKind.IN_BODY, body_exposure=exposure_id, clinician_led=led
    )
    return service.add_item(ladder.id, item)


def planned(whole: ExposurePage, service: ExposureService, ladder: Ladder, item: Item) -> TrialPage:
    trial = service.plan_trial(ladder.id, item.id)
    whole.show_target(f"trial/{trial.id}")
    shown = whole.shown
    assert isinstance(shown, TrialPage)
    return shown


def row(whole: ExposurePage, ladder: Ladder, item: Item) -> str:
    whole.show_target(f"ladder/{ladder.id}")
    shown = whole.shown
    assert isinstance(shown, LadderPage)
    return shown._shown[item.id].accessibleName()


@pytest.mark.usefixtures("healthy")
def test_what_can_be_done_alone_says_how_it_goes_and_no_more(
    whole: ExposurePage, service: ExposureService, ladder: Ladder
) -> None:
    item = put(service, ladder, STRAW.id)
    assert (
        row(whole, ladder, item) == "In the body. distress not said. a feeling in the body. 3 of 3"
    )
    planned(whole, service, ladder, item)
    said = spoken(whole)
    assert ALONE not in said
    for words in (*STRAW.how, STRAW.caution, STRAW.stop_if, "May bring up: " + STRAW.brings[0]):
        assert words in said
    planned(whole, service, ladder, ladder.items[0])
    assert STRAW.caution not in spoken(whole)


def test_before_the_questions_it_asks_for_them(
    whole: ExposurePage, service: ExposureService, ladder: Ladder
) -> None:
    item = put(service, ladder, STRAW.id)
    assert "first the questions about my health" in row(whole, ladder, item)
    planned(whole, service, ladder, item)
    said = spoken(whole)
    assert "First a few questions about your health" in said
    assert STRAW.how[0] not in said
    assert len(buttons(whole, "Begin now")) == 1
    press(whole, "To the questions about health")
    assert isinstance(whole.shown, BodyPage)


@pytest.mark.usefixtures("healthy")
def test_what_is_for_a_session_says_why_and_can_begin_all_the_same(
    whole: ExposurePage, service: ExposureService, ladder: Ladder
) -> None:
    health = SHIPPED.health
    marked = replace(ladder.items[0], clinician_led=True)
    service.save_ladder(rungs.edit(ladder, marked))
    both = Item("", "Both", clinician_led=True, combines=(marked.id, ladder.items[1].id))
    cases = {
        health.clinician_led: put(service, ladder, FAST.id),
        "It is marked so on the ladder.": marked,
        "It brings two situations together": service.add_item(ladder.id, both),
        "What to take care of in this one cannot be read here.": put(service, ladder, "newer"),
    }
    for why, item in cases.items():
        assert "only with my clinician" in row(whole, ladder, item)
        page = planned(whole, service, ladder, item)
        said = spoken(whole)
        assert ALONE in said
        assert why in said
        assert "Nothing is locked here." in said
        assert not unnamed_controls(whole)
        press(whole, "Begin now")
        assert page.trial.state is State.RUNNING
        press(whole, "Stop here")


@pytest.mark.usefixtures("healthy")
def test_answers_that_change_are_followed_by_what_is_on_the_ladder(
    whole: ExposurePage, service: ExposureService, ladder: Ladder
) -> None:
    item = put(service, ladder, STRAW.id)
    assert "clinician" not in row(whole, ladder, item)
    service.health.answer(Topic.LUNGS, Answer.YES)
    assert "only with my clinician" in row(whole, ladder, item)
    planned(whole, service, ladder, item)
    assert SHIPPED.health.with_clinician in spoken(whole)


@pytest.fixture
def running(
    whole: ExposurePage, service: ExposureService, ladder: Ladder, healthy: None
) -> TrialPage:
    """A trial of breathing through a straw, for 60 seconds, under way."""
    page = planned(whole, service, ladder, put(service, ladder, STRAW.id))
    press(whole, "Begin now")
    return page


def after(page: TrialPage, clock: HandClock, seconds: float) -> None:
    clock.go_on(minutes=seconds / 60)
    page._look()


def test_during_it_steps_and_when_to_stop_are_in_sight_and_no_time_starts_by_itself(
    running: TrialPage, clock: HandClock
) -> None:
    for words in (*STRAW.how, STRAW.caution, STRAW.stop_if):
        assert words in spoken(running)
    assert not unnamed_controls(running)
    after(running, clock, 90)
    said = spoken(running)
    assert "1:30" in said
    assert " left" not in said
    assert "The time is over." not in said


def test_its_time_counts_down_once_it_is_started(running: TrialPage, clock: HandClock) -> None:
    after(running, clock, 30)
    press(running, "Start the time")
    assert "1:00 left" in spoken(running)
    after(running, clock, 14.5)
    assert "0:46 left" in spoken(running)
    after(running, clock, 45)
    assert "0:01 left" in spoken(running)
    after(running, clock, 0.6)
    said = spoken(running)
    assert "The time is over. Notice what is there." in said
    assert " left" not in said
    assert running.trial.state is State.RUNNING
    press(running, "Start the time")
    assert "The time is over." not in spoken(running)
    press(running, "Stop the time")
    assert " left" not in spoken(running)
    after(running, clock, 90)
    assert "The time is over." not in spoken(running)


def test_the_end_of_its_time_is_a_soft_tone_where_that_was_agreed_to(
    qtbot: QtBot,
    service: ExposureService,
    around: Around,
    ladder: Ladder,
    clock: HandClock,
    healthy: None,
) -> None:
    around.sound = SoundChoices(tones=True)
    whole = show(qtbot, ExposurePage(service, around.surroundings()))
    page = planned(whole, service, ladder, put(service, ladder, STRAW.id))
    press(whole, "Begin now")
    press(whole, "Start the time")
    after(page, clock, 61)
    after(page, clock, 1)
    assert around.ears.heard == [(Tone.CUE, 0.0)]


def test_digits_count_after_the_time_was_started(running: TrialPage) -> None:
    (start,) = buttons(running, "Start the time")
    QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    focus = running.window().focusWidget()
    assert focus is not None
    assert not isinstance(focus, QAbstractButton)
    QTest.keyClicks(focus, "7")
    assert [reading.value for reading in running.trial.during.suds] == [70]


def test_a_trial_whose_situation_was_removed_goes_on(
    whole: ExposurePage, service: ExposureService, ladder: Ladder, healthy: None
) -> None:
    item = put(service, ladder, STRAW.id)
    trial = service.begin_trial(service.plan_trial(ladder.id, item.id))
    service.remove_item(ladder.id, item.id)
    whole.show_target(f"trial/{trial.id}")
    assert "It is under way." in spoken(whole)
    for words in (*STRAW.how, STRAW.caution, STRAW.stop_if):
        assert words in spoken(whole)
    service.save_trial(replace(trial, body_exposure=""))  # as planned by an earlier version
    whole.show_target(f"trial/{trial.id}")
    assert STRAW.caution not in spoken(whole)
    again = service.plan_trial(ladder.id, ladder.items[0].id)
    service.remove_item(ladder.id, again.item)
    whole.show_target(f"trial/{again.id}")
    assert len(buttons(whole, "Begin now")) == 1
