"""Reads a running program over the accessibility bus, as a screen reader does.

`/usr/bin/python3 screen_reader.py APPLICATION TEXT [BUTTON THEN]` waits until TEXT can be read in
the application; it may press BUTTON and wait for THEN; it prints every object as a JSON list. It
runs with the system's Python, which has the bindings (python3-gi, gir1.2-atspi-2.0), so it imports
nothing of the project.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

import gi  # type: ignore[import-not-found]  # a package of the system's Python, not of ours

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402 - as above

PATIENCE = 20.0  # seconds


def application(name: str) -> Any:
    """The application of that name; None while it is not on the bus."""
    desktop = Atspi.get_desktop(0)
    found = (desktop.get_child_at_index(place) for place in range(desktop.get_child_count()))
    return next((one for one in found if one is not None and one.get_name() == name), None)


def below(thing: Any) -> Iterator[Any]:
    """The object and everything in it."""
    yield thing
    for place in range(thing.get_child_count()):
        child = thing.get_child_at_index(place)
        if child is not None:
            yield from below(child)


def told(thing: Any) -> dict[str, object]:
    """What a screen reader learns of one object."""
    state = thing.get_state_set()
    labels = [
        relation.get_target(place).get_name()
        for relation in thing.get_relation_set() or []
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
        for place in range(relation.get_n_targets())
    ]
    is_text = "Text" in thing.get_interfaces()
    return {
        "role": thing.get_role_name(),
        "name": thing.get_name(),
        "description": thing.get_description(),
        "labels": labels,
        "text": Atspi.Text.get_text(thing, 0, -1) if is_text else "",
        "focusable": state.contains(Atspi.StateType.FOCUSABLE),
        "focused": state.contains(Atspi.StateType.FOCUSED),
        "showing": state.contains(Atspi.StateType.SHOWING),
    }


def read(name: str) -> list[dict[str, object]]:
    """Everything that is shown; empty while the application is not there or changes under us."""
    try:
        found = application(name)
        return [told(thing) for thing in below(found)] if found is not None else []
    except GLib.Error:
        return []


def wait_for(name: str, text: str) -> list[dict[str, object]]:
    """Read until `text` is a part of some name that is shown; exits with what there was."""
    end = time.monotonic() + PATIENCE
    found: list[dict[str, object]] = []
    while time.monotonic() < end:
        found = read(name)
        if any(text in str(one["name"]) and one["showing"] for one in found):
            return found
        time.sleep(0.1)
    sys.exit(f"{text!r} cannot be read in: {[one['name'] for one in found]}")


def press(name: str, button: str) -> None:
    """Press a button over the bus."""
    for thing in below(application(name)):
        if thing.get_name() == button and thing.get_role_name() in {"push button", "button"}:
            Atspi.Action.do_action(thing, 0)
            return
    sys.exit(f"no button {button!r}")


def main(name: str, text: str, button: str = "", then: str = "") -> None:
    found = wait_for(name, text)
    if button:
        press(name, button)
        found = wait_for(name, then)
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
