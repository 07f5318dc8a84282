"""What pages rely on, held against the real device and voice and against the tests' own ears."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from copingkit.ui.heard import SystemHearing
from copingkit.ui.hearing import Hearing, Lack, SoundChoices, Tone, Voice
from tests.support.ears import Ears
from tests.support.private_sound import PrivateSound

TONES = SoundChoices(tones=True, volume=90)
VOICE = SoundChoices(voice=True, volume=90)
TEXT = "Let your shoulders sink, and feel where your feet meet the floor."


@dataclass
class Room:
    """A hearing and whoever listens; `loud` is whether anything is heard from now on."""

    hearing: Hearing
    loud: Callable[[], bool]
    missing: list[Lack]

    def prepare(self, choices: SoundChoices) -> None:
        self.hearing.prepare(choices, self.missing.append)
        time.sleep(0.4)
        QApplication.processEvents()


@pytest.fixture(params=["the system", "the tests' ears"])
def room(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Room]:
    if request.param == "the system":
        sound: PrivateSound = request.getfixturevalue("private_sound")
        sound.start_voice()
        real = SystemHearing()
        yield Room(real, lambda: sound.loudness(time.monotonic() + 0.1, 0.5) > 0.003, [])
        real.close()
        time.sleep(0.2)
        sound.stop_voice()
        return
    ears = Ears()
    yield Room(ears, lambda: bool(ears.heard) and ears.heard[-1] != "hush" and ears.is_open, [])


def test_nothing_is_heard_before_it_is_prepared(room: Room) -> None:
    room.hearing.play(Tone.HOLD, 9.0)
    room.hearing.say(TEXT)
    assert not room.loud()


def test_nothing_is_heard_that_was_not_agreed_to(room: Room) -> None:
    room.prepare(VOICE)
    room.hearing.play(Tone.HOLD, 9.0)
    assert not room.loud()
    room.prepare(TONES)
    room.hearing.say(TEXT)
    assert not room.loud()


def test_tones_are_heard_until_hushed(room: Room) -> None:
    room.prepare(TONES)
    room.hearing.play(Tone.HOLD, 9.0)
    assert room.loud()
    room.hearing.hush()
    assert not room.loud()


def test_a_text_is_heard_until_hushed(room: Room) -> None:
    room.prepare(VOICE)
    room.hearing.say(f"{TEXT} {TEXT} {TEXT}")  # longer than anybody here waits
    assert room.loud()
    room.hearing.hush()
    # a daemon on a busy computer may take a second to hear of it
    assert any(not room.loud() for _try in range(3))


@pytest.mark.parametrize(
    "odd", ["", ".", "..\r\n.\r\nQUIT", "<speak>ä</speak>", "a\0b", "x" * 9000]
)
def test_no_text_stops_the_next_one(room: Room, odd: str) -> None:
    room.prepare(VOICE)
    room.hearing.say(odd)
    room.hearing.say(TEXT)
    assert room.loud()
    assert not room.missing


def test_after_close_nothing_is_heard_until_it_is_prepared_again(room: Room) -> None:
    room.prepare(TONES)
    room.hearing.play(Tone.HOLD, 9.0)
    room.hearing.close()
    room.hearing.close()
    room.hearing.play(Tone.HOLD, 9.0)
    assert not room.loud()
    room.prepare(TONES)
    room.hearing.play(Tone.HOLD, 9.0)
    assert room.loud()


def test_choices_can_be_taken_back_one_by_one(room: Room) -> None:
    room.prepare(SoundChoices(tones=True, voice=True))
    room.prepare(VOICE)
    room.hearing.play(Tone.HOLD, 9.0)
    assert not room.loud()
    room.hearing.say(TEXT)
    assert room.loud()


def test_the_voices_are_told_with_their_language(qtbot: QtBot, private_sound: PrivateSound) -> None:
    private_sound.start_voice()
    hearing, told = SystemHearing(), list[tuple[Voice, ...]]()
    hearing.voices(told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    private_sound.stop_voice()
    languages = {voice.language for voice in told[0]}
    assert {"en-gb", "de"} <= {language.lower() for language in languages}
    assert len(told[0]) < 300  # each voice once, not in every disguise


def test_what_is_missing_is_told_once_and_the_rest_goes_on(qtbot: QtBot, no_sound: None) -> None:
    hearing, told, found = SystemHearing(), list[Lack](), list[tuple[Voice, ...]]()
    hearing.prepare(SoundChoices(tones=True, voice=True), told.append)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=10_000)
    for _ in range(3):
        hearing.play(Tone.BELL)
        hearing.say(TEXT)
    hearing.hush()
    hearing.voices(found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=10_000)
    assert len(told) == 2
    again: list[Lack] = []
    hearing.prepare(SoundChoices(tones=True, voice=True), again.append)  # "Try it", once more
    qtbot.waitUntil(lambda: set(again) == set(told), timeout=10_000)
    hearing.close()
    assert set(told) == {Lack.NO_DEVICE, Lack.NO_VOICE}
    assert found == [()]
