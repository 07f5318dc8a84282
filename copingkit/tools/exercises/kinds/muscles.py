"""Muscles: each group is tensed and let go, or only let go, one after the other."""

from __future__ import annotations

from copingkit.tools.exercises.cues import Act, Cue, Script
from copingkit.tools.exercises.model import Form, Group, Muscles

WORDS_S = 15.0  # what is said first and last stands so long
SHORT_TENSE_S, SHORT_RELEASE_S = 5.0, 15.0


def script(muscles: Muscles, form: Form) -> Script:
    """All groups, or in the short form those that belong to it, once and with less time."""
    short = form is Form.SHORT
    tense = min(SHORT_TENSE_S, muscles.tense_seconds) if short else muscles.tense_seconds
    release = min(SHORT_RELEASE_S, muscles.release_seconds) if short else muscles.release_seconds
    groups = [group for group in muscles.groups if group.short or not short]
    rounds = 1 if short else muscles.rounds
    cues = [cue for group in groups for _ in range(rounds) for cue in _group(group, tense, release)]
    return (*_said(muscles.begin), *cues, *_said(muscles.finish))


def _group(group: Group, tense: float, release: float) -> Script:
    let_go = Cue(Act.RELEASE, group.release, release, part=group.name)
    if not group.tense:
        return (let_go,)
    return (Cue(Act.TENSE, group.tense, tense, part=group.name), let_go)


def _said(text: str) -> Script:
    return (Cue(Act.SAY, text, WORDS_S),) if text else ()
