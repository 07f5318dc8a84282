"""The sound device: there, not there, and slower than the person."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from copingkit.ui.hearing import Lack, Tone
from copingkit.ui.sound.speaker import Speaker
from tests.support.made_to_lack import without_module
from tests.support.private_sound import PrivateSound


def until(true: Callable[[], object]) -> None:
    end = time.monotonic() + 10
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture
def speaker(private_sound: PrivateSound) -> Speaker:
    made = Speaker(80, pytest.fail)
    made.open()
    until(lambda: made.is_open)
    return made


def test_a_tone_reaches_the_device(speaker: Speaker, private_sound: PrivateSound) -> None:
    now = time.monotonic()
    assert private_sound.loudness(now, 0.2) == 0
    now = time.monotonic()
    speaker.play(Tone.BREATHE_IN, 1.0)
    assert private_sound.loudness(now, 1.0) > 0.02
    speaker.close()


def test_hush_is_heard_at_once(speaker: Speaker, private_sound: PrivateSound) -> None:
    speaker.play(Tone.HOLD, 20.0)
    now = time.monotonic()
    assert private_sound.loudness(now, 0.5) > 0.005
    speaker.hush()
    now = time.monotonic()
    assert private_sound.loudness(now + 0.2, 0.3) == 0
    speaker.close()


def test_after_close_nothing_sounds(speaker: Speaker, private_sound: PrivateSound) -> None:
    speaker.play(Tone.HOLD, 20.0)
    speaker.close()
    now = time.monotonic()
    assert private_sound.loudness(now + 0.5, 0.3) == 0
    speaker.close()  # once more does nothing
    assert not speaker.is_open


def test_a_tone_asked_for_while_it_opens_comes_when_it_is_open(private_sound: PrivateSound) -> None:
    speaker = Speaker(80, pytest.fail)
    now = time.monotonic()
    speaker.open()
    speaker.play(Tone.BREATHE_IN, 2.0)
    assert private_sound.first_sound(now) is not None
    speaker.close()


def test_a_tone_that_would_come_too_late_does_not_come(
    private_sound: PrivateSound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("copingkit.ui.sound.speaker._TOO_LATE_S", 0.0)
    speaker = Speaker(80, pytest.fail)
    speaker.play(Tone.HOLD, 9.0)
    speaker.open()
    until(lambda: speaker.is_open)
    now = time.monotonic()
    assert private_sound.loudness(now, 0.3) == 0
    speaker.close()


def test_a_hush_takes_back_what_waits(private_sound: PrivateSound) -> None:
    speaker = Speaker(80, pytest.fail)
    speaker.play(Tone.HOLD, 9.0)
    speaker.hush()
    speaker.open()
    until(lambda: speaker.is_open)
    now = time.monotonic()
    assert private_sound.loudness(now, 0.3) == 0
    speaker.close()


def test_closed_before_it_was_open_it_stays_closed(private_sound: PrivateSound) -> None:
    speaker = Speaker(80, pytest.fail)
    speaker.open()
    speaker.close()
    time.sleep(0.5)
    assert not speaker.is_open


def test_nothing_of_it_stays_open(private_sound: PrivateSound) -> None:
    before = private_sound.clients()
    for _ in range(3):
        speaker = Speaker(80, pytest.fail)
        speaker.open()
        until(lambda: speaker.is_open)  # noqa: B023 - called at once
        speaker.close()
    until(lambda: private_sound.clients() == before)


def test_a_sound_server_that_comes_a_moment_late_is_found(
    private_sound: PrivateSound, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    door = tmp_path / "native"
    there = private_sound.variables["PULSE_SERVER"].removeprefix("unix:")
    monkeypatch.setenv("PULSE_SERVER", f"unix:{door}")
    told: list[Lack] = []
    speaker = Speaker(80, told.append)
    speaker.open()
    time.sleep(0.5)
    door.symlink_to(there)
    until(lambda: speaker.is_open)
    assert not told
    speaker.close()


def test_closed_while_it_waits_for_a_device_it_tells_nothing(no_sound: None) -> None:
    told: list[Lack] = []
    speaker = Speaker(80, told.append)
    speaker.open()
    time.sleep(0.3)
    speaker.close()
    time.sleep(1.5)
    assert not told


def test_no_device_is_told_once(no_sound: None) -> None:
    told: list[Lack] = []
    speaker = Speaker(80, told.append)
    speaker.open()
    until(lambda: told)
    speaker.play(Tone.BELL, 0.0)
    speaker.hush()
    speaker.close()
    assert told == [Lack.NO_DEVICE]


def test_no_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    without_module(monkeypatch, "miniaudio")
    told: list[Lack] = []
    Speaker(80, told.append).open()
    until(lambda: told)
    assert told == [Lack.NO_SOUND_LIBRARY]
