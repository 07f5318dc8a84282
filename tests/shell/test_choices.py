"""Preferences are kept, and the program follows them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from copingkit.core.errors import EnvironmentProblem
from copingkit.preferences.preferences import Preferences, PreferencesFile
from copingkit.shell.choices import Choices
from copingkit.ui import theme
from copingkit.ui.hearing import SoundChoices


@pytest.fixture
def choices(tmp_path: Path, qapp: object) -> Choices:
    file = PreferencesFile(tmp_path / "preferences.json")
    file.save(Preferences(theme="light"))
    return Choices(file)


def test_a_change_is_kept_and_seen(qtbot: QtBot, choices: Choices, tmp_path: Path) -> None:
    with qtbot.waitSignals([choices.changed, choices.dressed]):
        choices.take(replace(choices.now, theme="dark"))
    assert theme.now().theme == "dark"
    assert PreferencesFile(tmp_path / "preferences.json").load().theme == "dark"


def test_the_same_again_is_no_change(qtbot: QtBot, choices: Choices) -> None:
    with qtbot.assertNotEmitted(choices.changed):
        choices.take(replace(choices.now))


def test_idle_minutes_alone_dress_nothing(qtbot: QtBot, choices: Choices) -> None:
    with qtbot.assertNotEmitted(choices.dressed), qtbot.waitSignal(choices.changed):
        choices.take(replace(choices.now, idle_minutes=3))


def test_what_is_heard_is_kept_and_dresses_nothing(
    qtbot: QtBot, choices: Choices, tmp_path: Path
) -> None:
    sound = SoundChoices(
        tones=True, volume=35, voice=True, voice_name="Anna", language="en", rate=-10
    )
    assert choices.sound == SoundChoices()
    with qtbot.assertNotEmitted(choices.dressed), qtbot.waitSignal(choices.changed):
        choices.take_sound(sound)
    assert choices.sound == sound
    assert PreferencesFile(tmp_path / "preferences.json").load().voice_name == "Anna"


def test_text_grows_and_shrinks_in_tens_up_to_its_ends(choices: Choices) -> None:
    choices.larger()
    assert choices.now.text_size == 110
    choices.smaller()
    choices.smaller()
    assert choices.now.text_size == 90
    for _ in range(20):
        choices.larger()
    assert choices.now.text_size == 200


def test_a_country_is_taken(choices: Choices) -> None:
    choices.take_country("US")
    assert (choices.now.country, choices.now.paper_size) == ("US", "Letter")


def test_what_cannot_be_kept_holds_until_the_end_and_is_said(
    qtbot: QtBot, tmp_path: Path, qapp: object
) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("")
    choices = Choices(PreferencesFile(blocked / "preferences.json"))
    told: list[object] = []
    choices.unsaved.connect(told.append)
    with qtbot.waitSignal(choices.changed):
        choices.take(replace(choices.now, idle_minutes=3))
    assert [isinstance(problem, EnvironmentProblem) for problem in told] == [True]
    assert choices.now.idle_minutes == 3
