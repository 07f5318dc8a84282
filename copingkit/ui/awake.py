"""Keeps the screen from going dark while an exercise plays; where that fails it just goes dark."""

from __future__ import annotations

import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Protocol

from typing_extensions import override

if TYPE_CHECKING:
    import subprocess

_APP: Final = "copingkit"
_WHY: Final = "Playing"  # other programs can read it: nothing about what is played
_WAIT_S: Final = 2.0


class Awake(Protocol):
    """The screen's wakefulness; both calls return at once and may come in any number."""

    def hold(self) -> None:
        """Keep the screen on until `release`."""
        ...

    def release(self) -> None:
        """Let it go dark in its own time again."""
        ...


def system_awake() -> Awake:
    """The way of this system."""
    if sys.platform == "win32":
        return WindowsAwake()
    return MacAwake() if sys.platform == "darwin" else DesktopAwake()


class DesktopAwake(Awake):
    """org.freedesktop.ScreenSaver on the session bus, in threads of its own.

    https://specifications.freedesktop.org/idle-inhibit-spec/latest/ : the desktop forgets the
    wish by itself when the connection that asked for it closes, so a crash leaves nothing behind.
    """

    def __init__(self) -> None:
        self._wish: _Wish | None = None

    @override
    def hold(self) -> None:
        if self._wish is None:
            self._wish = _Wish()

    @override
    def release(self) -> None:
        wish, self._wish = self._wish, None
        if wish is not None:
            wish.ended.set()


class _Wish:
    """One wish to stay on, alive until `ended` is set."""

    def __init__(self) -> None:
        self.ended = threading.Event()
        threading.Thread(target=self._run, name="awake", daemon=True).start()

    def _run(self) -> None:
        # late: only players need it
        from jeepney import DBusAddress, new_method_call
        from jeepney.io.blocking import open_dbus_connection

        path, name = "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"
        desktop = DBusAddress(path, bus_name=name, interface=name)
        # jeepney has no annotations, and each way a bus can fail has an error of its own there
        with suppress(Exception), open_dbus_connection(bus="SESSION") as bus:
            asked = new_method_call(desktop, "Inhibit", "ss", (_APP, _WHY))
            answer: Any = bus.send_and_get_reply(asked, timeout=_WAIT_S)
            self.ended.wait()
            undone = new_method_call(desktop, "UnInhibit", "u", answer.body)
            bus.send_and_get_reply(undone, timeout=_WAIT_S)


class MacAwake(Awake):
    """`caffeinate`, which comes with macOS; prepared and not yet run there."""

    def __init__(self) -> None:
        self._program: subprocess.Popen[bytes] | None = None

    @override
    def hold(self) -> None:
        if self._program is None:
            import subprocess  # late: every page knows of this module

            with suppress(OSError):
                self._program = subprocess.Popen(["caffeinate", "-d"])  # noqa: S607 - macOS has it on the path

    @override
    def release(self) -> None:
        program, self._program = self._program, None
        if program is not None:
            program.kill()
            program.wait()


class WindowsAwake(Awake):
    """SetThreadExecutionState, which holds for the calling thread; prepared, not yet run there."""

    _CONTINUOUS: Final = 0x8000_0000
    _DISPLAY: Final = 0x2

    @override
    def hold(self) -> None:
        self._set(self._CONTINUOUS | self._DISPLAY)

    @override
    def release(self) -> None:
        self._set(self._CONTINUOUS)

    def _set(self, state: int) -> None:
        if sys.platform == "win32":
            import ctypes  # only there

            ctypes.windll.kernel32.SetThreadExecutionState(state)
