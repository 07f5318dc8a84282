"""Asks the accessibility bus of a Linux desktop whether this process can be read over it."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from jeepney import DBusAddress, Properties, new_method_call
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

_ACCESSIBLE: Final = "org.a11y.atspi.Accessible"
_ROOT: Final = "/org/a11y/atspi/accessible/root"
_PATIENCE_S: Final = 5.0  # for one answer
_POLL_S: Final = 0.1
_TO_APPEAR_S: Final = 10.0  # the bus may have been started by our very question


class NoBus(Exception):
    """This session has no accessibility bus."""


class Reader:
    """Reads in a thread of its own, since the answers come from this process's main thread."""

    def __init__(self) -> None:
        self.windows: list[str] | None = None
        self.no_bus = False
        self._thread = threading.Thread(target=self._read, name="bus", daemon=True)
        self._thread.start()

    @property
    def done(self) -> bool:
        """Whether there is an answer: `windows`, or None where this process was not found."""
        return not self._thread.is_alive()

    def _read(self) -> None:
        # jeepney has no annotations, and each way a bus can fail has an error of its own there
        try:
            with _bus() as bus:
                end = time.monotonic() + _TO_APPEAR_S
                while not self.windows and time.monotonic() < end:
                    self.windows = _windows_of(bus, os.getpid())
                    time.sleep(_POLL_S)
        except NoBus:
            self.no_bus = True
        except Exception:  # noqa: BLE001 - as above
            self.windows = None


@contextmanager
def _bus() -> Iterator[Any]:
    try:
        with open_dbus_connection(bus="SESSION") as session:
            place = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            address = _ask(session, place, "GetAddress")
    except Exception:  # noqa: BLE001 - whatever is in the way, there is no bus
        raise NoBus from None
    with open_dbus_connection(bus=address) as bus:
        yield bus


def _windows_of(bus: Any, process: int) -> list[str] | None:
    """The names of the windows of that process; None where it is not on the bus."""
    registry = DBusAddress(_ROOT, "org.a11y.atspi.Registry", _ACCESSIBLE)
    daemon = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    for name, path in _ask(bus, registry, "GetChildren"):
        if _ask(bus, daemon, "GetConnectionUnixProcessID", "s", (name,)) == process:
            found = DBusAddress(path, name, _ACCESSIBLE)
            windows = _ask(bus, found, "GetChildren")
            return [_name(bus, DBusAddress(place, owner, _ACCESSIBLE)) for owner, place in windows]
    return None


def _name(bus: Any, thing: DBusAddress) -> str:
    reply = bus.send_and_get_reply(Properties(thing).get("Name"), timeout=_PATIENCE_S)
    return str(unwrap_msg(reply)[0][1])


def _ask(bus: Any, thing: DBusAddress, method: str, kinds: str = "", given: Any = ()) -> Any:
    asked = new_method_call(thing, method, kinds or None, given)
    reply = bus.send_and_get_reply(asked, timeout=_PATIENCE_S)
    (answer,) = unwrap_msg(reply)
    return answer
