"""What is heard on this computer: the tones through its speaker, the texts by its own voice."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from typing_extensions import override

from copingkit.ui.hearing import Hearing, Lack, SoundChoices, Tone, Voice
from copingkit.ui.sound.speaker import Speaker
from copingkit.ui.voice.speaking import Speaking
from copingkit.ui.voice.systems import speech


class _Told(QObject):
    """Brings what other threads have to say into the main thread."""

    said = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.said.connect(lambda call: call(), Qt.ConnectionType.QueuedConnection)


class SystemHearing(Hearing):
    """Opens the device and the voice once they are agreed to, and not before."""

    def __init__(self) -> None:
        self._told = _Told()
        self._speaker: Speaker | None = None
        self._speaking: Speaking | None = None
        self._lacks: Callable[[Lack], None] = _nobody

    @override
    def prepare(self, choices: SoundChoices, lacks: Callable[[Lack], None]) -> None:
        self._lacks = lacks
        self._prepare_tones(choices)
        self._prepare_voice(choices)

    def _prepare_tones(self, choices: SoundChoices) -> None:
        if not choices.tones or (self._speaker is not None and self._speaker.gave_up):
            self._close_tones()  # what found no device looks again, and says so again
        if not choices.tones:
            return
        if self._speaker is not None:
            self._speaker.set_volume(choices.volume)
        else:
            self._speaker = Speaker(choices.volume, self._tell)
            self._speaker.open()

    def _prepare_voice(self, choices: SoundChoices) -> None:
        if not choices.voice:
            self._close_voice()
            return
        if self._speaking is None:
            self._speaking = Speaking(speech(), lambda: self._tell(Lack.NO_VOICE))
        self._speaking.start(choices)

    @override
    def play(self, tone: Tone, seconds: float = 0.0) -> None:
        if self._speaker is not None:
            self._speaker.play(tone, seconds)

    @override
    def say(self, text: str) -> None:
        if self._speaking is not None:
            self._speaking.say(text)

    @override
    def hush(self) -> None:
        if self._speaker is not None:
            self._speaker.hush()
        if self._speaking is not None:
            self._speaking.stop()

    @override
    def close(self) -> None:
        self._lacks = _nobody
        self._close_tones()
        self._close_voice()

    @override
    def voices(self, found: Callable[[tuple[Voice, ...]], None]) -> None:
        asked = Speaking(speech(), lambda: None)
        asked.start(SoundChoices())
        asked.voices(lambda voices: self._told.said.emit(lambda: found(voices)))
        asked.close()

    def _tell(self, lack: Lack) -> None:
        self._told.said.emit(lambda: self._lacks(lack))

    def _close_tones(self) -> None:
        speaker, self._speaker = self._speaker, None
        if speaker is not None:
            speaker.close()

    def _close_voice(self) -> None:
        speaking, self._speaking = self._speaking, None
        if speaking is not None:
            speaking.close()


@cache
def hearing() -> Hearing:
    """The one of this program: there is one pair of ears."""
    return SystemHearing()


def _nobody(_lack: Lack) -> None:
    """Where nothing is open nobody needs to know."""
