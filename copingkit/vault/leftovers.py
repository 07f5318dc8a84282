"""Takes a vault's files away: after a creation that failed half way, or when all is to go.

A marker file says that the folder holds a vault that is not finished or no longer meant to be
one. It is written first and removed last, so that after a crash nothing half-made is taken for a
damaged vault, and nothing half-erased either.
"""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from copingkit.core.errors import DiskFull, EnvironmentProblem
from copingkit.core.files import named_problems, sync_folder, write_atomically
from copingkit.vault.key_store import KeyStore

MARKER = "vault.unfinished"
_OURS = ("keyslots*.json*", ".keyslots*", "vault.db*", ".snapshot-*", "frontpage.bin", "lock.raise")
BACKUPS = "backups"


def is_unfinished(folder: Path) -> bool:
    """Whether what is in the folder is no vault (yet, or any more)."""
    return (folder / MARKER).exists()


def mark(folder: Path, vault_id: str) -> None:
    """Say that what is in the folder does not count; raises DiskFull and the like."""
    write_atomically(folder / MARKER, vault_id.encode())


def unmark(folder: Path) -> None:
    """From here on it counts: lasting when this returns."""
    with named_problems(folder):
        (folder / MARKER).unlink(missing_ok=True)
        sync_folder(folder)


def clear(folder: Path, key_store: KeyStore, vault_id: str | None = None) -> None:
    """Remove what an unfinished creation or erasure left, its key in the keyring included.

    The marker goes last. Raises FolderNotWritable or FolderGone.
    """
    marker = folder / MARKER
    with named_problems(folder):
        name = vault_id or marker.read_text(errors="replace")
        with contextlib.suppress(EnvironmentProblem):  # a key that opens nothing does no harm
            key_store.delete(name)
        for pattern in _OURS:
            for path in folder.glob(pattern):
                path.unlink(missing_ok=True)
        if (folder / BACKUPS).exists():
            shutil.rmtree(folder / BACKUPS)
        marker.unlink(missing_ok=True)
        sync_folder(folder)


def erase(folder: Path, key_store: KeyStore, vault_id: str) -> None:
    """Delete a closed vault for good, with its backups and its key in the keyring.

    Works on a full disk too, where the marker may not find room.
    """
    with contextlib.suppress(DiskFull):
        mark(folder, vault_id)
    clear(folder, key_store, vault_id)
