"""A folder with a real database and slots file in it, for tests of backups and faults."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from copingkit.vault import keyslots, slots_file
from copingkit.vault.database import Database
from copingkit.vault.keyslots import Slots
from copingkit.vault.record_store import SqlRecordStore
from tests.support.clock import HandClock
from tests.support.kinds import NOTE, SAMPLE_KINDS, Note

KEY = bytes(range(32))
VAULT_ID = "5a" * 16
ENTROPY = bytes(16)


def slots(vault_id: str = VAULT_ID) -> Slots:
    """A keyring slot and one for recovery words."""
    made_at = datetime(2026, 3, 1, tzinfo=UTC)
    return (
        Slots(vault_id, made_at, ())
        .with_slot(keyslots.seal_with_keyring(vault_id, bytes(32), KEY))
        .with_slot(keyslots.seal_with_words(vault_id, ENTROPY, KEY))
    )


def make_vault(folder: Path, *texts: str, vault_id: str = VAULT_ID) -> Path:
    """A closed vault with a note for each text; gives the path of its database."""
    path = folder / "vault.db"
    with closing(Database.create(path, KEY, vault_id)) as database:
        store = SqlRecordStore(database, SAMPLE_KINDS, HandClock())
        for text in texts:
            store.save(NOTE, Note(text))
    slots_file.save(folder, slots(vault_id))
    return path


def texts_in(path: Path, vault_id: str = VAULT_ID) -> list[str]:
    """The texts of all notes, oldest first; raises what opening and reading raise."""
    with closing(Database.open(path, KEY, vault_id)) as database:
        store = SqlRecordStore(database, SAMPLE_KINDS, HandClock())
        return [record.value.text for record in reversed(store.find(NOTE))]
