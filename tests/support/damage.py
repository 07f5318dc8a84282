"""Ways to hurt a file, and a copy of an open vault as a crash would leave it."""

from __future__ import annotations

import shutil
from pathlib import Path


def flip(path: Path, position: int, bits: int = 0x10) -> None:
    """Change one byte in place."""
    content = bytearray(path.read_bytes())
    content[position] ^= bits
    path.write_bytes(content)


def as_after_a_crash(folder: Path, target: Path) -> Path:
    """Copy the files of the open vault in `folder`; gives the path of the copied database."""
    target.mkdir()
    for path in folder.glob("vault.db*"):
        if not path.name.endswith("-shm"):
            shutil.copy2(path, target / path.name)
    return target / "vault.db"
