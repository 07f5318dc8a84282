"""Where things lie on this computer, installed or portable."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStandardPaths

PORTABLE = "copingkit-data"


class Folders(NamedTuple):
    """The vault's folder, the file of preferences, and whether both travel with the program."""

    vault: Path
    preferences: Path
    portable: bool = False


def find(chosen: Path | None = None) -> Folders:
    """The folder the person chose, else `copingkit-data` beside the program, else the system's."""
    if chosen is not None:
        return Folders(chosen, chosen / "preferences.json")
    beside = _beside()
    if beside is not None:
        return Folders(beside, beside / "preferences.json", portable=True)
    where = QStandardPaths.StandardLocation
    data = Path(QStandardPaths.writableLocation(where.GenericDataLocation))
    config = Path(QStandardPaths.writableLocation(where.GenericConfigLocation))
    return Folders(data / "copingkit", config / "copingkit" / "preferences.json")


def travels(vault: Path) -> bool:
    """Whether that folder is the one beside the packaged program, carried along with it."""
    return vault == _beside()


def _beside() -> Path | None:
    beside = Path(sys.executable).resolve().parent / PORTABLE
    return beside if getattr(sys, "frozen", False) and beside.is_dir() else None
