"""What the player says of where one is."""

from __future__ import annotations

from copingkit.tools.exercises.cues import Act, Cue
from copingkit.tools.exercises.model import Exercise, Form
from copingkit.tools.exercises.playback import Playback
from copingkit.ui.language import translate


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


def coming(cue: Cue | None, now: Cue) -> str:
    """What comes after `now`; empty at a choice, whose ways are shown, and at the end."""
    if cue is None:
        return ""
    part = cue.part if cue.part != now.part else ""
    shown = part or word(cue.act) or cue.text
    short = shown if len(shown) <= 60 else f"{shown[:57].rstrip()} …"
    return translate("Player", "Next: {cue}").replace("{cue}", short)


def length(minutes: float) -> str:
    """A length as people say it."""
    if minutes < 1:
        return translate("Player", "half a minute")
    if minutes == 1:
        return translate("Player", "1 minute")
    shown = f"{minutes:.1f}".removesuffix(".0")
    return translate("Player", "{number} minutes").replace("{number}", shown)


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
        number = min(playback.index + 1, len(playback.script))
        text = translate("Player", "Step {number} of {count}")
        return text.replace("{number}", str(number)).replace("{count}", str(len(playback.script)))
    minutes, seconds = divmod(round(playback.remaining), 60)
    return translate("Player", "{time} left").replace("{time}", f"{minutes}:{seconds:02d}")
