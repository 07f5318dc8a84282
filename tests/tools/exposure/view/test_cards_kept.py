"""Cards that went meanwhile, a full disk, many trials: what the page of cards makes of them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure import kept_trials
from copingkit.tools.exposure.ladder import Ladder
from copingkit.tools.exposure.learning import GAPS
from copingkit.tools.exposure.records import REHEARSAL
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.view.cards_page import CardsPage
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from tests.support.accessible import spoken
from tests.support.clock import HandClock
from tests.support.controls import press, show
from tests.support.full_disk import FillableRecords
from tests.support.learned_cards import learned
from tests.support.pages import Around

DAY = 24 * 60


def at(whole: ExposurePage, target: str) -> CardsPage:
    whole.show_target(target)
    shown = whole.shown
    assert isinstance(shown, CardsPage)
    return shown


def test_a_card_that_went_meanwhile_is_left_out(
    whole: ExposurePage,
    service: ExposureService,
    ladder: Ladder,
    clock: HandClock,
    around: Around,
) -> None:
    gone = learned(service, clock, ladder.id, "Gone.")
    kept = learned(service, clock, ladder.id, "Kept.")
    clock.go_on(minutes=DAY)
    page = at(whole, f"cards/{ladder.id}")
    service.remove_trial(gone.id)
    press(whole, "Skip it")
    assert "That is all for now." in spoken(whole)
    press(whole, "Look through all cards")
    assert page._round.trials == [kept.id]
    press(whole, "Turn it")
    service.remove_trial(kept.id)
    press(whole, "It came back")
    assert around.notices.isVisible()
    assert "No cards yet." in spoken(whole)


def test_what_could_not_be_saved_is_said_and_the_card_stays(
    whole: ExposurePage,
    service: ExposureService,
    ladder: Ladder,
    clock: HandClock,
    around: Around,
    records: FillableRecords,
) -> None:
    trial = learned(service, clock, ladder.id, "They slept.")
    clock.go_on(minutes=DAY)
    at(whole, f"cards/{ladder.id}")
    press(whole, "Turn it")
    records.full = True
    press(whole, "It came back")
    assert "full" in spoken(around.notices).lower()
    assert "They slept." in spoken(whole)
    records.full = False
    press(whole, "It came back")
    assert records.count(REHEARSAL) == 1
    rehearsal = service.deck.card(trial.id).rehearsal
    assert (rehearsal.step, rehearsal.due_at) == (1, clock.now() + GAPS[1])


def test_many_trials_are_read_a_few_at_a_time(
    qtbot: QtBot,
    service: ExposureService,
    ladder: Ladder,
    clock: HandClock,
    around: Around,
    records: FillableRecords,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for number in range(5):
        learned(service, clock, ladder.id, f"Number {number}.")
    monkeypatch.setattr(kept_trials, "AT_ONCE", 2)
    again = ExposureService(records, clock)
    page = show(qtbot, CardsPage(again, around.surroundings(), ladder.id))
    assert "Reading the cards" in spoken(page)
    qtbot.waitUntil(lambda: "1 of 5" in spoken(page))
    assert "Reading the cards" not in spoken(page)
