from __future__ import annotations

from pytestqt.qtbot import QtBot

from copingkit.shell.keys_page import KeysPage
from copingkit.ui import shortcuts
from tests.support.accessible import spoken, unnamed_controls
from tests.support.controls import show


def test_every_shortcut_is_listed_with_what_it_does(qtbot: QtBot) -> None:
    page = show(qtbot, KeysPage())
    said = spoken(page)
    for key in (*shortcuts.KEYS, *shortcuts.IN_LISTS, *shortcuts.IN_CARDS, *shortcuts.IN_CRISIS):
        pressed, says = shortcuts.shown(key)
        assert f"{pressed}: {says}" in said
    assert unnamed_controls(page) == []
