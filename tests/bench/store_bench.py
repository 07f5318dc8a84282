"""How the encrypted store compares with plain sqlite3 doing the same, and with itself when small.

Each function gives the median of the ratios of interleaved runs, ours to theirs: smaller is
better. `python -m tests.bench.store_bench` prints all three.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from copingkit.core.clock import SystemClock
from copingkit.core.folding import words
from copingkit.vault import schema
from copingkit.vault.database import Database
from copingkit.vault.record_codec import encode
from copingkit.vault.record_store import SqlRecordStore
from tests.support.kinds import NOTE, PAGE, SAMPLE_KINDS, Entry, Note, Page
from tests.support.vault_files import KEY, VAULT_ID

RUNS = 9
_SYLLABLES = ("ba", "ro", "min", "tel", "sa", "ko", "lu", "ver", "ni", "dra", "pe", "stu")


def sentence(chance: random.Random, length: int = 12) -> str:
    """Made-up words, about as often the same as words of a language."""
    return " ".join(
        "".join(chance.choices(_SYLLABLES, k=min(int(chance.expovariate(0.5)) + 1, 4)))
        for _ in range(length)
    )


def saving(folder: Path, saves: int = 100) -> float:
    """Changing a record with its version and search text, against the same three statements."""
    with (
        closing(Database.create(folder / "ours.db", KEY, VAULT_ID)) as database,
        closing(_plain(folder / "plain.db")) as plain,
    ):
        store = SqlRecordStore(database, SAMPLE_KINDS, SystemClock())
        chance = random.Random(1)
        values = [
            Page(sentence(chance), tuple(Entry(str(n), sentence(chance)) for n in range(8)))
            for _ in range(RUNS * saves)
        ]
        record_id = store.save(PAGE, Page("first")).id
        _plain_first(plain, record_id)
        ratios = []
        for run in range(RUNS):
            batch = values[run * saves : (run + 1) * saves]
            ours = _seconds(lambda: [store.save(PAGE, value, record_id) for value in batch])  # noqa: B023  # run at once
            texts = [(encode(value), _words(value)) for value in batch]
            theirs = _seconds(
                lambda: [_plain_save(plain, record_id, body, found) for body, found in texts]  # noqa: B023  # run at once
            )
            ratios.append(ours / theirs)
    return statistics.median(ratios)


def searching(folder: Path, notes: int = 100_000) -> float:
    """The first 50 hits of queries of one and two words, against plain FTS5 with the same join."""
    with (
        closing(_filled(folder / "ours.db", notes)) as database,
        closing(_plain(folder / "plain.db")) as plain,
    ):
        store = SqlRecordStore(database, SAMPLE_KINDS, SystemClock())
        columns = "seq, id, kind, format, version, note, created_at, changed_at, body"
        marks = ", ".join("?" * 9)
        with plain:
            for row in database.read(f"SELECT {columns} FROM record"):  # constants
                plain.execute(f"INSERT INTO record ({columns}) VALUES ({marks})", row)  # constants
            for row in database.read("SELECT rowid, words FROM search"):
                plain.execute("INSERT INTO search (rowid, words) VALUES (?, ?)", row)
        plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        chance = random.Random(3)
        queries = [sentence(chance, 1 + n % 2)[: 4 + n % 5].strip() for n in range(30)]
        ratios = []
        for _ in range(RUNS):
            ours = _seconds(lambda: [store.search(query) for query in queries])
            theirs = _seconds(lambda: [_plain_search(plain, query) for query in queries])
            ratios.append(ours / theirs)
    return statistics.median(ratios)


def opening(folder: Path, many: int = 100_000, few: int = 100) -> float:
    """Opening and reading a first screen of 30 records, with many against few in the vault."""
    paths = [folder / "many.db", folder / "few.db"]
    for path, number in zip(paths, (many, few), strict=True):
        _filled(path, number).close()

    def first_screen(path: Path) -> None:
        for _ in range(20):
            with closing(Database.open(path, KEY, VAULT_ID)) as database:
                store = SqlRecordStore(database, SAMPLE_KINDS, SystemClock())
                if len(store.find(NOTE, limit=30)) != 30:
                    raise ValueError("not the first screen")

    ratios = []
    for _ in range(RUNS):
        large, small = (_seconds(lambda path=path: first_screen(path)) for path in paths)  # type: ignore[misc]  # a default binds it
        ratios.append(large / small)
    return statistics.median(ratios)


def _filled(path: Path, notes: int) -> Database:
    """An open vault with that many notes."""
    database = Database.create(path, KEY, VAULT_ID)
    store = SqlRecordStore(database, SAMPLE_KINDS, SystemClock())
    chance = random.Random(2)
    with store.transaction():
        for _ in range(notes):
            store.save(NOTE, Note(sentence(chance)))
    database.empty_log()
    return database


def _plain(path: Path) -> sqlite3.Connection:
    """The same tables in plain SQLite with the same promise: on the disk on return."""
    plain = sqlite3.connect(path, isolation_level=None)
    plain.execute("PRAGMA journal_mode = WAL")
    plain.execute("PRAGMA synchronous = FULL")
    for statement in schema.STEPS[0]:
        plain.execute(statement)
    return plain


def _plain_first(plain: sqlite3.Connection, record_id: str) -> None:
    plain.execute(
        "INSERT INTO record (seq, id, kind, format, version, note, created_at, changed_at, body)"
        " VALUES (1, ?, 'sample.page', 0, 1, '', 1, 1, '{}')",
        (record_id,),
    )
    plain.execute("INSERT INTO search (rowid, words) VALUES (1, 'first')")


def _plain_save(plain: sqlite3.Connection, record_id: str, body: str, found: str) -> str:
    plain.execute("BEGIN IMMEDIATE")
    plain.execute(
        "INSERT INTO version SELECT seq, version, format, changed_at, note, body"
        " FROM record WHERE id = ?",
        (record_id,),
    )
    plain.execute(
        "UPDATE record SET version = version + 1, changed_at = ?, body = ? WHERE id = ?",
        (time.time_ns() // 1000, body, record_id),
    )
    plain.execute("INSERT OR REPLACE INTO search (rowid, words) VALUES (1, ?)", (found,))
    plain.execute("COMMIT")
    return record_id


def _plain_search(plain: sqlite3.Connection, query: str) -> list[object]:
    match = " ".join(f'"{word}"*' for word in words(query))
    return plain.execute(
        "SELECT record.id, record.body FROM search JOIN record ON record.seq = search.rowid"
        " WHERE search MATCH ? ORDER BY search.rowid DESC LIMIT 50",
        (match,),
    ).fetchall()


def _words(value: Page) -> str:
    texts = (value.title, *(entry.text for entry in value.entries))
    return " ".join(word for text in texts for word in words(text))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Measure all three in a temporary folder."""
    for measure in (saving, searching, opening):
        with tempfile.TemporaryDirectory() as folder:
            sys.stdout.write(f"{measure.__name__}: {measure(Path(folder)):.2f}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
