"""A trial that was prepared, perhaps in session, and has not begun: found again, taken up again."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from copingkit.tools.exposure import flow, rungs
from copingkit.tools.exposure.ladder import Contexts, Item, Ladder, Mode, SafetyBehaviour
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import Before, PlannedEnd, Trial
from tests.support.clock import HandClock
from tests.support.exposures import LADDER, NOON, PHONE, QUEUE, TRAM, WASH
from tests.support.full_disk import FillableRecords

SAID = (
    Before(feared="I faint"),
    Before(expectancy=0),
    Before(wrong_if="I stand"),
    Before(end=PlannedEnd(5)),
    Before(peak=60),
    Before(cue_minutes=2),
)


def made(service: ExposureService) -> Ladder:
    ladder = service.save_ladder(Ladder("", "Fainting on the tram"))
    service.add_item(ladder.id, replace(TRAM, id=""))
    service.add_item(ladder.id, Item("", "The whole line", 80))
    return service.ladder(ladder.id)


def prepared(service: ExposureService, ladder: Ladder, place: int = 0) -> Trial:
    trial = service.plan_trial(ladder.id, ladder.items[place].id)
    before = replace(trial.before, feared="I faint", expectancy=70)
    return service.save_trial(flow.prepare(trial, before))


@given(st.sampled_from(SAID), st.sampled_from((TRAM, QUEUE)))
def test_it_is_prepared_once_anything_was_said(said: Before, item: Item) -> None:
    planned = flow.plan(LADDER, item, "t", NOON)
    assert not flow.is_prepared(planned)
    elsewhere = replace(planned.before, contexts=Contexts("Tram 7"), dropped=())
    assert not flow.is_prepared(flow.prepare(planned, elsewhere))
    written = flow.prepare(planned, said)
    assert flow.is_prepared(written)
    assert not flow.is_prepared(flow.begin(written, NOON))


def test_it_is_found_again_after_a_restart_and_no_longer_once_it_began(
    service: ExposureService, records: FillableRecords, clock: HandClock
) -> None:
    ladder = made(service)
    service.plan_trial(ladder.id, ladder.items[0].id)
    assert service.prepared() == ()
    first, second = prepared(service, ladder), prepared(service, ladder, 1)
    again = ExposureService(records, clock)
    assert again.prepared() == (second, first)
    assert again.running() is None
    service.begin_trial(second)
    assert service.prepared() == (first,)
    service.remove_trial(first.id)
    assert service.prepared() == ()


def test_trying_the_same_again_takes_it_up_with_what_was_written(service: ExposureService) -> None:
    ladder = made(service)
    waiting = prepared(service, ladder)
    assert service.plan_trial(ladder.id, ladder.items[0].id) == waiting
    assert service.plan_trial(ladder.id, ladder.items[1].id) != waiting
    assert len(service.trials(ladder.id)) == 2


def test_one_that_was_only_looked_at_is_taken_up_and_found_nowhere(
    service: ExposureService, records: FillableRecords, clock: HandClock
) -> None:
    ladder = made(service)
    looked_at = service.plan_trial(ladder.id, ladder.items[0].id)
    clock.go_on(minutes=5)
    elsewhere = replace(ladder.items[0], contexts=Contexts("Tram 7"))
    service.save_ladder(rungs.edit(ladder, elsewhere))
    found = ExposureService(records, clock).plan_trial(ladder.id, elsewhere.id)
    assert found.id == looked_at.id
    assert found.planned_at == clock.now()
    assert found.before.contexts == Contexts("Tram 7")
    assert {hit.kind for hit in records.search(TRAM.situation)} == {"exposure.ladder"}
    assert found.id in {trial.id for trial in service.trials(ladder.id)}
    assert len(service.trials(ladder.id)) == 1


def test_it_follows_its_item_and_the_mode_of_its_ladder(service: ExposureService) -> None:
    ladder = made(service)
    waiting = prepared(service, ladder)
    waiting = service.save_trial(flow.prepare(waiting, replace(waiting.before, dropped=())))
    item = replace(ladder.items[0], situation="Three stops", safety_behaviours=(PHONE, WASH))
    service.save_ladder(replace(rungs.edit(ladder, item), mode=Mode.HABITUATION))
    found = service.plan_trial(ladder.id, item.id)
    assert found.id == waiting.id
    assert (found.situation, found.mode) == ("Three stops", Mode.HABITUATION)
    assert found.safety_behaviours == (PHONE, WASH)
    assert found.before == replace(waiting.before, dropped=(WASH,))


def test_what_is_to_be_left_out_is_kept_in_its_present_words() -> None:
    planned = flow.plan(LADDER, QUEUE, "t", NOON)
    written = flow.prepare(planned, replace(planned.before, feared="I faint"))
    worded = SafetyBehaviour(PHONE.id, "Looking at my phone")
    again = flow.plan_again(written, LADDER, replace(QUEUE, safety_behaviours=(worded,)), NOON)
    assert again.before.dropped == (worded,)
    assert again.before.feared == "I faint"
