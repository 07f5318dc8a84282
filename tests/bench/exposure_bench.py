"""A reading in a running trial against plain sqlite3, and a ladder with two thousand trials.

`python -m tests.bench.exposure_bench` prints both.
"""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from copingkit.core.clock import SystemClock
from copingkit.tools.exposure import flow
from copingkit.tools.exposure.ladder import Contexts, Item, Ladder
from copingkit.tools.exposure.pace import Tick
from copingkit.tools.exposure.records import KINDS, TRIAL
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.trial import After, CameTrue, Trial
from copingkit.vault import record_codec, schema
from copingkit.vault.database import Database
from copingkit.vault.record_store import SqlRecordStore
from tests.support.exposures import NOON
from tests.support.vault_files import KEY, VAULT_ID

RUNS = 9
TRIALS = 2000
ITEMS = 40


def reading(folder: Path, readings: int = 12) -> float:
    """Saving a trial's readings, against the same statements in plain sqlite3; the median ratio."""
    with (
        closing(Database.create(folder / "ours.db", KEY, VAULT_ID)) as database,
        closing(_plain(folder / "plain.db")) as plain,
    ):
        service = over(database)
        ladder = _ladder(service)
        ratios = []
        for _run in range(RUNS):
            begun = service.begin_trial(service.plan_trial(ladder.id, ladder.items[0].id), 70)
            steps = [begun]
            ours = _seconds(lambda: _read(service, steps, readings))  # noqa: B023  # run at once
            kept = [
                (record_codec.encode(step), record_codec.search_words(TRIAL, step))
                for step in steps[1:]
            ]
            theirs = _seconds(lambda: _plain_saves(plain, kept))  # noqa: B023  # run at once
            ratios.append(ours / theirs)
    return statistics.median(ratios)


def opening(folder: Path) -> float:
    """Milliseconds to read a ladder of 40 items and its 20 newest trials of 2,000; the median."""
    with closing(Database.create(folder / "many.db", KEY, VAULT_ID)) as database:
        ladder = fill(database)

        def open_it() -> None:
            fresh = over(database)
            if len(fresh.ladder(ladder.id).items) + len(fresh.trials(ladder.id, 20)) != ITEMS + 20:
                raise ValueError("not the whole ladder")

        return statistics.median(_seconds(open_it) for _run in range(RUNS)) * 1000


def fill(database: Database) -> Ladder:
    """A ladder of 40 items with 2,000 trials that are done."""
    service = over(database)
    ladder = _ladder(service)
    with database.transaction():
        for number in range(TRIALS):
            service.save_trial(_done(ladder, number))
    return ladder


def over(database: Database) -> ExposureService:
    """A service over the records that has read none of them."""
    return ExposureService(SqlRecordStore(database, KINDS, SystemClock()), SystemClock())


def figures(folder: Path) -> dict[str, dict[str, object]]:
    """Both with their targets, for build/bench.json."""
    return {
        "save one SUDS reading / plain sqlite3": {
            "value": round(reading(folder), 2),
            "target": "2.0 or less",
        },
        "read a ladder of 40 items and 2,000 trials, ms": {
            "value": round(opening(folder), 1),
            "target": "part of 100 with its page",
        },
    }


def _ladder(service: ExposureService) -> Ladder:
    here = Contexts("Market", "alone", "noon")
    items = (
        Item(f"i{n}", f"Stand at stall number {n}", n * 2, contexts=here) for n in range(ITEMS)
    )
    made = service.save_ladder(Ladder("", "Fainting where nobody helps"))
    return service.save_ladder(replace(made, items=tuple(items)))


def _done(ladder: Ladder, number: int) -> Trial:
    at = NOON + timedelta(hours=number)
    trial = flow.plan(ladder, ladder.items[number % ITEMS], f"t{number}", at)
    before = replace(trial.before, feared="I faint and nobody comes", expectancy=70)
    trial = flow.begin(flow.prepare(trial, before), at, 70)
    for minute in range(5, 60, 5):
        trial = flow.add_suds(trial, Tick(minute * 60.0, at), 70 - minute)
    trial = flow.end(trial, Tick(3600.0, at), 10)
    after = After("I stood and looked at apples", CameTrue.NO, 80, "It stays away", 30)
    return flow.close(flow.reflect(trial, after), at)


def _read(service: ExposureService, steps: list[Trial], readings: int) -> None:
    for number in range(readings):
        trial = steps[-1]
        steps.append(service.save_trial(flow.add_suds(trial, service.tick(trial), 60 - number)))


def _plain(path: Path) -> sqlite3.Connection:
    """The same tables in plain SQLite with the same promise, and a row to change."""
    plain = sqlite3.connect(path, isolation_level=None)
    plain.execute("PRAGMA journal_mode = WAL")
    plain.execute("PRAGMA synchronous = FULL")
    for statement in schema.STEPS[0]:
        plain.execute(statement)
    plain.execute(
        "INSERT INTO record (seq, id, kind, format, version, note, created_at, changed_at, body)"
        " VALUES (1, 't', 'exposure.trial', 0, 1, '', 1, 1, '{}')"
    )
    return plain


def _plain_saves(plain: sqlite3.Connection, kept: list[tuple[str, str]]) -> None:
    for body, found in kept:
        plain.execute("BEGIN IMMEDIATE")
        plain.execute(
            "UPDATE record SET changed_at = ?, body = ? WHERE id = 't'",
            (time.time_ns() // 1000, body),
        )
        plain.execute("INSERT OR REPLACE INTO search (rowid, words) VALUES (1, ?)", (found,))
        plain.execute("COMMIT")


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="copingkit-bench-") as name:
        for what, figure in figures(Path(name)).items():
            print(f"{what}: {figure['value']} (target {figure['target']})")
