"""Made-up exercises of every kind, for property tests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from copingkit.tools.exercises.cues import total_seconds
from copingkit.tools.exercises.kinds.scripts import script
from copingkit.tools.exercises.model import (
    Breathing,
    Choice,
    Exercise,
    Family,
    Form,
    Group,
    Kind,
    Muscles,
    Need,
    Passage,
    Pattern,
    Prompt,
    Source,
    Step,
    Timer,
)

words = st.text(
    st.characters(exclude_categories=("C", "Zl", "Zp"), include_characters="\n"), max_size=30
)
titles = st.text("abc \"'\\é–", min_size=1).filter(str.strip)
halves = st.floats(0, 20).map(lambda value: round(value, 2))
groups = st.builds(Group, words, words, words, st.booleans())
passages = st.builds(Passage, words, st.floats(1, 60), halves, words, st.booleans())
prompts = st.builds(Prompt, words, words, st.integers(0, 9), words, st.booleans())
sources = st.none() | st.builds(Source, words, st.integers(0, 2030), words, words)
PARTS: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.BREATHING: st.builds(
        Breathing,
        st.builds(Pattern, st.floats(2.5, 6), st.floats(2.5, 6), st.just(0.0) | st.just(2.0)),
        words,
        st.lists(words, max_size=3).map(tuple),
        words,
        st.integers(0, 9),
    ),
    Kind.MUSCLES: st.builds(Muscles, st.lists(groups, min_size=1, max_size=3).map(tuple)),
    Kind.GROUNDING: st.lists(prompts, min_size=1, max_size=3).map(tuple),
    Kind.GUIDED: st.lists(passages, min_size=1, max_size=3).map(tuple),
    Kind.STEPS: st.just((Step("a", "x", choices=(Choice('"b"', "b"),)), Step("b", "", asks=True))),
    Kind.TIMER: st.builds(Timer, words, words, words, halves),
}


@st.composite
def exercises(draw: st.DrawFn) -> Exercise:
    kind = draw(st.sampled_from(list(Kind)))
    plain = Exercise(
        "own-1", draw(titles), kind, draw(st.sampled_from(list(Family))), "For a test", 5
    )
    part: dict[str, Any] = {kind.value: draw(PARTS[kind])}
    made = replace(
        plain,
        not_for=draw(words),
        needs=tuple(draw(st.sets(st.sampled_from(list(Need))))),
        postures=tuple(draw(st.lists(words, max_size=2))),
        breath_focus=draw(st.booleans()),
        source=draw(sources),
        **part,
    )
    if kind in {Kind.MUSCLES, Kind.GUIDED}:  # what they take is written in their parts
        takes = total_seconds(script(made, Form.FULL))
        made = replace(made, minutes=max(1, round(takes / 30)) / 2)
    return made
