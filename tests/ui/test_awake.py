"""The screen kept on, on a bus with a desktop that follows the idle inhibition specification.

No real desktop is at hand where these tests run; what stands in here keeps to the specification.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    new_error,
    new_method_call,
    new_method_return,
)
from jeepney.io.blocking import open_dbus_connection

from copingkit.ui.awake import Awake, DesktopAwake, MacAwake, WindowsAwake, system_awake
from tests.support.real_keyring import RealKeyring

NAME = "org.freedesktop.ScreenSaver"


class Desktop:
    """Answers Inhibit with a cookie and UnInhibit for that cookie; forgets who left the bus."""

    def __init__(self) -> None:
        self.wishes: dict[int, tuple[str, ...]] = {}
        self.seen: list[tuple[str, ...]] = []
        self._bus: Any = open_dbus_connection(bus="SESSION")
        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        asked = new_method_call(bus, "RequestName", "su", (NAME, 0))
        assert self._bus.send_and_get_reply(asked).body == (1,)
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                message = self._bus.receive()
            except (OSError, ValueError):
                return
            if message.header.message_type is MessageType.method_call:
                self._bus.send(self._answer(message))

    def _answer(self, message: Any) -> Any:
        member = message.header.fields[HeaderFields.member]
        if member == "Inhibit" and message.header.fields[HeaderFields.signature] == "ss":
            cookie = 4_000_000_000 + len(self.seen)  # more than a signed number can hold
            self.wishes[cookie] = message.body
            self.seen.append(message.body)
            return new_method_return(message, "u", (cookie,))
        if member == "UnInhibit" and message.body[0] in self.wishes:
            del self.wishes[message.body[0]]
            return new_method_return(message)
        return new_error(message, "org.freedesktop.DBus.Error.InvalidArgs")

    def stop(self) -> None:
        self._bus.close()


@pytest.fixture
def desktop(empty_session: RealKeyring) -> Iterator[Desktop]:
    made = Desktop()
    yield made
    made.stop()


def until(true: Callable[[], object]) -> None:
    end = time.monotonic() + 10
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_the_wish_holds_until_it_is_taken_back(desktop: Desktop) -> None:
    awake = DesktopAwake()
    awake.hold()
    awake.hold()
    until(lambda: desktop.wishes)
    assert len(desktop.wishes) == 1
    awake.release()
    until(lambda: not desktop.wishes)
    awake.release()
    awake.hold()
    until(lambda: desktop.wishes)
    awake.release()
    until(lambda: not desktop.wishes)
    assert len(desktop.seen) == 2


def test_a_wish_taken_back_at_once_leaves_nothing_behind(desktop: Desktop) -> None:
    awake = DesktopAwake()
    awake.hold()
    awake.release()
    until(lambda: desktop.seen)
    until(lambda: not desktop.wishes)


def test_the_wish_says_nothing_of_what_is_played(desktop: Desktop) -> None:
    awake = DesktopAwake()
    awake.hold()
    until(lambda: desktop.seen)
    awake.release()
    assert desktop.seen == [("copingkit", "Playing")]


def threads() -> int:
    return sum(1 for each in threading.enumerate() if each.name == "awake")


def test_without_a_desktop_or_a_bus_it_just_goes_dark(
    empty_session: RealKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    for address in (empty_session.address, "unix:path=/nonexistent/copingkit-tests"):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        awake = DesktopAwake()
        awake.hold()
        awake.release()
        until(lambda: not threads())


def test_macos_runs_its_own_program_until_it_is_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    program = tmp_path / "caffeinate"
    program.write_text(f'#!/bin/sh\necho "$$ $@" > "{told}"\nexec sleep 60\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    awake = MacAwake()
    awake.hold()
    until(lambda: told.exists() and told.read_text())
    process, flags = told.read_text().split()
    assert flags == "-d"
    awake.hold()
    awake.release()
    awake.release()
    assert subprocess.run(["kill", "-0", process], check=False, capture_output=True).returncode
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    awake.hold()
    awake.release()


@pytest.mark.parametrize(
    ("system", "kind"), [("linux", DesktopAwake), ("darwin", MacAwake), ("win32", WindowsAwake)]
)
def test_each_system_has_its_way(
    monkeypatch: pytest.MonkeyPatch, system: str, kind: type[Awake]
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert type(system_awake()) is kind


def test_the_way_of_windows_does_nothing_elsewhere() -> None:
    awake = WindowsAwake()
    awake.hold()
    awake.release()
