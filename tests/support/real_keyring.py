"""A real GNOME Keyring on a private session bus, which tests can lock, wipe, hang and stop."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import secretstorage

from tests.support.sockets import answers

PASSWORD = "test keyring password"
_WAITS = (5.0, 10.0, 20.0)  # seconds that a daemon may take to come up, tried anew after each
_BROKEN_OFF = (-signal.SIGABRT, -signal.SIGSEGV)

# No service folders: nothing is started on demand, so "no keyring on the bus" means just that.
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class RealKeyring:
    """The daemons and their folder. Needs `dbus-daemon` and `gnome-keyring-daemon`.

    Sets nothing in this process: who wants to use it puts `address` into
    DBUS_SESSION_BUS_ADDRESS (the `real_keyring` fixture does). Root may have them run as another
    `user`, given by number.
    """

    broken_off: ClassVar[int] = 0  # daemons that ended by themselves, of all there were

    def __init__(self, user: int | None = None) -> None:
        # Not under pytest's folder: the path of a unix socket has to be short.
        self._root = Path(tempfile.mkdtemp(prefix="ck-ring-"))
        self._runtime = self._root / "run"
        self._runtime.mkdir(mode=0o700)
        self._user = user
        if user is not None:
            for folder in (self._root, self._runtime):
                os.chown(folder, user, user)
        self._bus: subprocess.Popen[bytes] | None = None
        self._daemon: subprocess.Popen[bytes] | None = None
        self._prompter: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """What DBUS_SESSION_BUS_ADDRESS has to be."""
        return f"unix:path={self._root / 'bus'}"

    @property
    def folder(self) -> Path:
        """The daemons' folder, with the sockets in it."""
        return self._root

    @property
    def runtime(self) -> Path:
        """What XDG_RUNTIME_DIR is for them."""
        return self._runtime

    @property
    def files(self) -> Path:
        """The folder of the keyring's own files."""
        return self._root / ".local" / "share" / "keyrings"

    def start(self) -> None:
        """Start the bus and an empty, unlocked keyring."""
        self.start_bus()
        self.start_daemon()

    def start_bus(self) -> None:
        """Start the bus alone: a session with no keyring."""
        config = self._root / "bus.conf"
        config.write_text(_BUS.format(socket=self._root / "bus"))
        self._bus = self._run(["dbus-daemon", f"--config-file={config}", "--nofork"])
        _until(lambda: answers(self._root / "bus"))

    def start_daemon(self, *, unlocked: bool = True) -> None:
        """Start the keyring; not `unlocked` it is as after a login without a password.

        Once in a thousand times the daemon is on the bus and never makes its collection.
        """
        for seconds in _WAITS:
            self._begin_daemon(unlocked)
            with contextlib.suppress(TimeoutError):
                _until(self._is_unlocked if unlocked else self._is_up, seconds)
                return
            self.stop_daemon()
        raise TimeoutError("the keyring of the test did not come up")

    def _begin_daemon(self, unlocked: bool) -> None:
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        self._daemon = self._run([*command, *(["--unlock"] if unlocked else [])])
        assert self._daemon.stdin is not None
        self._daemon.stdin.write(PASSWORD.encode() if unlocked else b"")
        self._daemon.stdin.close()

    def stop_daemon(self) -> None:
        """Take the keyring away; the bus stays."""
        _stop(self._daemon)
        # Asked after its end: it leaves the bus a moment before anybody can be told how it ended.
        if self._daemon is not None and self._daemon.returncode in _BROKEN_OFF:
            RealKeyring.broken_off += 1
        self._daemon = None

    def restart_daemon(self, *, unlocked: bool = True) -> None:
        """As after a new login."""
        self.stop_daemon()
        self.start_daemon(unlocked=unlocked)

    def wipe(self) -> None:
        """As after a reset of the keyring: it works, but everything in it is gone."""
        self.stop_daemon()
        shutil.rmtree(self.files, ignore_errors=True)
        self.start_daemon()

    def lock(self) -> None:
        """Lock the collection, as "Lock keyring" in a password manager does."""
        with contextlib.closing(self._connection()) as connection:
            secretstorage.Collection(connection).lock()

    def hang(self) -> None:
        """The keyring stops answering; `resume` ends that."""
        assert self._daemon is not None
        self._daemon.send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        """The keyring answers again."""
        assert self._daemon is not None
        self._daemon.send_signal(signal.SIGCONT)

    def answer_prompts(self, how: str) -> None:
        """Put somebody in front of the screen: "dismiss", "ignore" or "unlock" every question."""
        _stop(self._prompter)
        self._prompter = None
        script = Path(__file__).with_name("keyring_prompter.py")
        events = self._root / "prompts"
        events.write_text("")
        self._prompter = self._run([sys.executable, str(script), how, PASSWORD, str(events)])
        _until(lambda: "ready" in self.prompts())

    def prompts(self) -> list[str]:
        """What happened to prompts so far: "ready", then "begin" and "stop" for each."""
        return (self._root / "prompts").read_text().split()

    def stop(self) -> None:
        """Stop everything and delete the folder."""
        _stop(self._prompter)
        self._prompter = None
        self.stop_daemon()
        _stop(self._bus)
        self._bus = None
        shutil.rmtree(self._root, ignore_errors=True)

    def _run(self, command: list[str]) -> subprocess.Popen[bytes]:
        environment = {
            "HOME": str(self._root),
            "XDG_RUNTIME_DIR": str(self._runtime),
            "PATH": os.environ["PATH"],
            "DBUS_SESSION_BUS_ADDRESS": self.address,
        }
        return subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user=self._user,
            group=self._user,
            extra_groups=None if self._user is None else [],
        )

    def _connection(self) -> Any:  # jeepney has no annotations
        before = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self.address
        try:
            return secretstorage.dbus_init()
        finally:
            if before is None:
                del os.environ["DBUS_SESSION_BUS_ADDRESS"]
            else:
                os.environ["DBUS_SESSION_BUS_ADDRESS"] = before

    def _is_up(self) -> bool:
        with contextlib.closing(self._connection()) as connection:
            return bool(secretstorage.check_service_availability(connection))

    def _is_unlocked(self) -> bool:
        with contextlib.closing(self._connection()) as connection:
            try:
                return not secretstorage.Collection(connection).is_locked()
            except secretstorage.ItemNotFoundException:
                return False


def _until(reached: Callable[[], bool], seconds: float = _WAITS[-1]) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError, secretstorage.SecretStorageException):
            if reached():
                return
        time.sleep(0.02)
    raise TimeoutError("a daemon of the test did not come up")


def _stop(process: subprocess.Popen[bytes] | None) -> None:
    if process is None:
        return
    with contextlib.suppress(ProcessLookupError):
        process.send_signal(signal.SIGCONT)
        process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(5)
    if process.stdin is not None and not process.stdin.closed:
        process.stdin.close()
