"""A voice that goes away while it is in use."""

from __future__ import annotations

import time

from pytestqt.qtbot import QtBot

from copingkit.ui.heard import SystemHearing
from copingkit.ui.hearing import Lack, SoundChoices
from tests.support.private_sound import PrivateSound

VOICE = SoundChoices(voice=True, volume=90)
TEXT = "Let your shoulders sink, and feel where your feet meet the floor."


def test_a_voice_that_goes_away_is_told_once_and_comes_back(
    qtbot: QtBot, private_sound: PrivateSound
) -> None:
    private_sound.start_voice()
    hearing, told = SystemHearing(), list[Lack]()
    hearing.prepare(VOICE, told.append)
    time.sleep(0.5)
    private_sound.stop_voice()
    hearing.say(TEXT)
    hearing.say(TEXT)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    private_sound.start_voice()
    hearing.prepare(VOICE, told.append)
    time.sleep(0.5)
    hearing.say(TEXT)
    assert private_sound.loudness(time.monotonic() + 0.2, 0.5) > 0.003
    assert told == [Lack.NO_VOICE]
    hearing.close()
    private_sound.stop_voice()
