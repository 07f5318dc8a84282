"""Runs copingkit as a program: on a terminal of its own, with somebody typing, or on none."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

CTRL_C = "\x03"
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
    """Run it on a terminal where somebody types `answer` once a question is asked.

    Ctrl+C is pressed again until it counts: Python does not see one in the moment between asking
    and waiting for the answer.
    """
    ours, its = pty.openpty()
    # not by a function between fork and exec: other threads may hold what it needs
    own_terminal = ["setsid", "--ctty", *_command(arguments)]
    # what a shell starts in the background ignores Ctrl+C, and so does all that it starts
    own_terminal = ["env", "--default-signal=INT", *own_terminal]
    process = subprocess.Popen(own_terminal, stdin=its, stdout=its, stderr=its)
    os.close(its)
    written, typed = b"", ""
    deadline = time.monotonic() + _LIMIT
    while time.monotonic() < deadline:
        if not select.select([ours], [], [], 1.0)[0]:
            if typed == CTRL_C:
                os.write(ours, typed.encode())
            continue
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
            typed, answer = answer, ""
    os.close(ours)
    return Done(process.wait(_LIMIT), written.decode())


def _command(arguments: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "copingkit", *arguments]
