"""The cards in a vault: of a ladder, due ones, recalled ones."""

from __future__ import annotations

import pytest

from copingkit.core.errors import RecordMissing
from copingkit.tools.exposure import flow
from copingkit.tools.exposure.ladder import Item, Ladder
from copingkit.tools.exposure.learning import Card
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import After, CameTrue, Trial
from tests.support.clock import HandClock
from tests.support.full_disk import FillableRecords

DAY = 24 * 60


def closed(service: ExposureService, ladder_id: str, learned: str) -> Trial:
    item = service.ladder(ladder_id).items[0]
    trial = service.begin_trial(service.plan_trial(ladder_id, item.id))
    trial = flow.stop(trial, service.tick(trial))
    return service.close_trial(flow.reflect(trial, After("ok", CameTrue.NO, learned=learned)))


@pytest.fixture
def ladder_id(service: ExposureService) -> str:
    ladder = service.save_ladder(Ladder("", "Heights"))
    service.add_item(ladder.id, Item("", "The first floor"))
    return ladder.id


def learned(cards: tuple[Card, ...]) -> list[str]:
    return [card.learned for card in cards]


def test_the_deck_of_a_ladder_has_what_is_done(
    service: ExposureService, clock: HandClock, ladder_id: str
) -> None:
    first = closed(service, ladder_id, "one")
    clock.go_on(minutes=5)
    closed(service, ladder_id, "two")
    planned = service.plan_trial(ladder_id, first.item)
    assert learned(service.deck.of(ladder_id)) == ["two", "one"]
    assert service.deck.of("nowhere") == ()
    assert service.deck.card(first.id).learned == "one"
    with pytest.raises(RecordMissing):
        service.deck.card(planned.id)


def test_cards_are_found_by_their_trials_of_one_ladder_and_of_all(
    service: ExposureService, records: FillableRecords, clock: HandClock, ladder_id: str
) -> None:
    first = closed(service, ladder_id, "one")
    clock.go_on(minutes=5)
    other = service.save_ladder(Ladder("", "Lifts"))
    service.add_item(other.id, Item("", "One floor"))
    second = closed(service, other.id, "two")
    clock.go_on(minutes=5)
    third = closed(service, ladder_id, "three")
    service.plan_trial(ladder_id, first.item)
    deck = ExposureService(records, clock).deck
    assert deck.ids(ladder_id) == (third.id, first.id)
    assert deck.ids() == (third.id, second.id, first.id)
    clock.go_on(minutes=DAY)
    assert learned(deck.due(ladder_id=other.id)) == ["two"]
    assert learned(deck.due(limit=1, ladder_id=other.id)) == ["two"]
    assert learned(deck.due()) == ["three", "two", "one"]


def test_due_ones_come_when_it_is_time_and_go_when_recalled(
    service: ExposureService, records: FillableRecords, clock: HandClock, ladder_id: str
) -> None:
    first = closed(service, ladder_id, "one")
    clock.go_on(minutes=5)
    second = closed(service, ladder_id, "two")
    assert service.deck.due() == ()
    clock.go_on(minutes=DAY)
    assert learned(service.deck.due()) == ["two", "one"]
    assert learned(service.deck.due(limit=1)) == ["two"]
    card = service.deck.rehearsed(second.id, recalled=True)
    assert card.rehearsal.step == 1
    assert learned(service.deck.due()) == ["one"]
    assert learned(ExposureService(records, clock).deck.due()) == ["one"]
    clock.go_on(minutes=3 * DAY)
    assert sorted(learned(service.deck.due())) == ["one", "two"]
    assert service.deck.rehearsed(first.id, recalled=False).rehearsal.step == 0
    assert learned(service.deck.due()) == ["two"]


def test_a_resting_card_stays_in_the_deck_and_can_be_woken(
    service: ExposureService, clock: HandClock, ladder_id: str
) -> None:
    trial = closed(service, ladder_id, "one")
    service.deck.rest(trial.id)
    clock.go_on(minutes=9 * DAY)
    assert service.deck.due() == ()
    assert learned(service.deck.of(ladder_id)) == ["one"]
    calls: list[None] = []
    service.changed.subscribe(calls.append)
    service.deck.wake(trial.id)
    clock.go_on(minutes=DAY)
    assert learned(service.deck.due()) == ["one"]
    assert len(calls) == 1


def test_the_words_are_the_trials_own(service: ExposureService, ladder_id: str) -> None:
    trial = closed(service, ladder_id, "one")
    service.save_trial(flow.reflect(trial, After("ok", CameTrue.NO, learned="reworded")))
    assert learned(service.deck.of(ladder_id)) == ["reworded"]


def test_the_card_of_a_removed_trial_is_not_asked_for(
    service: ExposureService, clock: HandClock, ladder_id: str
) -> None:
    gone, _kept = closed(service, ladder_id, "one"), closed(service, ladder_id, "two")
    clock.go_on(minutes=DAY)
    service.remove_trial(gone.id)
    assert learned(service.deck.due()) == ["two"]
    service.restore_trial(gone.id)
    assert sorted(learned(service.deck.due())) == ["one", "two"]
