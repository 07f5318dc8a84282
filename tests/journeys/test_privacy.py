"""What a whole day leaves behind: no private word outside the ciphertext, and no network."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support import pdfs
from tests.support.private_day import MARKERS, SIGN
from tests.support.source_tree import ROOT

DAY = ROOT / "tests" / "support" / "private_day.py"
STRACE = ("strace", "-f", "--seccomp-bpf", "-qq", "-s", "300", "-e")
WATCHED = "trace=network,execve,openat,open,creat"
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")


@dataclass(frozen=True)
class Day:
    """Where a day's process could write, what it said and the system calls it made."""

    everything: Path
    pdf: Path
    said: str
    calls: str


PLACES = {
    "HOME": "home",
    "TMPDIR": "tmp",
    "XDG_DATA_HOME": "home/data",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_STATE_HOME": "home/state",
    "XDG_RUNTIME_DIR": "run",
}


def environment(root: Path) -> dict[str, str]:
    """Home, temporary, data, state and log folders all in one place; no keyring."""
    for place in PLACES.values():
        (root / place).mkdir(mode=0o700, parents=True, exist_ok=True)
    return {
        **os.environ,
        **{name: str(root / place) for name, place in PLACES.items()},
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/copingkit-tests",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    """One day under strace."""
    root = tmp_path_factory.mktemp("day")
    trace = tmp_path_factory.mktemp("trace") / "calls"
    pdf = tmp_path_factory.mktemp("pdf") / "x.pdf"
    lived = (sys.executable, str(DAY), str(root / "vault"), str(pdf))
    done = subprocess.run(
        [*STRACE, WATCHED, "-o", str(trace), *lived],
        cwd=root,
        env=environment(root),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Day(root, pdf, done.stdout + done.stderr, trace.read_text(errors="replace"))


def found_in(content: bytes) -> set[str]:
    """The markers in some bytes, in any encoding and any case."""
    folded = content.lower()
    return {
        marker
        for marker in MARKERS
        for encoding in ENCODINGS
        if marker.lower().encode(encoding) in folded
    }


def files_below(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def test_the_day_was_lived(day: Day) -> None:
    assert SIGN in pdfs.flat(day.pdf.read_bytes(), day.pdf.parent)
    assert "done" in day.said
    names = {path.name for path in files_below(day.everything)}
    assert {"vault.db", "keyslots.json", "preferences.json"} <= names
    assert any(name.endswith(".backup") for name in names)


def test_no_file_holds_a_private_word(day: Day) -> None:
    leaks = {
        path.relative_to(day.everything).as_posix(): markers
        for path in files_below(day.everything)
        if (markers := found_in(path.read_bytes()))
    }
    assert leaks == {}


def test_no_file_has_a_private_word_in_its_name(day: Day) -> None:
    assert found_in("\n".join(str(path) for path in day.everything.rglob("*")).encode()) == set()


def test_nothing_is_written_anywhere_else(day: Day) -> None:
    """Not even for a moment: such a file would be gone by the time the others are searched."""
    lines = [line for line in day.calls.splitlines() if "O_CREAT" in line or "creat(" in line]
    made = {path for line in lines for path in re.findall(r'"([^"]+)"', line)[:1]}
    assert made
    ours = (str(day.everything), str(day.pdf.parent))
    assert {path for path in made if not path.startswith(ours)} == set()


def test_nothing_private_is_said_aloud(day: Day) -> None:
    assert found_in(day.said.encode()) == set()


def test_nothing_private_is_given_to_another_program(day: Day) -> None:
    programs = [line for line in day.calls.splitlines() if "execve(" in line]
    assert programs  # the day itself
    assert found_in("\n".join(programs).encode()) == set()


def test_no_network_socket_is_opened(day: Day) -> None:
    families = set(re.findall(r"socket(?:pair)?\((\w+)", day.calls))
    assert families <= {"AF_UNIX", "AF_LOCAL"}
    assert not re.findall(r"AF_(?!UNIX|LOCAL)\w+", day.calls)


def test_the_search_for_leaks_finds_one(day: Day) -> None:
    assert found_in(b"x" + "Quagmire".encode("utf-16-le") + b"y") == {"quagmire"}
    assert found_in(day.pdf.read_bytes() + SIGN.encode())


def test_strace_would_have_seen_a_network_socket(tmp_path: Path) -> None:
    script = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"
    trace = tmp_path / "calls"
    subprocess.run([*STRACE, WATCHED, "-o", str(trace), sys.executable, "-c", script], check=True)
    assert "AF_INET" in trace.read_text()
