"""Every body exposure that ships: its cautions, whom it is not for, its words and its source."""

from __future__ import annotations

import re

import pytest

from copingkit.core import assets
from copingkit.tools.exposure.body import (
    BodyExposure,
    body_exposures,
    exposure_of,
    marked,
    standing_of,
)
from copingkit.tools.exposure.health import Answer, Standing, Topic
from copingkit.tools.exposure.ladder import Item, Ladder
from tests.support.reading import grade

SHIPPED = body_exposures()
UNWANTED = re.compile(
    r"\b(guarantee|harmless|you are safe|nothing can happen|well done|must|should|cure)\b",
    re.IGNORECASE,
)
BREATH = {"straw-breathing", "holding-the-breath", "fast-breathing"}


def words(exposure: BodyExposure) -> list[str]:
    told = (exposure.title, exposure.caution, exposure.stop_if)
    return [*told, *exposure.how, *exposure.brings]


@pytest.fixture(params=SHIPPED.all, ids=lambda each: each.id)
def exposure(request: pytest.FixtureRequest) -> BodyExposure:
    found = request.param
    assert isinstance(found, BodyExposure)
    return found


def test_there_are_the_usual_ones_those_for_oneself_first() -> None:
    assert len(SHIPPED.all) >= 10
    led = [each.clinician_led for each in SHIPPED.all]
    assert led == sorted(led)
    assert {each.id for each in SHIPPED.all if each.clinician_led} == {
        "fast-breathing",
        "staring-at-a-spot",
    }
    assert SHIPPED.named("step-ups").title == "Step up and down"
    with pytest.raises(KeyError):
        SHIPPED.named("nowhere")


def test_it_is_short_and_says_when_to_stop_and_whom_it_is_not_for(exposure: BodyExposure) -> None:
    assert 15 <= exposure.seconds <= 120
    assert exposure.stop_if.startswith("Stop if")
    assert Topic.OTHER in exposure.against
    assert len(exposure.against) >= 2
    healthy = dict.fromkeys(Topic, Answer.NO)
    unsure = healthy | {Topic.OTHER: Answer.DONT_KNOW}
    led = Standing.WITH_CLINICIAN
    assert exposure.standing(unsure) is led
    assert exposure.standing({}) is (led if exposure.clinician_led else Standing.ASK_FIRST)
    assert exposure.standing(healthy) is (led if exposure.clinician_led else Standing.BY_ONESELF)


def test_effort_and_breath_are_not_for_heart_lungs_seizures_and_pregnancy() -> None:
    for each in SHIPPED.all:
        if each.id in BREATH or each.id in {"running-on-the-spot", "step-ups"}:
            assert {Topic.HEART, Topic.LUNGS, Topic.PREGNANCY} <= each.against
        if each.id in BREATH | {"spinning-in-a-chair", "staring-at-a-spot"}:
            assert Topic.SEIZURES in each.against
    assert "water" in SHIPPED.named("holding-the-breath").caution


def test_each_topic_is_asked_in_words_and_speaks_against_something() -> None:
    assert set(SHIPPED.health.topics) == set(Topic)
    assert set[Topic]().union(*(each.against for each in SHIPPED.all)) == set(Topic)
    said = (SHIPPED.health.intro, SHIPPED.health.unsure, SHIPPED.health.with_clinician)
    asked = [*said, SHIPPED.health.clinician_led, *SHIPPED.health.topics.values()]
    assert grade(". ".join(asked)) <= 8
    assert not [text for text in asked if UNWANTED.search(text)]
    assert "yes" in SHIPPED.health.unsure


def body_item(exposure_id: str, *, clinician_led: bool = False) -> Item:
    return Item("i", "Any words", body_exposure=exposure_id, clinician_led=clinician_led)


def test_an_item_stands_as_it_is_marked_and_as_the_answers_say() -> None:
    healthy = dict.fromkeys(Topic, Answer.NO)
    straw = body_item("straw-breathing")
    assert exposure_of(straw) == SHIPPED.named("straw-breathing")
    assert standing_of(straw, {}) is Standing.ASK_FIRST
    assert standing_of(straw, healthy) is Standing.BY_ONESELF
    led = Standing.WITH_CLINICIAN
    assert standing_of(straw, healthy | {Topic.LUNGS: Answer.DONT_KNOW}) is led
    assert standing_of(body_item("straw-breathing", clinician_led=True), healthy) is led
    assert standing_of(body_item("fast-breathing"), healthy) is led
    assert exposure_of(Item("i", "The tram")) is None
    assert standing_of(Item("i", "The tram"), {}) is Standing.BY_ONESELF
    assert standing_of(Item("i", "The tram", clinician_led=True), {}) is led


def test_on_paper_is_marked_what_is_not_for_oneself() -> None:
    items = (
        body_item("straw-breathing"),
        body_item("fast-breathing"),
        Item("i", "The tram"),
        Item("i", "The bus", clinician_led=True),
    )
    ladder = Ladder("l", "Dizziness", items=items)
    healthy = dict.fromkeys(Topic, Answer.NO)
    for answers, straw in (
        (healthy, False),
        (healthy | {Topic.HEART: Answer.YES}, True),
        ({}, True),
    ):
        led = [item.clinician_led for item in marked(ladder, answers).items]
        assert led == [straw, True, False, True]


def test_what_is_not_known_here_is_not_called_fine() -> None:
    newer = body_item("of-a-newer-version")
    assert exposure_of(newer) is None
    assert standing_of(newer, dict.fromkeys(Topic, Answer.NO)) is Standing.WITH_CLINICIAN


@pytest.mark.usefixtures("other_content")
def test_what_cannot_be_read_is_not_called_fine() -> None:
    straw = body_item("straw-breathing")
    assert exposure_of(straw) is None
    assert standing_of(straw, dict.fromkeys(Topic, Answer.NO)) is Standing.WITH_CLINICIAN


def test_it_is_easy_to_read_and_promises_nothing(exposure: BodyExposure) -> None:
    assert grade(". ".join(words(exposure))) <= 8
    assert not [text for text in words(exposure) if UNWANTED.search(text)]


def test_its_source_and_what_awaits_review_are_listed(exposure: BodyExposure) -> None:
    sources = (assets.root() / "SOURCES.md").read_text("utf-8")
    (row,) = (line for line in sources.splitlines() if line.startswith(f"| {exposure.id} |"))
    assert exposure.source in row
    assert exposure.awaiting in row
