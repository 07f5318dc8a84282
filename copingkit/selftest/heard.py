"""Checks of what can be heard: tones and the system's voice. Both may be missing."""

from __future__ import annotations

from collections.abc import Callable

from copingkit.selftest.trial import Missing, Trial
from copingkit.ui.hearing import Lack, SoundChoices
from copingkit.ui.sound.speaker import Speaker
from copingkit.ui.voice.speech import NoVoice, Speech
from copingkit.ui.voice.systems import speech
from copingkit.unattended import wait_for

_SAID = {
    Lack.NO_SOUND_LIBRARY: "The library for tones is not in this build; exercises work without.",
    Lack.NO_DEVICE: "No sound device was found; exercises work without.",
}
_PATIENCE_S = 10.0


def tones(_trial: Trial) -> str:
    """The sound device opens; nothing is played."""
    lacks: list[Lack] = []
    speaker = Speaker(0, lacks.append)
    speaker.open()
    try:
        wait_for(lambda: speaker.is_open or bool(lacks), _PATIENCE_S)
    except TimeoutError:
        raise Missing("The sound device did not open in time.") from None
    finally:
        speaker.close()
    if lacks:
        raise Missing(_SAID[lacks[0]])
    return "The sound device opens."


def voice(_trial: Trial, system: Callable[[], Speech] = speech) -> str:
    """The system's voice answers; nothing is said."""
    speaking = system()
    try:
        speaking.start(SoundChoices(voice=True))
        found = speaking.voices()
    except NoVoice:
        raise Missing("No voice was found; exercises work without.") from None
    finally:
        speaking.close()
    return f"{len(found)} voices answer."
