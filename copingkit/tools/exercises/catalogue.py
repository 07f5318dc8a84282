"""The exercises that ship with the program, all of one language read at once."""

from __future__ import annotations

from functools import cache
from pathlib import PurePosixPath

from copingkit.core import assets
from copingkit.core.errors import ContentDamaged, FileRefused
from copingkit.tools.exercises import file_format
from copingkit.tools.exercises.model import Exercise


@cache
def shipped(language: str = "en") -> tuple[Exercise, ...]:
    """All exercises of a language by id; read at the first call, which takes some 30 ms.

    Raises ContentDamaged, which names the file that is missing or broken.
    """
    folder = f"exercises/{language}"
    names = sorted(path.name for path in (assets.root() / folder).glob("*.toml"))
    if not names:
        raise ContentDamaged(folder)
    read = [_read(f"{folder}/{name}") for name in names]
    return tuple(sorted(read, key=lambda exercise: exercise.id))


def _read(name: str) -> Exercise:
    path = PurePosixPath(name)
    try:
        exercise = file_format.read(assets.read_text(name), path.name, ships=True)
    except FileRefused as error:
        raise ContentDamaged(name) from error
    if exercise.id != path.stem:  # two files could else give the same exercise
        raise ContentDamaged(name)
    return exercise
