"""What a system's speech has to be able to do for us."""

from __future__ import annotations

from typing import Protocol

from copingkit.ui.hearing import SoundChoices, Voice


class NoVoice(Exception):
    """There is no voice, or it went away; carries no text of the person's."""


class Speech(Protocol):
    """One conversation with the system's speech, from one thread; every call may take a while.

    Texts go over a private channel, never into the arguments of a program or into a file.
    """

    def start(self, choices: SoundChoices) -> None:
        """Begin, or take other choices; raises NoVoice."""
        ...

    def say(self, text: str) -> None:
        """Speak in place of what is being spoken, and do not wait for its end; raises NoVoice."""
        ...

    def stop(self) -> None:
        """Be silent; raises NoVoice."""
        ...

    def voices(self) -> tuple[Voice, ...]:
        """The voices there are, after `start`; raises NoVoice."""
        ...

    def close(self) -> None:
        """Be silent and end the conversation; never raises."""
        ...
