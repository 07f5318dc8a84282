"""A look at a closed vault by the keyring's key, for those who must not change anything."""

from __future__ import annotations

from pathlib import Path

from copingkit.core.errors import KeyringItemMissing
from copingkit.core.files import named_problems
from copingkit.vault import keyslots, wholeness
from copingkit.vault.commit_mark import CommitMark
from copingkit.vault.connection import Connection
from copingkit.vault.key_store import KeyStore
from copingkit.vault.keyslots import Slots


def key_by_keyring(slots: Slots, key_store: KeyStore) -> bytes:
    """The data key that this computer's keyring opens; never prompts.

    Raises KeyringItemMissing also when the keyring's secret opens no slot, and as
    `KeyStore.read_quietly`.
    """
    key = keyslots.open_by_secret(slots, key_store.read_quietly(slots.vault_id))
    if key is None:
        raise KeyringItemMissing
    return key


def verify(path: Path, data_key: bytes, vault_id: str) -> None:
    """Read and check every page of the closed database at `path`; nothing is mended or migrated.

    The caller holds the folder's `InstanceLock`. Raises DatabaseDamaged (with the damaged file's
    name), NewerFormat, FolderGone, FolderNotWritable. Slow: seconds for a large vault.
    """
    wholeness.must_be_there(path)
    mark = CommitMark(path)
    index = path.with_name(f"{path.name}-shm")
    had_index = index.exists()
    with named_problems(path):
        promised = mark.promised()
        has_log = mark.log.exists() and mark.log.stat().st_size > 0
    # Told that nothing changes SQLite leaves no file of its own, but then it reads no log either.
    connection = Connection(path, data_key, "ro" if has_log else "ro&immutable=1")
    try:
        wholeness.must_reach(connection, promised, mark.log)
        wholeness.must_be_ours(connection, path, vault_id)
        connection.verify()
    finally:
        connection.close()
        if not had_index:
            index.unlink(missing_ok=True)
