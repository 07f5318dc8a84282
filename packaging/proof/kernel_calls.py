"""What a program asks of the kernel, as strace tells it: sockets, and files by how they open."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

_CALLS = "trace=socket,socketpair,execve,open,openat,creat"


def watch(command: Sequence[str], trace: Path) -> tuple[str, str]:
    """Run the command to its end, which has to be good.

    Gives what it wrote, and what it and its children asked the kernel for.
    """
    options = ["-f", "-qq", "-e", "signal=none", "-e", _CALLS, "-o", str(trace)]
    done = subprocess.run(
        ["strace", *options, *command], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout, trace.read_text(errors="replace")


def sockets(told: str) -> set[str]:
    """The families of all sockets ("AF_UNIX")."""
    return set(re.findall(r"socket(?:pair)?\((\w+)", told))


def opened(told: str) -> set[str]:
    """The absolute paths that were opened, for whatever."""
    return _paths(line for line in told.splitlines() if re.search(r"(open|openat|creat)\(", line))


def written(told: str) -> set[str]:
    """Those of them that were opened to write or to make them."""
    how = re.compile(r"O_CREAT|O_WRONLY|O_RDWR|creat\(")
    return _paths(line for line in told.splitlines() if how.search(line))


def _paths(lines: Iterable[str]) -> set[str]:
    return {
        path for line in lines if "= -1" not in line for path in re.findall(r'"(/[^"]+)"', line)[:1]
    }
