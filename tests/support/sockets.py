"""Whether a daemon of a test can be reached already."""

from __future__ import annotations

import socket
from pathlib import Path


def answers(path: Path) -> bool:
    """Whether somebody takes calls at a socket; it lies there a moment before anybody does."""
    with socket.socket(socket.AF_UNIX) as caller:
        return caller.connect_ex(str(path)) == 0
