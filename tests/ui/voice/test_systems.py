"""Each system gets its own speech."""

from __future__ import annotations

import sys

import pytest

from copingkit.ui.voice.systems import speech


@pytest.mark.parametrize(
    ("system", "name"),
    [("linux", "DispatcherSpeech"), ("win32", "WindowsSpeech"), ("darwin", "MacSpeech")],
)
def test_the_speech_of_a_system(monkeypatch: pytest.MonkeyPatch, system: str, name: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert type(speech()).__name__ == name
