"""What the player says of where one is."""

from __future__ import annotations

from textwrap import shorten
from typing import Final

from copingkit.tools.exercises.cues import Act, Cue
from copingkit.tools.exercises.model import Exercise, Form, Pattern
from copingkit.tools.exercises.playback import Playback
from copingkit.ui.language import translate

_LONGEST: Final = 60  # letters of what comes next


def word(act: Act) -> str:
    """The word for a phase of a breath; empty for what has words of its own."""
    words = {
        Act.BREATHE_IN: translate("Player", "Breathe in"),
        Act.TOP_UP: translate("Player", "A little more"),
        Act.HOLD: translate("Player", "Hold"),
        Act.BREATHE_OUT: translate("Player", "Breathe out"),
        Act.REST: translate("Player", "Rest"),
    }
    return words.get(act, "")


def said(cue: Cue) -> str:
    """A cue as it is read out."""
    return ". ".join(part for part in (cue.part, cue.text or word(cue.act)) if part)


def coming(here: Playback) -> str:
    """What comes after the present cue; empty at a choice, whose ways are shown."""
    now, after = here.cue, here.next_cue
    if now is None or now.choices:
        return ""
    shown = translate("Player", "the end") if after is None else _shortly(after, now)
    return translate("Player", "Next: {cue}").replace("{cue}", shown)


def _shortly(cue: Cue, now: Cue) -> str:
    if cue.bell and cue.text == now.text:
        return translate("Player", "a bell, and more quiet")
    part = cue.part if cue.part != now.part else ""
    shown = part or word(cue.act) or cue.text
    return shown if len(shown) <= _LONGEST else shorten(shown, _LONGEST, placeholder=" …")


def length(minutes: float) -> str:
    """A length as people say it, to the next half minute."""
    halves = max(1, round(minutes * 2))
    if halves == 1:
        return translate("Player", "half a minute")
    if halves == 2:
        return translate("Player", "1 minute")
    shown = f"{halves / 2:.1f}".removesuffix(".0")
    return translate("Player", "{number} minutes").replace("{number}", shown)


def pattern(breath: Pattern) -> str:
    """A breath in seconds: "4 in, 6 out"."""
    parts = (
        (breath.breathe_in, translate("Player", "{seconds} in")),
        (breath.top_up, translate("Player", "{seconds} more")),
        (breath.hold, translate("Player", "{seconds} hold")),
        (breath.breathe_out, translate("Player", "{seconds} out")),
        (breath.rest, translate("Player", "{seconds} rest")),
    )
    said = [
        text.replace("{seconds}", f"{seconds:.1f}".removesuffix(".0"))
        for seconds, text in parts
        if seconds
    ]
    return ", ".join(said)


def form_name(exercise: Exercise, form: Form) -> str:
    """A form on its button: "Short, 1 minute"."""
    said_length = length(exercise.minutes_of(form))
    if len(exercise.forms) == 1:
        return said_length
    if form is Form.SHORT:
        return translate("Player", "Short, {length}").replace("{length}", said_length)
    return translate("Player", "Full, {length}").replace("{length}", said_length)


def place(playback: Playback) -> str:
    """Where one is: the time that is left, or the step."""
    if not playback.remaining:
        return _step(playback)
    minutes, seconds = divmod(round(playback.remaining), 60)
    return translate("Player", "{time} left").replace("{time}", f"{minutes}:{seconds:02d}")


def _step(playback: Playback) -> str:
    if any(cue.choices for cue in playback.script):  # nobody goes through all of them
        text = translate("Player", "Step {number}")
        return text.replace("{number}", str(len(playback.trail) + 1))
    number = min(playback.index + 1, len(playback.script))
    text = translate("Player", "Step {number} of {count}")
    return text.replace("{number}", str(number)).replace("{count}", str(len(playback.script)))
