"""What is heard of an exercise: the same cues that are seen, in the same moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from copingkit.tools.exercises.cues import Act, Cue, Script
from copingkit.tools.exercises.view.player_words import said
from copingkit.ui.hearing import Hearing, Lack, SoundChoices, Tone
from copingkit.ui.widgets.sound_choice import words_for

_BREATH: Final = {
    Act.BREATHE_IN: Tone.BREATHE_IN,
    Act.TOP_UP: Tone.BREATHE_IN,
    Act.HOLD: Tone.HOLD,
    Act.BREATHE_OUT: Tone.BREATHE_OUT,
}
_BREATHS_IN_WORDS: Final = 2  # then the tones say it, if there are tones
_WORDS_A_SECOND: Final = 175 / 60  # as voices usually speak
_BREATHER_S: Final = 1.5  # before the first word and after the last one
LONGEST_TENSION_S: Final = 10.0  # of what the sources give; 5 to 7 are usual


class Sounding:
    """Sounds and speaks cues as the person chose; `silent` is for now, the choice stays.

    `told` is called with `missing` once something turns out not to be there.
    """

    def __init__(self, hearing: Hearing, choices: SoundChoices) -> None:
        self.hearing = hearing
        self.choices = choices
        self.silent = False
        self.missing = ""  # in a plain line: what cannot be heard here
        self.told: Callable[[str], None] = lambda _line: None

    @property
    def wanted(self) -> bool:
        """Whether anything was agreed to."""
        return self.choices.tones or self.choices.voice

    def prepare(self) -> None:
        """Open what was agreed to, so that it is there for the first cue."""
        if self.wanted:
            self.missing = ""
            self.hearing.prepare(self.choices, self._on_lack)

    def _on_lack(self, lack: Lack) -> None:
        self.missing = words_for(lack)
        self.told(self.missing)

    def take(self, choices: SoundChoices) -> None:
        """Other choices, from the next cue on."""
        if self.wanted and not (choices.tones or choices.voice):
            self.hearing.close()
        self.choices = choices
        self.prepare()

    def in_time(self, script: Script) -> Script:
        """With a voice each cue stands at least until it is said: no words cut the others off.

        Only tensing ends in time whatever the voice needs: a slow one may be cut off there.
        """
        return tuple(map(self._until_said, script)) if self.choices.voice else script

    def _until_said(self, cue: Cue) -> Cue:
        if cue.seconds is None or cue.breath:
            return cue
        pace = _WORDS_A_SECOND * (1 + min(max(self.choices.rate, -50), 50) / 100)
        needed = len(said(cue).split()) / pace + _BREATHER_S
        if cue.act is Act.TENSE:
            needed = min(needed, LONGEST_TENSION_S)
        return replace(cue, seconds=max(cue.seconds, needed))

    def cue(self, cue: Cue, seconds: float) -> None:
        """A cue begins, or goes on, for `seconds` (0: until the person goes on)."""
        if self.silent or not self.wanted:
            return
        if self.choices.voice:
            self._speak(cue)
        if not self.choices.tones:
            return
        if cue.bell:
            self.hearing.play(Tone.BELL)
        if cue.act in _BREATH:
            self.hearing.play(_BREATH[cue.act], seconds)
        elif cue.act is Act.REST:
            pass  # the quiet after a breath out is its own sign
        elif not self.choices.voice and not cue.bell:
            self.hearing.play(Tone.CUE)

    def end(self, text: str) -> None:
        """The last cue is over; `text` says so."""
        if self.silent or not self.wanted:
            return
        self.hearing.play(Tone.BELL)
        self.hearing.say(text)

    def toggle(self) -> None:
        """Be silent for now, or no longer; not where nothing was agreed to that could be heard."""
        if self.wanted:
            self.silent = not self.silent
            self.pause()

    def pause(self) -> None:
        """Be quiet at once."""
        if self.wanted:
            self.hearing.hush()

    def close(self) -> None:
        """Let the device and the voice go."""
        self.hearing.close()

    def _speak(self, cue: Cue) -> None:
        if cue.breath and self.choices.tones and cue.breath > _BREATHS_IN_WORDS:
            return
        ways = [f"{number}: {way.text}." for number, way in enumerate(cue.choices, start=1)]
        self.hearing.say(" ".join([said(cue), *ways]))
