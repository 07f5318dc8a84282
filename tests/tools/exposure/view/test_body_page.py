"""Body exposures: asked about health once, put on a ladder, with a clinician where it is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure.body import body_exposures
from copingkit.tools.exposure.health import Answer, Topic
from copingkit.tools.exposure.ladder import ItemKind, Ladder
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.view.body_page import BodyPage
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.tools.exposure.view.ladder_page import LadderPage
from copingkit.tools.exposure.view.overview import Overview
from tests.support.accessible import spoken, unnamed_controls
from tests.support.controls import buttons, press
from tests.support.full_disk import FillableRecords
from tests.support.pages import Around

pytestmark = pytest.mark.usefixtures("dressed")

SHIPPED = body_exposures()
STRAW = SHIPPED.named("straw-breathing")
PUT = "Put it on the ladder: {title}"
WHY = SHIPPED.health.with_clinician


def at(whole: ExposurePage, ladder: Ladder) -> BodyPage:
    whole.show_target(f"body/{ladder.id}")
    shown = whole.shown
    assert isinstance(shown, BodyPage)
    return shown


def say(whole: ExposurePage, topic: Topic, answer: str) -> None:
    press(whole, f"{SHIPPED.health.topics[topic]}: {answer}")


def chosen(whole: ExposurePage) -> list[str]:
    found = whole.findChildren(QAbstractButton)
    return [each.text() for each in found if each.isVisible() and each.isChecked()]


def test_the_questions_come_first_and_how_it_goes_only_after_them(
    whole: ExposurePage, service: ExposureService, ladder: Ladder
) -> None:
    at(whole, ladder)
    said = spoken(whole)
    for words in (SHIPPED.health.intro, SHIPPED.health.unsure, STRAW.title, "I don't know"):
        assert words in said
    assert STRAW.how[1] not in said
    assert not buttons(whole, PUT.replace("{title}", STRAW.title))
    assert not buttons(whole, f"How it goes: {STRAW.title}")
    assert len(buttons(whole, f"First the questions: {STRAW.title}")) == 1
    assert chosen(whole) == []
    assert not unnamed_controls(whole)
    for topic in STRAW.against:
        say(whole, topic, "No")
    press(whole, f"How it goes: {STRAW.title}")
    said = spoken(whole)
    for words in (*STRAW.how, STRAW.caution, STRAW.stop_if, "60 seconds", STRAW.source):
        assert words in said
    assert not unnamed_controls(whole)
    assert service.health.all() == dict.fromkeys(STRAW.against, Answer.NO)


def test_a_question_without_an_answer_is_brought_into_view(
    qtbot: QtBot, whole: ExposurePage, ladder: Ladder
) -> None:
    page = at(whole, ladder)
    say(whole, Topic.HEART, "No")
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    press(whole, f"First the questions: {STRAW.title}")
    focus = page.window().focusWidget()
    assert isinstance(focus, QAbstractButton)
    assert focus.accessibleName() == f"{SHIPPED.health.topics[Topic.LUNGS]}: No"
    qtbot.waitUntil(lambda: not focus.visibleRegion().isEmpty())


@pytest.mark.parametrize("answer", ["Yes", "I don't know"])
def test_a_yes_or_not_knowing_sends_to_a_clinician_and_locks_nothing(
    whole: ExposurePage, service: ExposureService, ladder: Ladder, answer: str
) -> None:
    page = at(whole, ladder)
    say(whole, Topic.LUNGS, answer)
    (straw,) = (card for card in page.cards if card.exposure == STRAW)
    assert WHY in spoken(straw)
    assert "With a clinician" in spoken(straw)
    press(straw, PUT.replace("{title}", STRAW.title))
    item = service.ladder(ladder.id).items[-1]
    assert item.clinician_led
    assert (item.kind, item.body_exposure) == (ItemKind.IN_BODY, STRAW.id)


@pytest.mark.usefixtures("healthy")
def test_one_is_put_on_the_ladder_once_and_found_there(
    whole: ExposurePage, service: ExposureService, ladder: Ladder
) -> None:
    page = at(whole, ladder)
    (put,) = buttons(whole, PUT.replace("{title}", STRAW.title))
    put.setFocus()
    QTest.keyClick(put, Qt.Key.Key_Space)
    item = service.ladder(ladder.id).items[-1]
    assert (item.situation, item.kind) == (STRAW.title, ItemKind.IN_BODY)
    assert (item.body_exposure, item.clinician_led) == (STRAW.id, False)
    assert not put.isVisible()
    assert "It is on this ladder." in spoken(whole)
    focus = page.window().focusWidget()
    assert isinstance(focus, QAbstractButton)
    assert focus.accessibleName() == f"Go there: {STRAW.title}"
    press(whole, f"Go there: {STRAW.title}")
    shown = whole.shown
    assert isinstance(shown, LadderPage)
    service.save_ladder(ladder)  # as if it was taken off again
    at(whole, ladder)
    assert buttons(whole, PUT.replace("{title}", STRAW.title))


@pytest.mark.usefixtures("healthy")
def test_some_are_for_a_session_whatever_the_answers(
    whole: ExposurePage, service: ExposureService, ladder: Ladder
) -> None:
    page = at(whole, ladder)
    led = [card for card in page.cards if card.exposure.clinician_led]
    assert len(led) == 2
    for card in page.cards:
        assert (SHIPPED.health.clinician_led in spoken(card)) == card.exposure.clinician_led
        assert WHY not in spoken(card)
    press(led[0], PUT.replace("{title}", led[0].exposure.title))
    assert service.ladder(ladder.id).items[-1].clinician_led


@pytest.mark.usefixtures("healthy")
def test_answers_can_be_changed_and_are_asked_only_once(
    whole: ExposurePage, service: ExposureService, ladder: Ladder
) -> None:
    at(whole, ladder)
    assert SHIPPED.health.intro not in spoken(whole)
    press(whole, "What I answered about my health: Exposure")
    assert chosen(whole) == ["No"] * len(Topic)
    assert WHY not in spoken(whole)
    say(whole, Topic.BALANCE, "I don't know")
    assert service.health.all()[Topic.BALANCE] is Answer.DONT_KNOW
    assert WHY in spoken(whole)
    assert not unnamed_controls(whole)
    at(whole, ladder)
    press(whole, "What I answered about my health: Exposure")
    assert chosen(whole).count("I don't know") == 1


def test_an_answer_that_could_not_be_saved_is_said_and_none(
    whole: ExposurePage,
    service: ExposureService,
    ladder: Ladder,
    around: Around,
    records: FillableRecords,
) -> None:
    at(whole, ladder)
    records.full = True
    say(whole, Topic.HEART, "No")
    assert "full" in spoken(around.notices).lower()
    assert chosen(whole) == []
    records.full = False
    say(whole, Topic.HEART, "Yes")
    assert chosen(whole) == ["Yes"]
    records.full = True
    press(whole, PUT.replace("{title}", STRAW.title))
    assert len(service.ladder(ladder.id).items) == 2
    assert len(buttons(whole, PUT.replace("{title}", STRAW.title))) == 1


def test_without_the_ladder_there_is_no_page(whole: ExposurePage) -> None:
    whole.show_target("body/nowhere")
    assert isinstance(whole.shown, Overview)


def test_words_that_cannot_be_read_are_said_and_one_stays_where_one_is(
    whole: ExposurePage, ladder: Ladder, around: Around, other_content: Path
) -> None:
    whole.show_target(f"ladder/{ladder.id}")
    (other_content / "body.toml").write_text("[health]", encoding="utf-8")
    whole.show_target(f"body/{ladder.id}")
    assert isinstance(whole.shown, LadderPage)
    assert "missing or broken: exposure/en/body.toml" in spoken(around.notices)


def test_back_goes_to_the_ladder(whole: ExposurePage, ladder: Ladder) -> None:
    at(whole, ladder)
    press(whole, "The ladder")
    assert isinstance(whole.shown, LadderPage)
