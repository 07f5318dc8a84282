"""Preferences in use: kept, worn, and following the system."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from copingkit.core.errors import DiskFull
from copingkit.preferences.preferences import Preferences, PreferencesFile
from copingkit.shell.choices import Choices
from copingkit.ui import theme


@pytest.fixture
def choices(qtbot: QtBot, tmp_path: Path) -> Iterator[Choices]:
    made = Choices(PreferencesFile(tmp_path / "preferences.json"))
    made.dress()
    yield made
    theme.apply("light", 100)


def test_a_change_is_kept_and_worn(choices: Choices, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignals([choices.changed, choices.dressed]):
        choices.take(replace(choices.now, theme="dark", text_size=150))
    assert (theme.now().theme, theme.now().scale) == ("dark", 1.5)
    assert PreferencesFile(tmp_path / "preferences.json").load().theme == "dark"


def test_what_does_not_show_builds_no_page_anew(choices: Choices, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choices.dressed), qtbot.waitSignal(choices.changed):
        choices.take(replace(choices.now, idle_minutes=3))
    with qtbot.assertNotEmitted(choices.changed):
        choices.take(choices.now)


def test_text_grows_and_shrinks_within_its_bounds(choices: Choices) -> None:
    for _ in range(15):
        choices.larger()
    assert choices.now.text_size == 200
    for _ in range(15):
        choices.smaller()
    assert choices.now.text_size == 80


def test_the_systems_colours_are_followed_while_that_is_wanted(
    choices: Choices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Offscreen there is no system that has colours: its answer and its signal are played here.
    choices.follow_system()
    hints = QGuiApplication.styleHints()
    monkeypatch.setattr(theme, "resolved", lambda name: "dark" if name == "system" else name)
    with qtbot.waitSignal(choices.dressed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.now().theme == "dark"
    with qtbot.assertNotEmitted(choices.dressed):
        hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    choices.take(replace(choices.now, theme="light"))
    with qtbot.assertNotEmitted(choices.dressed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)


def test_a_file_that_cannot_be_written_is_said_and_the_look_is_worn(
    choices: Choices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: PreferencesFile, _preferences: Preferences) -> None:
        raise DiskFull("preferences.json")

    monkeypatch.setattr(PreferencesFile, "save", full)
    with qtbot.waitSignal(choices.unsaved) as said:
        choices.take_country("GB")
    assert said.args is not None
    assert isinstance(said.args[0], DiskFull)
    assert choices.now.country == "GB"
