"""What exposure teaches, in the real window: cards on later days, the body, both ways to work."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from copingkit import app
from copingkit.tools.exposure.body import body_exposures
from copingkit.tools.exposure.health import Answer, Topic
from copingkit.tools.exposure.tool import TOOL as EXPOSURE
from tests.support.clock import HandClock
from tests.support.journey import Person
from tests.support.made_vault import make_vault
from tests.support.real_keyring import RealKeyring

FEARED = "What do I expect to happen? As something one could check"
HAPPENED = "What happened? What one could have seen"
LEARNED = "What did I learn? One sentence"
CAME_TRUE = "Did what I expected come true?"
MODES = "The fear, its price, how I work with it: this ladder"
HALVED = "It is at half of the highest now. You can end here, or stay."
SHIPPED = body_exposures()
STRAW, SPIN = SHIPPED.named("straw-breathing"), SHIPPED.named("spinning-in-a-chair")
DAY = 24 * 60


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> HandClock:
    """The program's clock, moved by hand."""
    made = HandClock()
    monkeypatch.setattr(app, "SystemClock", lambda: made)
    return made


@pytest.fixture
def opened(person: Person, folder: Path, real_keyring: RealKeyring) -> Person:
    """Somebody with a plan and a ladder with one situation, which is in front."""
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    person.press("Exposure")
    person.fill("A fear, in your own words", "Dogs")
    person.press("Begin a ladder")
    person.fill("A situation, as exactly as you can", "Walk past a dog")
    person.press("Put it on the ladder")
    person.reads("Walk past a dog")
    return person


def go_through(person: Person) -> None:
    """A trial, to its card."""
    person.press("Try it: Walk past a dog")
    person.fill(FEARED, "It jumps at me.")
    person.press("Begin now")
    person.press("Distress 70")
    person.press("End as planned")
    person.fill(HAPPENED, "It sniffed at a tree.")
    person.press(f"{CAME_TRUE}: No")
    person.fill(LEARNED, "It has its own walk.")
    person.press("Done")
    person.reads("It has its own walk.")


def later(person: Person, clock: HandClock, days: int) -> None:
    """The program is closed and opened on a later day."""
    person.close()
    clock.go_on(minutes=days * DAY)
    person.open()
    person.wait_for_page("PlanPage")


def test_a_card_is_called_to_mind_at_once_a_day_later_and_then_not_for_three(
    clock: HandClock, opened: Person
) -> None:
    person = opened
    go_through(person)
    person.press("Call it to mind")
    person.reads("It jumps at me.", "What happened? What did you learn?")
    assert "It sniffed at a tree." not in person.all_read()
    person.key(Qt.Key.Key_Space)
    person.reads("It sniffed at a tree.")
    person.press("It came back")
    person.reads("That is all for now.")

    later(person, clock, 1)
    person.press("Home")
    person.reads("Something that you learned")
    person.press("Look at the card")
    person.reads("It jumps at me.")
    assert "It has its own walk." not in person.all_read()
    person.key(Qt.Key.Key_Return)
    person.reads("It has its own walk.")
    person.press("It came back")
    person.reads("That is all for now.")

    later(person, clock, 2)
    look_before_its_time(person)
    later(person, clock, 1)
    (card,) = person.window.session.service(EXPOSURE).deck.due()
    assert (card.learned, card.rehearsal.step) == ("It has its own walk.", 1)
    assert card.rehearsal.rehearsed_at == clock.now() - timedelta(days=3)


def look_before_its_time(person: Person) -> None:
    """Nothing asks for the card, and turning it in the deck asks nothing."""
    person.press("Home")
    person.reads("Safety plan")
    assert "Something that you learned" not in person.all_read()
    person.press("Exposure")
    person.press("Open: Dogs")
    person.press("What I learned")
    person.reads("All cards, the newest first.")
    person.key(Qt.Key.Key_Space)
    person.reads("It has its own walk.")
    assert not person.buttons("It came back")
    person.key(Qt.Key.Key_Escape)
    person.reads("Situations")


def put_two_on_the_ladder(person: Person) -> None:
    """One for oneself and one with a clinician, after the questions about health."""
    person.press("A feeling in the body")
    person.reads(SHIPPED.health.intro)
    assert STRAW.how[1] not in person.all_read()
    for topic, words in SHIPPED.health.topics.items():
        answer = "I don't know" if topic is Topic.BALANCE else "No"
        person.press(f"{words}: {answer}")
    person.press(f"Put it on the ladder: {SPIN.title}")
    person.press(f"Put it on the ladder: {STRAW.title}")
    person.press(f"Go there: {STRAW.title}")


def test_a_body_exposure_comes_after_the_question_about_health_and_is_tried_like_any_other(
    clock: HandClock, opened: Person
) -> None:
    person = opened
    put_two_on_the_ladder(person)
    person.reads("only with my clinician")
    person.press(f"Try it: {SPIN.title}")
    person.reads("Only together with a clinician", SHIPPED.health.with_clinician)
    person.press("The ladder")

    later(person, clock, 1)
    person.press("Exposure")
    person.press("Open: Dogs")
    person.press(f"Try it: {STRAW.title}")
    assert "Only together with a clinician" not in person.all_read()
    person.press("Begin now")
    person.reads(STRAW.caution, STRAW.stop_if)
    person.press("Start the time")
    person.reads("1:00 left")
    clock.go_on(minutes=0.5)
    person.reads("0:30 left")
    clock.go_on(minutes=0.6)
    person.reads("The time is over. Notice what is there.")
    person.press("Distress 40")
    person.press("End as planned")
    person.fill(HAPPENED, "My chest was tight, then less.")
    person.press(f"{CAME_TRUE}: Partly")
    person.press("Done")
    person.reads("My chest was tight, then less.")

    person.press("The ladder")
    person.press("A feeling in the body")
    person.reads("What I answered about my health")
    assert SHIPPED.health.intro not in person.all_read()
    service = person.window.session.service(EXPOSURE)
    assert service.health.all()[Topic.BALANCE] is Answer.DONT_KNOW


def test_both_ways_to_work_say_what_they_are_for_and_only_one_speaks_of_half(
    clock: HandClock, opened: Person
) -> None:
    person = opened
    person.press(MODES)
    person.reads("Find out: You test whether", "Stay until it eases: You stay until")
    person.press("Try it: Walk past a dog")
    person.reads(FEARED)
    person.press("Begin now")
    person.press("Distress 80")
    person.press("Distress 40")
    person.run_for(milliseconds=1200)  # it would be said with the next tick of the clock
    assert HALVED not in person.all_read()
    person.press("Stop here")
    person.press("The ladder")

    person.press(MODES)
    person.press("How I work with it: Stay until it eases")
    person.press("Try it: Walk past a dog")
    person.reads("How strong will the distress get?")
    person.press("Begin now")
    person.press("Distress 80")
    person.press("Distress 40")
    person.reads(HALVED)
    person.press("End as planned")
    person.reads("It is over. However it went, it can teach.")
