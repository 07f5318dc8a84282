"""The desktop that a packaged program is tried on: a screen, a bus, a keyring, accessibility.

Its daemons run on this machine. In front of a bare root they are the person's, and only their
sockets are shared with it.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from tests.support.real_keyring import RealKeyring

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
HANDS = Path(__file__).with_name("hands.py")
SCREENS = Path("/tmp/.X11-unix")
PATIENCE = 20.0


class Place(Protocol):
    """Where the program is: a bare root, or this machine."""

    def enter(
        self,
        command: Sequence[str],
        variables: Mapping[str, str],
        shared: Sequence[Path] = (),
        readonly: str = "",
    ) -> list[str]:
        """The command that runs `command` there with these environment variables."""
        ...


class Desktop:
    """One session, of the `person` by number or of whoever runs this. `stop` ends all of it."""

    def __init__(self, person: int | None) -> None:
        self._person = person
        self.keyring = RealKeyring(person)
        self._running: list[subprocess.Popen[bytes]] = []
        self._display = ""

    def start(self) -> None:
        """Start the screen, the bus, the keyring and the accessibility bus."""
        SCREENS.mkdir(mode=0o1777, exist_ok=True)
        ours, its = os.pipe()
        screen = ["Xvfb", "-displayfd", str(its), "-screen", "0", "1280x900x24", "-ac"]
        self._run([*screen, "-nolisten", "tcp"], pass_fds=(its,))
        os.close(its)
        with os.fdopen(ours) as told:
            self._display = f":{told.readline().strip()}"
        self.keyring.start()
        self._run([LAUNCHER, "--launch-immediately"])

    def stop(self) -> None:
        """End it."""
        for process in reversed(self._running):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)
        self.keyring.stop()

    @property
    def variables(self) -> dict[str, str]:
        """What tells a program of this session."""
        return {
            "DISPLAY": self._display,
            "DBUS_SESSION_BUS_ADDRESS": self.keyring.address,
            "XDG_RUNTIME_DIR": str(self.keyring.runtime),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }

    def run(
        self, place: Place, *command: str, readonly: str = "", **more: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a program of a place in this session to its end."""
        entered = self._entered(place, command, readonly, more)
        return subprocess.run(
            entered,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=180,
        )

    @contextlib.contextmanager
    def opened(
        self, place: Place, *command: str, readonly: str = "", **more: str
    ) -> Iterator[subprocess.Popen[bytes]]:
        """A program of a place that stays, as one with a window; it is asked to end at last."""
        process = self._run(self._entered(place, command, readonly, more), as_person=False)
        try:
            yield process
        finally:
            process.terminate()  # as a logout does: the window closes
            process.wait(20)
            self._running.remove(process)

    def do(self, *steps: Sequence[str]) -> list[dict[str, Any]]:
        """What hands do and eyes read over the accessibility bus; gives what is shown at last."""
        done = subprocess.run(
            ["/usr/bin/python3", str(HANDS), json.dumps(steps)],
            env=self.variables | {"PATH": os.environ["PATH"]},
            **self._as_person(),
            capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        shown: list[dict[str, Any]] = [one for one in json.loads(done.stdout) if one["showing"]]
        return shown

    def picture(self, into: Path) -> None:
        """Take a picture of the whole screen."""
        code = (
            "import sys; from PySide6.QtGui import QGuiApplication; app = QGuiApplication([]); "
            "app.primaryScreen().grabWindow(0).save(sys.argv[1]) or sys.exit(1)"
        )
        into.parent.mkdir(parents=True, exist_ok=True)
        environment = os.environ | {"DISPLAY": self._display, "QT_QPA_PLATFORM": "xcb"}
        time.sleep(0.5)  # what was done last is painted
        subprocess.run([sys.executable, "-c", code, str(into)], env=environment, check=True)

    def _as_person(self) -> dict[str, Any]:
        if self._person is None:
            return {}
        return {"user": self._person, "group": self._person, "extra_groups": []}

    def _entered(
        self, place: Place, command: Sequence[str], readonly: str, more: dict[str, str]
    ) -> list[str]:
        shared = (SCREENS, self.keyring.folder)
        return place.enter(command, self.variables | more, shared, readonly)

    def _run(
        self, command: Sequence[str], *, as_person: bool = True, pass_fds: Sequence[int] = ()
    ) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            command,
            env=self.variables | {"PATH": os.environ["PATH"], "HOME": str(self.keyring.folder)},
            **(self._as_person() if as_person else {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=pass_fds,
        )
        self._running.append(process)
        return process


@contextlib.contextmanager
def session(person: int | None) -> Iterator[Desktop]:
    """A new one, which ends with the block."""
    made = Desktop(person)
    try:
        made.start()
        yield made
    finally:
        made.stop()


def names(shown: list[dict[str, Any]]) -> set[str]:
    """Everything that a screen reader can say of what is shown."""
    return {one["name"] for one in shown}


def nameless(shown: list[dict[str, Any]]) -> list[str]:
    """Roles of controls that have neither a name nor a label."""
    return [
        one["role"]
        for one in shown
        if one["focusable"] and not one["name"].strip() and not one["labels"]
    ]
