"""Four ladders typed in, worked with in both modes, exported, and taken into another vault."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from copingkit.core.ids import new_id
from copingkit.tools.exposure import flow, insight, rungs
from copingkit.tools.exposure.body import body_exposures
from copingkit.tools.exposure.ladder import Item, Ladder, Mode, SafetyBehaviour
from copingkit.tools.exposure.pace import MayEnd, may_end
from copingkit.tools.exposure.records import KINDS, TRIAL
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import CameTrue, LogEntry, LogKind, PlannedEnd, Ritual, Trial
from copingkit.tools.exposure.variation import Reason, suggestions
from copingkit.vault.database import Database
from copingkit.vault.exchange import export_to, import_from
from copingkit.vault.record_store import SqlRecordStore
from tests.support.clock import HandClock
from tests.support.published_ladders import PUBLISHED, TypedItem, TypedLadder

DAY = 24 * 60
KEY = bytes(range(32))


@contextmanager
def a_vault(folder: Path, clock: HandClock) -> Iterator[tuple[Database, SqlRecordStore]]:
    with closing(Database.create(folder / f"{new_id()}.db", KEY, new_id())) as database:
        yield database, SqlRecordStore(database, KINDS, clock)


def typed(item: TypedItem) -> Item:
    behaviours = (
        SafetyBehaviour(new_id(), text.removeprefix("*"), ritual=text.startswith("*"))
        for text in item.drop
    )
    return Item(
        id="",
        situation=item.situation,
        suds=item.suds,
        kind=item.kind,
        contexts=item.contexts,
        safety_behaviours=tuple(behaviours),
        body_exposure=item.body_exposure,
    )


def type_in(service: ExposureService, ladder: TypedLadder) -> Ladder:
    """As a person does: the fear first, then line by line, then the rest of each line."""
    made = service.save_ladder(Ladder("", ladder.fear, mode=ladder.mode))
    for item in ladder.items:
        quick = service.add_item(made.id, Item("", item.situation, item.suds))
        whole = replace(typed(item), id=quick.id)
        service.save_ladder(rungs.edit(service.ladder(made.id), whole))
    there = service.ladder(made.id)
    return service.save_ladder(replace(there, cost=ladder.cost, why=ladder.why))


def work(
    service: ExposureService, clock: HandClock, ladder: Ladder, item: Item, feared: str
) -> Trial:
    """One trial: ten minutes with a reading every two, SUDS falling to a third."""
    trial = service.plan_trial(ladder.id, item.id)
    before = replace(
        trial.before, feared=feared, expectancy=70, peak=item.suds, end=PlannedEnd(minutes=10)
    )
    trial = service.save_trial(flow.prepare(trial, before))
    start = item.suds or 50
    trial = service.begin_trial(trial, start)
    for reading in range(1, 5):
        clock.go_on(minutes=2)
        suds = start - reading * start // 6
        trial = service.save_trial(flow.add_suds(trial, service.tick(trial), suds))
        told = may_end(trial, service.tick(trial).seconds)
        halved = ladder.mode is Mode.HABITUATION and suds * 2 <= start
        assert told is (MayEnd.HALVED if halved else None)
    for behaviour in item.safety_behaviours:
        kind = LogKind.RITUAL if behaviour.ritual else LogKind.SAFETY_BEHAVIOUR
        ritual = Ritual.RESISTED if behaviour.ritual else None
        entry = LogEntry(kind, behaviour=behaviour.id, ritual=ritual, urge=60)
        trial = service.save_trial(flow.note(trial, service.tick(trial), entry))
    clock.go_on(minutes=2)
    trial = service.save_trial(flow.end(trial, service.tick(trial), start // 3))
    after = replace(
        trial.after,
        happened="It was unpleasant, and that was all",
        came_true=CameTrue.NO,
        surprise=75,
        learned="It stays away even when I am afraid",
        expectancy=30,
    )
    done = service.close_trial(flow.reflect(trial, after))
    clock.go_on(minutes=DAY)
    return done


def everything(service: ExposureService) -> tuple[Any, ...]:
    """All that the tool knows."""
    ladders = service.ladders(archived=True)
    return (
        ladders,
        [service.trials(ladder.id) for ladder in ladders],
        [service.deck.of(ladder.id) for ladder in ladders],
        service.deck.due(100),
        service.running(),
        service.to_reflect(),
        service.health.all(),
    )


def exported(path: Path, database: Database, clock: HandClock) -> dict[str, Any]:
    export_to(path, database, clock)
    content: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return content


@pytest.mark.parametrize("mode", [None, *Mode], ids=str)
def test_typed_in_worked_with_exported_and_taken_in_again(
    tmp_path: Path, mode: Mode | None
) -> None:
    clock = HandClock()
    with a_vault(tmp_path, clock) as (database, records), a_vault(tmp_path, clock) as other:
        service = ExposureService(records, clock)
        for given in PUBLISHED:
            ladder = type_in(service, replace(given, mode=mode or given.mode))
            for item in (*rungs.in_order(ladder)[:3], rungs.in_order(ladder)[0]):
                work(service, clock, ladder, item, given.feared)
            service.duplicate_item(ladder.id, ladder.items[0].id)
        ladder = service.ladders()[0]
        open_trial = service.plan_trial(ladder.id, ladder.items[-1].id)
        service.begin_trial(open_trial, 85)
        service.remove_trial(service.trials(ladder.id)[1].id)
        first = exported(tmp_path / "one.json", database, clock)
        import_from(tmp_path / "one.json", other[0], KINDS, clock)
        found = ExposureService(other[1], clock)
        assert found.running() is not None
        assert everything(found) == everything(ExposureService(records, clock))
        assert everything(found) == everything(service)
        assert exported(tmp_path / "two.json", other[0], clock) == first


@pytest.mark.parametrize("ladder_typed", PUBLISHED, ids=lambda each: each.fear[:12])
def test_what_a_ladder_shows_after_a_week(tmp_path: Path, ladder_typed: TypedLadder) -> None:
    clock = HandClock()
    with a_vault(tmp_path, clock) as (_database, records):
        service = ExposureService(records, clock)
        ladder = type_in(service, ladder_typed)
        assert [item.suds for item in rungs.in_order(ladder)] == [
            item.suds for item in ladder_typed.items
        ]
        for _each in range(3):
            for item in ladder.items[:2]:
                work(service, clock, ladder, item, ladder_typed.feared)
        trials = service.trials(ladder.id)
        assert insight.predictions(trials).came_true[CameTrue.NO] == len(trials) == 6
        assert insight.expectancy_changes(trials).change.median == -40
        assert insight.suds_curve(trials[0]).n == 6
        assert records.count(TRIAL) == 6
        reasons = {each.reason for each in suggestions(ladder, trials)}
        assert (Reason.COMBINED in reasons) == (ladder.mode is Mode.LEARNING)
        assert service.deck.due()
        (hit, *_rest) = records.search(" ".join(ladder.fear.split()[:5]))
        assert hit.target == f"ladder/{ladder.id}"


def test_they_name_body_exposures_that_ship() -> None:
    named = {item.body_exposure for ladder in PUBLISHED for item in ladder.items}
    assert named - {""} <= {each.id for each in body_exposures().all}
    assert len(named) > 2
