"""Cards of what was learned: called to mind by keyboard, looked through, put to rest."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure.ladder import Item, Ladder
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import Trial
from copingkit.tools.exposure.view.card_face import CardFace
from copingkit.tools.exposure.view.cards_page import CardsPage
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.tools.exposure.view.ladder_page import LadderPage
from copingkit.tools.exposure.view.overview import Overview
from copingkit.tools.exposure.view.trial_page import TrialPage
from tests.support.accessible import spoken, unnamed_controls
from tests.support.clock import HandClock
from tests.support.controls import buttons, press, show, with_keyboard
from tests.support.learned_cards import learned
from tests.support.pages import Around

DAY = 24 * 60
ASKED = "Say to yourself first what happened and what you learned."


def at(whole: ExposurePage, target: str) -> CardsPage:
    whole.show_target(target)
    shown = whole.shown
    assert isinstance(shown, CardsPage)
    return shown


def face(page: CardsPage) -> CardFace:
    """The card, which has the keyboard."""
    found = page.window().focusWidget()
    assert isinstance(found, CardFace)
    return found


def key(page: CardsPage, pressed: Qt.Key) -> None:
    QTest.keyClick(face(page), pressed)


def step(service: ExposureService, trial: Trial) -> tuple[int, timedelta | None]:
    rehearsal = service.deck.card(trial.id).rehearsal
    due, seen = rehearsal.due_at, rehearsal.rehearsed_at
    return rehearsal.step, due - seen if due is not None and seen is not None else None


def test_a_due_card_shows_what_was_feared_and_only_turned_what_happened(
    whole: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    trial = learned(service, clock, ladder.id, "They slept.", "They bark at me.")
    clock.go_on(minutes=DAY)
    page = at(whole, f"cards/{ladder.id}")
    said = spoken(whole)
    for words in (ASKED, "Look at pictures of dogs", "They bark at me.", "You can skip any."):
        assert words in said
    for words in ("They slept.", "Learned:"):
        assert words not in said
    assert not buttons(whole, "It came back")
    assert not unnamed_controls(whole)
    key(page, Qt.Key.Key_Space)
    said = spoken(whole)
    for words in ("They slept.", "Learned: They slept.", "Did it come true?", "From 14 Mar 2026"):
        assert words in said
    assert not unnamed_controls(whole)
    press(whole, "It came back")
    assert step(service, trial) == (1, timedelta(days=3))
    assert "That is all for now." in spoken(whole)
    assert service.deck.due() == ()


def test_not_this_time_begins_with_the_first_gap_and_nothing_is_counted(
    whole: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    trial = learned(service, clock, ladder.id, "They slept.")
    clock.go_on(minutes=DAY)
    service.deck.rehearsed(trial.id, recalled=True)
    clock.go_on(minutes=3 * DAY)
    page = at(whole, f"cards/{ladder.id}")
    key(page, Qt.Key.Key_Return)
    press(whole, "Not this time")
    assert step(service, trial) == (0, timedelta(days=1))
    said = spoken(whole).lower()
    for word in ("wrong", "failed", "well done", "score", "streak", "in a row", "%"):
        assert word not in said


def test_due_ones_come_first_and_each_can_be_skipped_and_gone_back_to(
    whole: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    first = learned(service, clock, ladder.id, "First.")
    second = learned(service, clock, ladder.id, "Second.")
    clock.go_on(minutes=DAY)
    learned(service, clock, ladder.id, "Not due yet.")
    page = at(whole, f"cards/{ladder.id}")
    assert "1 of 2" in spoken(whole)
    assert page._round.trials == [second.id, first.id]
    press(whole, "Skip it")
    assert "2 of 2" in spoken(whole)
    key(page, Qt.Key.Key_Left)
    assert "1 of 2" in spoken(whole)
    key(page, Qt.Key.Key_Right)
    key(page, Qt.Key.Key_Right)
    assert "That is all for now." in spoken(whole)
    assert len(service.deck.due()) == 2
    press(whole, "Look through all cards")
    assert "1 of 3" in spoken(whole)
    assert "All cards, the newest first." in spoken(whole)


def test_looking_before_its_time_moves_nothing(
    whole: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    trial = learned(service, clock, ladder.id, "They slept.")
    before = service.deck.card(trial.id).rehearsal
    page = at(whole, f"cards/{ladder.id}")
    assert "It comes back on 15 Mar 2026." in spoken(whole)
    for _ in range(5):
        key(page, Qt.Key.Key_Space)
        assert not buttons(whole, "It came back")
    assert service.deck.card(trial.id).rehearsal == before
    page = at(whole, f"cards/{ladder.id}/{trial.id}")
    for _ in range(3):
        key(page, Qt.Key.Key_Space)
        press(whole, "It came back")
        page._go(-1)
    after = service.deck.card(trial.id).rehearsal
    assert (after.due_at, after.step) == (before.due_at, 0)


def test_the_whole_deck_is_looked_through_by_keys_one_at_a_time(
    whole: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    for happened in ("One.", "Two.", "Three."):
        learned(service, clock, ladder.id, happened)
    page = at(whole, f"cards/{ladder.id}")
    assert "1 of 3" in spoken(whole)
    (before,) = buttons(whole, "The one before")
    (after,) = buttons(whole, "The next one")
    assert (before.isEnabled(), after.isEnabled()) == (False, True)
    key(page, Qt.Key.Key_Space)
    assert "Three." in spoken(whole)
    key(page, Qt.Key.Key_Space)
    assert "Three." not in spoken(whole)
    QTest.mouseClick(after, Qt.MouseButton.LeftButton)
    QTest.mouseClick(face(page), Qt.MouseButton.LeftButton)
    assert "Two." in spoken(whole)
    key(page, Qt.Key.Key_Right)
    assert "Two." not in spoken(whole)
    assert "3 of 3" in spoken(whole)
    key(page, Qt.Key.Key_Right)
    assert "3 of 3" in spoken(whole)
    assert not after.isEnabled()
    key(page, Qt.Key.Key_Escape)
    assert isinstance(whole.shown, LadderPage)


def test_a_card_of_the_deck_that_is_due_can_be_answered_there_too(
    whole: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    trial = learned(service, clock, ladder.id, "They slept.")
    clock.go_on(minutes=DAY)
    page = at(whole, f"cards/{ladder.id}")
    press(whole, "Look through all cards")
    key(page, Qt.Key.Key_Enter)
    press(whole, "It came back")
    assert step(service, trial) == (1, timedelta(days=3))
    assert not buttons(whole, "It came back")
    assert buttons(whole, "Turn it back")


def test_a_card_rests_and_is_asked_for_again(
    whole: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    trial = learned(service, clock, ladder.id, "They slept.")
    at(whole, f"cards/{ladder.id}")
    press(whole, "Let it rest")
    assert "It rests: nothing asks for it." in spoken(whole)
    assert service.deck.card(trial.id).rehearsal.due_at is None
    clock.go_on(minutes=9 * DAY)
    at(whole, "cards")
    assert ASKED not in spoken(whole)
    press(whole, "Ask me for it")
    assert "It comes back on 24 Mar 2026." in spoken(whole)


def test_right_after_a_trial_its_card_can_be_called_to_mind(
    whole: ExposurePage, service: ExposureService, done: Trial, clock: HandClock
) -> None:
    learned(service, clock, done.ladder, "Another one.")
    whole.show_target(f"trial/{done.id}")
    press(whole, "Call it to mind")
    page = whole.shown
    assert isinstance(page, CardsPage)
    assert "Walk past a dog on a lead" in spoken(whole)
    assert "Two dogs passed." not in spoken(whole)
    assert not buttons(whole, "The one before")
    press(whole, "Turn it")
    assert "Two dogs passed." in spoken(whole)
    press(whole, "Open its trial")
    assert isinstance(whole.shown, TrialPage)


def test_all_ladders_have_their_cards_in_one_deck(
    whole: ExposurePage, service: ExposureService, ladder: Ladder, clock: HandClock
) -> None:
    lifts = service.save_ladder(Ladder("", "Lifts"))
    service.add_item(lifts.id, Item("", "One floor"))
    learned(service, clock, ladder.id, "Dogs.")
    learned(service, clock, lifts.id, "Lifts.")
    page = at(whole, "cards")
    assert "1 of 2" in spoken(whole)
    assert "One floor" in spoken(whole)
    clock.go_on(minutes=DAY)
    at(whole, f"cards/{lifts.id}")
    assert not buttons(whole, "The one before")
    page = at(whole, "cards")
    assert "1 of 2" in spoken(whole)
    key(page, Qt.Key.Key_Escape)
    assert isinstance(whole.shown, Overview)


def test_without_a_card_it_says_where_they_come_from(whole: ExposurePage, ladder: Ladder) -> None:
    for target, back in ((f"cards/{ladder.id}", "The ladder"), ("cards", "All ladders")):
        at(whole, target)
        assert "No cards yet. Each trial that is done leaves one" in spoken(whole)
        assert len(buttons(whole, back)) == 2
        assert not unnamed_controls(whole)


def test_what_is_not_there_leads_to_the_overview(
    whole: ExposurePage, around: Around, planned: Trial
) -> None:
    for target in ("cards/nowhere", f"cards/{planned.ladder}/{planned.id}"):
        whole.show_target(target)
        assert isinstance(whole.shown, Overview)
        assert "no longer there" in spoken(around.notices)


def test_from_right_to_left_the_arrows_follow_the_reading(
    qtbot: QtBot,
    service: ExposureService,
    ladder: Ladder,
    clock: HandClock,
    around: Around,
) -> None:
    for happened in ("One.", "Two."):
        learned(service, clock, ladder.id, happened)
    page = CardsPage(service, around.surroundings(), ladder.id)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with_keyboard(qtbot, show(qtbot, page))
    key(page, Qt.Key.Key_Left)
    assert "2 of 2" in spoken(page)
