"""A keyring, a voice, a sound device, a screen: the self-test tells that they are missing."""

from __future__ import annotations

import sys
from contextlib import nullcontext

import pytest
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from copingkit.selftest import bus, heard, safekeeping, window
from copingkit.selftest.trial import Failed, Trial
from copingkit.ui.hearing import SoundChoices, Voice
from copingkit.ui.voice.speech import NoVoice, Speech
from copingkit.unattended import wait_for
from copingkit.vault.system_keyring import SystemKeyring
from tests.support.real_keyring import RealKeyring
from tests.support.trials import found


def test_a_keyring_that_is_not_there_is_no_failure(
    trial: Trial, real_keyring: RealKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(safekeeping.keyring, trial).ok is True
    real_keyring.lock()
    locked = found(safekeeping.keyring, trial)
    assert (locked.ok, "locked" in locked.says) == (None, True)
    real_keyring.stop_daemon()
    assert found(safekeeping.keyring, trial).ok is None


@pytest.mark.parametrize("check", ["read_quietly", "delete"])
def test_a_keyring_that_does_not_keep_its_word_is_found(
    check: str, trial: Trial, real_keyring: RealKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SystemKeyring, check, lambda *_: b"another key")
    assert found(safekeeping.keyring, trial).ok is False


class _Answers(Speech):
    """A voice that is there, or is not."""

    def __init__(self, there: bool) -> None:
        self.there = there
        self.closed = False

    @override
    def start(self, choices: SoundChoices) -> None:
        if not self.there:
            raise NoVoice

    @override
    def say(self, text: str) -> None:
        raise AssertionError("nothing is said")

    @override
    def stop(self) -> None:
        raise AssertionError("nothing is said")

    @override
    def voices(self) -> tuple[Voice, ...]:
        return (Voice("Alex", "en"),)

    @override
    def close(self) -> None:
        self.closed = True


def test_the_voice_is_asked_and_closed(trial: Trial) -> None:
    for there, ok in ((True, True), (False, None)):
        answers = _Answers(there)
        assert found(lambda trial: heard.voice(trial, lambda: answers), trial).ok is ok  # noqa: B023
        assert answers.closed


def test_a_missing_sound_library_is_told(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    told = found(heard.tones, trial)
    assert (told.ok, "not in this build" in told.says) == (None, True)


def test_without_a_bus_or_a_screen_there_is_nothing_to_read(
    trial: Trial, empty_session: RealKeyring
) -> None:
    reader = bus.Reader()
    wait_for(lambda: reader.done)
    assert (reader.no_bus, reader.windows) == (True, None)
    assert found(window.screen_reader, trial).ok is None


@pytest.mark.parametrize("windows", [None, [], ["another"]])
def test_a_window_that_cannot_be_read_is_found(
    windows: list[str] | None, trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Sees:
        done, no_bus = True, False

        def __init__(self) -> None:
            self.windows = windows

    monkeypatch.setattr(window, "_opened", lambda _trial: nullcontext())
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    monkeypatch.setattr(bus, "Reader", Sees)
    with pytest.raises(Failed):
        window.screen_reader(trial)
