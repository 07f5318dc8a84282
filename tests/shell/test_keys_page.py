from __future__ import annotations

from pytestqt.qtbot import QtBot

from copingkit.shell.keys_page import KeysPage
from copingkit.ui import shortcuts
from tests.support.accessible import spoken, unnamed_controls
from tests.support.controls import show


def test_every_shortcut_is_listed_with_what_it_does(qtbot: QtBot) -> None:
    page = show(qtbot, KeysPage())
    said = spoken(page)
    groups = [group for name, group in vars(shortcuts).items() if name.startswith(("KEYS", "IN_"))]
    assert shortcuts.IN_EXERCISES in groups
    for key in (each for group in groups for each in group):
        pressed, says = shortcuts.shown(key)
        assert f"{pressed}: {says}" in said
    assert unnamed_controls(page) == []
