"""What a person does with a new copy: makes a vault, writes a first entry, finds it again later."""

from __future__ import annotations

import layout
import packed
from desktop import Desktop, Place, nameless, names

Steps = tuple[list[str], ...]  # as `Desktop.do` takes them
SIGN = "I stop answering Mira"
# What a self-test finds to work on any desktop; tones and voice may be missing there.
WORKS = {
    "version", "parts", "shipped files", "translations", "letters", "drawings", "vault",
    "encrypted", "keyring", "plan", "screen reader", "no network in it", "nothing outside",
}  # fmt: skip


BY_KEYRING: Steps = (["read", "This computer has a keyring."],)


def write(
    desktop: Desktop,
    place: Place,
    program: str,
    welcome: str = "Welcome to copingkit",
    protection: Steps = BY_KEYRING,
) -> None:
    """The first run, and one entry; `welcome` is read and `protection` done where they come."""
    with desktop.opened(place, program):
        shown = desktop.do(
            ["read", welcome],
            ["press", "Go on"],
            ["read", "Where do you live?"],
            ["press", "Go on"],
            *protection,
            ["press", "Protect it this way"],
            ["read", "Your twelve recovery words"],
            ["press", "Later"],
            ["read", "Where to begin"],
            ["press", "Write the first step"],
            ["read", "My reasons for living"],
            ["type", "", f"{SIGN}\n"],
            ["read", SIGN],
        )
        assert nameless(shown) == []


def find_again(desktop: Desktop, place: Place, program: str, called: str) -> None:
    """After a restart the plan is in front, and in the crisis run; pictures are named `called`."""
    with desktop.opened(place, program):
        shown = desktop.do(["read", SIGN])
        assert {"Help me now", "Lock"} <= names(shown)
        assert nameless(shown) == []
        desktop.picture(packed.PICTURES / f"plan-{called}.png")
        desktop.do(["press", "Preferences"], ["read", f"Version {layout.version()}"])
    with desktop.opened(place, program, "--crisis"):
        shown = desktop.do(["read", "How I notice it"], ["read", SIGN])
        assert nameless(shown) == []
        desktop.picture(packed.PICTURES / f"crisis-plan-{called}.png")
    assert desktop.run(place, program, "doctor").stdout.count("NOT OK") == 1  # the words: Later
