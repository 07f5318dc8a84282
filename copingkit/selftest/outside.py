"""Sees what the program does outside of its own folder: network sockets, and files it writes."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import Any

_LOCAL = {getattr(socket, "AF_UNIX", None)}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Watch:
    """Looks on from `begin` to `end`, at what Python's own code does (PEP 578).

    What the libraries below it do is seen from outside only, by `strace` for example.
    """

    def __init__(self, folder: Path) -> None:
        self._ours = (str(folder), os.devnull)
        self._on = self._hooked = False
        self.sockets = 0
        self.files: set[str] = set()

    def begin(self) -> None:
        """Start to look; the hook itself stays for as long as the process lives."""
        self._on = True
        if not self._hooked:
            sys.addaudithook(self._seen)
        self._hooked = True

    def end(self) -> None:
        """Look no longer."""
        self._on = False

    def _seen(self, event: str, given: tuple[Any, ...]) -> None:
        if not self._on:
            return
        if event == "socket.__new__" and given[1] not in _LOCAL:
            self.sockets += 1
        elif event == "open" and given[2] & _WRITING and not isinstance(given[0], int):
            path = os.path.abspath(os.fsdecode(given[0]))  # noqa: PTH100 - pathlib would resolve
            if not path.startswith(self._ours):
                self.files.add(Path(path).name)
