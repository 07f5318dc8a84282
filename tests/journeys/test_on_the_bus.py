"""The running program, read from outside over the accessibility bus on a real screen."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

import pytest

from tests.support.made_vault import make_vault
from tests.support.real_keyring import RealKeyring
from tests.support.source_tree import ROOT

pytestmark = pytest.mark.xvfb

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
READER = ROOT / "tests" / "support" / "screen_reader.py"
SIGN = "I stop answering Mira's messages for more than a day"
# What a person acts on; everything else needs a name only when it takes the keyboard.
CONTROLS = {"push button", "button", "check box", "radio button", "combo box", "entry", "text",
            "password text", "slider", "spin button", "list item", "toggle button"}  # fmt: skip


class Told(TypedDict):
    """One object as the bus tells of it."""

    role: str
    name: str
    description: str
    labels: list[str]
    text: str
    focusable: bool
    focused: bool
    showing: bool


class Outside:
    """A session with the accessibility bus, and the program in it."""

    def __init__(self, folder: Path, runtime: Path) -> None:
        self._folder = folder
        self._environment = os.environ | {
            "XDG_RUNTIME_DIR": str(runtime),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_QPA_PLATFORM": "xcb",
        }
        self._running = [self._run(LAUNCHER, "--launch-immediately")]

    def start(self, *more: str) -> None:
        command = (sys.executable, "-m", "copingkit", "--vault", str(self._folder), *more)
        self._running.append(self._run(*command))

    def read(self, text: str, button: str = "", then: str = "") -> list[Told]:
        """Everything that is shown, once `text` can be read (and then, after the button)."""
        done = subprocess.run(
            ["/usr/bin/python3", str(READER), "copingkit", text, *filter(None, (button, then))],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        told: list[Told] = json.loads(done.stdout)
        return [one for one in told if one["showing"]]

    def stop(self) -> None:
        for process in reversed(self._running):
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)

    def _run(self, *command: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            command, cwd=ROOT, env=self._environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip


@pytest.fixture
def outside(
    folder: Path, real_keyring: RealKeyring, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Outside]:
    runtime = tmp_path_factory.mktemp("run")
    runtime.chmod(0o700)
    session = Outside(folder, runtime)
    yield session
    session.stop()


def nameless(told: list[Told]) -> list[str]:
    return [
        one["role"]
        for one in told
        if (one["focusable"] or one["role"] in CONTROLS)
        and not one["name"].strip()
        and not one["labels"]
    ]


def names(told: list[Told]) -> set[str]:
    return {one["name"] for one in told}


def test_the_plan_is_read_and_help_is_one_press_away(outside: Outside, folder: Path) -> None:
    make_vault(folder)
    outside.start()
    told = outside.read("My reasons for living")
    assert nameless(told) == []
    assert f"1 of 3: {SIGN}" in names(told)
    assert {"Help me now", "Lock", "Add a warning sign: Warning signs"} <= names(told)

    told = outside.read("Help me now", "Help me now", "Next step")
    assert nameless(told) == []
    assert {"Step 1 of 7", SIGN, "It helped", "A little", "Not now", "People"} <= names(told)
    assert [one["focusable"] for one in told if one["name"] == "Next step"] == [True]


def test_started_for_help_while_locked(
    outside: Outside, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    real_keyring.wipe()
    outside.start("--crisis")
    told = outside.read("Open my plan")
    assert nameless(told) == []
    assert "Emergency: 112" in names(told)
    assert SIGN not in names(told)

    told = outside.read("Open my plan", "Open my plan", "copingkit is locked")
    assert nameless(told) == []
