"""One process a vault: a lock that ends with its process, and a knock for the first one to hear."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

from copingkit.core.errors import AlreadyOpen
from copingkit.core.files import named_problems
from copingkit.core.ids import new_id

LOCK_NAME = "lock"
RAISE_NAME = "lock.raise"
_HELP = b"+"


class InstanceLock:
    """Holds the vault's folder for this process.

    The operating system's lock on the open file counts, not the file's being there: after a
    crash or `kill -9` it is free again, whatever lies in the folder.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK_NAME
        self._descriptor: int | None = None
        self._taking = threading.Lock()  # a try that was given up may still be at it

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._descriptor is not None

    def take(self) -> None:
        """Take the lock; again is harmless.

        Raises AlreadyOpen when another process has it, FolderNotWritable, FolderGone, DiskFull.
        """
        with self._taking:
            if self._descriptor is None:
                self._descriptor = self._locked_file()

    def _locked_file(self) -> int:
        with named_problems(self._path):
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(descriptor)
        except OSError:
            os.close(descriptor)
            raise AlreadyOpen from None
        return descriptor

    def release(self) -> None:
        """Let go; twice is harmless. The file stays, so that nobody locks one just deleted."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def ask_to_raise(folder: Path, *, help_now: bool = False) -> None:
    """Ask the process that has the vault open to come to the front, perhaps with Help me now.

    It watches `raise_request(folder)`, whose content changes with every request, and empties it
    to say that it heard. Raises FolderNotWritable, FolderGone, DiskFull.
    """
    path = raise_request(folder)
    with named_problems(path):
        # Written in place: a watcher of the file would lose sight of one that is replaced.
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            os.write(descriptor, new_id().encode() + (_HELP if help_now else b""))
        finally:
            os.close(descriptor)


def take_request(folder: Path) -> bool | None:
    """Hear a request: None when there is none, else whether it asks for Help me now."""
    try:
        with open(raise_request(folder), "r+b", buffering=0) as file:
            asked = file.read()
            if not asked:
                return None
            file.truncate(0)
    except OSError:
        return None
    return asked.endswith(_HELP)


def was_heard(folder: Path) -> bool:
    """Whether the process that has the vault open has taken the last request."""
    try:
        return raise_request(folder).stat().st_size == 0
    except OSError:
        return False


def raise_request(folder: Path) -> Path:
    """The file that changes when another process asks for the window."""
    return folder / RAISE_NAME


if sys.platform == "win32":  # pragma: no cover - Windows
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
