"""What a page made heard, and whether it kept the screen on; `tests/contracts` holds it to it."""

from __future__ import annotations

from collections.abc import Callable

from typing_extensions import override

from copingkit.ui.awake import Awake
from copingkit.ui.hearing import Hearing, Lack, SoundChoices, Tone, Voice


class Ears(Hearing):
    """Writes down what is heard: tones with their seconds, texts, and "hush"."""

    def __init__(self) -> None:
        self.heard: list[tuple[Tone, float] | str] = []
        self.choices = SoundChoices()
        self.known: tuple[Voice, ...] = ()
        self.missing: tuple[Lack, ...] = ()
        self.is_open = False

    @override
    def prepare(self, choices: SoundChoices, lacks: Callable[[Lack], None]) -> None:
        self.choices, self.is_open = choices, True
        for lack in self.missing:
            lacks(lack)

    @override
    def play(self, tone: Tone, seconds: float = 0.0) -> None:
        if self.is_open and self.choices.tones:
            self.heard.append((tone, round(seconds, 2)))

    @override
    def say(self, text: str) -> None:
        if self.is_open and self.choices.voice:
            self.heard.append(text)

    def opened(self) -> bool:
        """Whether something may be heard now."""
        return self.is_open

    @override
    def hush(self) -> None:
        self.heard.append("hush")

    @override
    def close(self) -> None:
        self.is_open = False

    @override
    def voices(self, found: Callable[[tuple[Voice, ...]], None]) -> None:
        found(self.known)


class ScreenSwitch(Awake):
    """A screen that is kept on, or not."""

    def __init__(self) -> None:
        self._held = False

    def is_held(self) -> bool:
        """Whether it is kept on now."""
        return self._held

    @override
    def hold(self) -> None:
        self._held = True

    @override
    def release(self) -> None:
        self._held = False
