"""A program that saves notes until it is stopped, and says on its standard output what it saved.

`python saver.py FOLDER HOW_MANY [BYTES_A_FILE_MAY_HAVE]`; each line of output is a number that is
on the disk by then, or the name of the problem that ended it.
"""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from copingkit.core.clock import SystemClock
from copingkit.core.errors import EnvironmentProblem
from copingkit.vault.database import Database
from copingkit.vault.record_store import SqlRecordStore
from tests.support.kinds import NOTE, SAMPLE_KINDS, Note
from tests.support.vault_files import KEY, VAULT_ID


def say(word: str) -> None:
    """One line at once, whole or not at all."""
    os.write(1, f"{word}\n".encode())


def allow(size: int) -> None:
    """How large a file may become; Python has SIGXFSZ ignored, so writing fails by EFBIG."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def main(folder: Path, how_many: int, file_limit: int | None) -> None:
    database = Database.open(folder / "vault.db", KEY, VAULT_ID)
    store = SqlRecordStore(database, SAMPLE_KINDS, SystemClock())
    if file_limit is not None:
        allow(file_limit)
    saved = store.save(NOTE, Note("0 " + "x" * 900), "the-note")
    for number in range(1, how_many):
        try:
            store.save(NOTE, Note(f"{number} " + "x" * 900), saved.id)
            store.save(NOTE, Note(f"beside {number}"))
        except EnvironmentProblem as problem:
            say(type(problem).__name__)
            # What was saved can still be read, and once there is room saving works again.
            allow(resource.RLIM_INFINITY)
            say(str(store.get(NOTE, saved.id).version))
            store.save(NOTE, Note("room again"), saved.id)
            database.close()
            return
        say(str(number))


if __name__ == "__main__":
    limit = int(sys.argv[3]) if len(sys.argv) > 3 else None
    main(Path(sys.argv[1]), int(sys.argv[2]), limit)
