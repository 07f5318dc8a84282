"""Files that are either whole or as they were, and open to nobody else."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from copingkit.core.errors import (
    DiskFull,
    EnvironmentProblem,
    FileProblem,
    FileUnreadable,
    FolderGone,
    FolderNotWritable,
)
from copingkit.core.ids import new_id

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.EIO, errno.ESTALE}


def problem(error: OSError, path: Path) -> EnvironmentProblem:
    """The named problem behind an `OSError` met while writing at `path`."""
    if error.errno in _FULL:
        return DiskFull(path.name)
    if error.errno in _GONE:
        return FolderGone(path.name)
    return FolderNotWritable(path.name)


@contextlib.contextmanager
def named_problems(path: Path) -> Iterator[None]:
    """Turn an `OSError` of the enclosed writing into a named problem about `path`."""
    try:
        yield
    except OSError as error:
        raise problem(error, path) from error


def make_private_folder(folder: Path) -> None:
    """Make `folder` (and its parents) readable by its owner alone; raises a FileProblem."""
    with named_problems(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)


def write_atomically(path: Path, content: bytes) -> None:
    """Replace `path` by `content`: after a crash it holds the old bytes or the new, never a mix.

    The temporary file lies in the same folder, mode 0600, and is gone after a failure.
    Raises DiskFull, FolderGone or FolderNotWritable.
    """
    temporary = path.with_name(f".{path.name}.{new_id()[:8]}")
    with named_problems(path):
        try:
            with open(temporary, "xb", opener=_private) as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` last through a power cut, where the system can."""
    if os.name == "nt":  # Windows has no way to open a folder for this
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read(path: Path, limit: int) -> bytes:
    """The bytes of `path`; raises FileUnreadable when there are more than `limit` or none come."""
    try:
        with open(path, "rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        raise FileUnreadable(path.name) from error
    if len(content) > limit:
        raise FileUnreadable(path.name)
    return content


def set_aside(path: Path) -> Path:
    """Rename a broken file so that nothing overwrites it; returns its new path."""
    for number in range(1, 1000):
        aside = path.with_name(f"{path.name}.broken-{number}")
        if not aside.exists():
            with named_problems(path):
                os.replace(path, aside)
            return aside
    raise FileProblem(path.name)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
