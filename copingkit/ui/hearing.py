"""What can be heard, as a page asks for it: tones and the computer's own voice."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple, Protocol


class Tone(StrEnum):
    """The sounds that there are; each is told from the others with closed eyes."""

    BELL = "bell"
    BREATHE_IN = "breathe_in"
    BREATHE_OUT = "breathe_out"
    HOLD = "hold"
    CUE = "cue"


class SoundChoices(NamedTuple):
    """What the person agreed to hear; nothing at first.

    `volume` 0-100; `voice` speaks the cues; `voice_name` is the system's own, empty for its usual
    one; `language` a code such as "en"; `rate` -50 (slow) to 50 (fast).
    """

    tones: bool = False
    volume: int = 60
    voice: bool = False
    voice_name: str = ""
    language: str = "en"
    rate: int = 0


class Voice(NamedTuple):
    """A voice of the system: its own name for it, and its language as a code ("en", "en-GB")."""

    name: str
    language: str


class Lack(StrEnum):
    """Why something cannot be heard on this computer; the words are the page's."""

    NO_SOUND_LIBRARY = "no_sound_library"
    NO_DEVICE = "no_device"
    NO_VOICE = "no_voice"


class Hearing(Protocol):
    """Tones and voice, none of them in the way of the window: every call returns at once.

    Nothing is heard before `prepare`, after `close`, or that the choices do not allow. What fails
    is silence, told once after each `prepare`.
    """

    def prepare(self, choices: SoundChoices, lacks: Callable[[Lack], None]) -> None:
        """Open what `choices` asks for; tells `lacks`, in the main thread, what is missing.

        Called again it takes the new choices.
        """
        ...

    def play(self, tone: Tone, seconds: float = 0.0) -> None:
        """Sound a tone now; BREATHE_IN, HOLD and BREATHE_OUT last for `seconds`."""
        ...

    def say(self, text: str) -> None:
        """Speak a text now, in place of what is being spoken."""
        ...

    def hush(self) -> None:
        """Be silent at once, for a pause."""
        ...

    def close(self) -> None:
        """Be silent and let the device and the voice go."""
        ...

    def voices(self, found: Callable[[tuple[Voice, ...]], None]) -> None:
        """Tell `found`, in the main thread, which voices there are; none is an answer too."""
        ...
