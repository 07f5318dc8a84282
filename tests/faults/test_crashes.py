"""Killed at any moment: the vault opens whole, with every save that was acknowledged."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from copingkit.vault import backup
from copingkit.vault.database import Database
from copingkit.vault.record_store import SqlRecordStore
from tests.support.clock import HandClock
from tests.support.kinds import NOTE, SAMPLE_KINDS
from tests.support.vault_files import KEY, VAULT_ID, make_vault

SAVER = Path(__file__).with_name("saver.py")


def start(folder: Path, how_many: int, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(SAVER), str(folder), str(how_many), *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("attempt", range(12))
def test_killed_during_200_saves(tmp_path: Path, attempt: int) -> None:
    make_vault(tmp_path)
    child = start(tmp_path, 200)
    assert child.stdout is not None
    acknowledged = [int(child.stdout.readline())]
    time.sleep(random.Random(attempt).uniform(0, 0.25))
    child.kill()
    acknowledged += [int(line) for line in child.stdout if line.endswith("\n")]
    child.wait()
    child.stdout.close()
    with closing(Database.open(tmp_path / "vault.db", KEY, VAULT_ID)) as database:
        database.check()
        store = SqlRecordStore(database, SAMPLE_KINDS, HandClock())
        note = store.get(NOTE, "the-note")
        newest = int(note.value.text.split()[0])
        # Each save keeps one version; at most the save in flight came on top of the known ones.
        assert newest in {acknowledged[-1], acknowledged[-1] + 1}
        assert [int(v.value.text.split()[0]) for v in store.versions(NOTE, note.id)] == list(
            range(newest, -1, -1)
        )
        assert store.count(NOTE) - 1 in {newest, newest - 1}
        assert len(store.search("beside", 500)) == store.count(NOTE) - 1


def test_killed_during_a_snapshot(tmp_path: Path) -> None:
    make_vault(tmp_path, *("text " * 400 for _ in range(300)))
    script = (
        "import sys; sys.path.insert(0, sys.argv[2])\n"
        "from pathlib import Path\n"
        "from copingkit.core.clock import SystemClock\n"
        "from copingkit.vault import backup\n"
        "from copingkit.vault.database import Database\n"
        "from tests.support.vault_files import KEY, VAULT_ID\n"
        "folder = Path(sys.argv[1])\n"
        "database = Database.open(folder / 'vault.db', KEY, VAULT_ID)\n"
        "print('go', flush=True)\n"
        "backup.snapshot_if_due(folder, database, SystemClock())\n"
    )
    for attempt in range(4):
        command = [sys.executable, "-c", script, str(tmp_path), str(SAVER.parents[2])]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(attempt * 0.01)
        child.kill()
        child.wait()
        child.stdout.close()
    with closing(Database.open(tmp_path / "vault.db", KEY, VAULT_ID)) as database:
        database.check()
        backup.snapshot_if_due(tmp_path, database, HandClock())
    found = backup.newest_good(tmp_path)
    assert found is not None
    rest = [path.name for path in (tmp_path / "backups").iterdir() if path.name.startswith(".")]
    assert rest == []
