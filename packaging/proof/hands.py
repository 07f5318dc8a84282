"""Uses a running copingkit over the accessibility bus: reads, presses, types.

`/usr/bin/python3 hands.py STEPS`, a JSON list of ["read", text], ["press", name] and
["type", name, text] (name empty: where the keyboard is). Prints what there is at last as JSON. Runs
with the system's Python, which has the bindings.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import gi  # type: ignore[import-not-found]  # a package of the system's Python, not of ours

gi.require_version("Atspi", "2.0")
sys.path.append(str(Path(__file__).resolve().parents[2]))
from gi.repository import Atspi  # type: ignore[import-not-found]  # noqa: E402 - as above

from tests.support import screen_reader  # noqa: E402 - the path comes first

NAME = "copingkit"
PATIENCE = 20.0


def shown(name: str) -> Any:
    """The control of that name that can be seen; waits for it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for thing in screen_reader.below(screen_reader.application(NAME)):
            state = thing.get_state_set()
            if (
                thing.get_name() == name
                and state.contains(Atspi.StateType.SHOWING)
                and state.contains(Atspi.StateType.ENABLED)
                and state.contains(Atspi.StateType.FOCUSABLE)
            ):
                return thing
        time.sleep(0.1)
    sys.exit(f"no control {name!r} in {[one['name'] for one in screen_reader.read(NAME)]}")


def type_text(name: str, text: str) -> None:
    """Type into a field as a keyboard does; Enter at its end when the text ends with a newline."""
    if name:
        Atspi.Component.grab_focus(shown(name))
        time.sleep(0.3)
    Atspi.generate_keyboard_event(0, text.rstrip("\n"), Atspi.KeySynthType.STRING)
    if text.endswith("\n"):
        time.sleep(0.3)
        Atspi.generate_keyboard_event(0xFF0D, None, Atspi.KeySynthType.SYM)
    time.sleep(0.5)


def main(steps: list[list[str]]) -> None:
    """Do them in turn."""
    screen_reader.wait_for(NAME, NAME)
    for what, *given in steps:
        if what == "read":
            screen_reader.wait_for(NAME, *given)
        elif what == "press":
            Atspi.Action.do_action(shown(*given), 0)
        else:
            type_text(*given)
    time.sleep(0.3)
    json.dump(screen_reader.read(NAME), sys.stdout)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
