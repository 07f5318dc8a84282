"""Runs copingkit as a program: on a terminal of its own, with somebody typing, or on none."""

from __future__ import annotations

import fcntl
import os
import pty
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass

_LIMIT = 60.0  # seconds


@dataclass(frozen=True)
class Done:
    """How it ended, and everything it wrote (to the terminal, when it had one)."""

    status: int
    out: str


def run(*arguments: str) -> Done:
    """Run `python -m copingkit` with no terminal and an empty standard input."""
    done = subprocess.run(
        _command(arguments),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=_LIMIT,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode())


def run_typing(answer: str, *arguments: str) -> Done:
    """Run it on a terminal where somebody types `answer` once a question is asked."""
    ours, its = pty.openpty()
    process = subprocess.Popen(
        _command(arguments),
        stdin=its,
        stdout=its,
        stderr=its,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(its, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - no threads yet
    )
    os.close(its)
    written = b""
    deadline = time.monotonic() + _LIMIT
    while time.monotonic() < deadline:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # the program ended, and its terminal with it
            break
        if not piece:
            break
        written += piece
        if answer and written.endswith(b": "):
            assert answer not in " ".join(arguments)
            os.write(ours, answer.encode())
            answer = ""
    os.close(ours)
    return Done(process.wait(_LIMIT), written.decode())


def _command(arguments: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "copingkit", *arguments]
