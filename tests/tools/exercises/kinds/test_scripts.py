"""Each kind turns an exercise into cues whose seconds add up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copingkit.tools.exercises.cues import Act, Script, total_seconds
from copingkit.tools.exercises.kinds.breathing import phases
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
    Passage,
    Pattern,
    Prompt,
    Step,
    Timer,
)

PLAIN = Exercise("x", "X", Kind.BREATHING, Family.BREATHING, "For a test", 5, short_minutes=1)
SLOW = Breathing(Pattern(4, 6), "Sit.", ("Shoulders down.", "Slowly."), "Look around.")


def breathing(pattern: Pattern, minutes: float, **more: object) -> Script:
    part = replace(SLOW, pattern=pattern, **more)  # type: ignore[arg-type]  # fields of a test
    return script(replace(PLAIN, minutes=minutes, breathing=part), Form.FULL)


def acts(cues: Script) -> list[Act]:
    return [cue.act for cue in cues]


def test_a_breath_has_the_phases_of_its_pattern_and_no_others() -> None:
    cues = breathing(Pattern(2, 6, hold=0, rest=1, top_up=1), 1)
    first = [cue for cue in cues if cue.breath == 1]
    assert acts(tuple(first)) == [Act.BREATHE_IN, Act.TOP_UP, Act.BREATHE_OUT, Act.REST]
    assert [cue.seconds for cue in first] == [2, 1, 6, 1]
    assert all(cue.text == "" for cue in first)
    assert [act for act, _seconds in phases(Pattern(4, 4, hold=4))] == [
        Act.BREATHE_IN,
        Act.TOP_UP,
        Act.HOLD,
        Act.BREATHE_OUT,
        Act.REST,
    ]


def test_hints_stay_for_four_breaths_and_come_in_turn() -> None:
    hints = [cue.hint for cue in breathing(Pattern(4, 6), 5) if cue.act is Act.BREATHE_IN]
    assert hints[:9] == ["Shoulders down."] * 4 + ["Slowly."] * 4 + ["Shoulders down."]
    assert {cue.hint for cue in breathing(Pattern(4, 6), 5, hints=())} == {""}


def test_words_are_said_only_where_there_are_some() -> None:
    assert acts(breathing(Pattern(4, 6), 5))[0] is Act.SAY
    assert Act.SAY not in acts(breathing(Pattern(4, 6), 5, begin="", finish=""))


phase = st.floats(0.5, 10).map(lambda seconds: round(seconds, 1))


@given(
    pattern=st.builds(Pattern, phase, phase, st.just(0) | phase, st.just(0) | phase),
    minutes=st.floats(1, 30),
)
def test_breaths_come_as_near_to_the_minutes_as_whole_breaths_can(
    pattern: Pattern, minutes: float
) -> None:
    cues = breathing(pattern, minutes)
    breaths = max(cue.breath for cue in cues)
    off = abs(total_seconds(cues) - minutes * 60)
    assert off <= pattern.seconds / 2 + 1e-6 or breaths == 3


@given(most=st.integers(1, 8))
def test_never_more_breaths_than_the_exercise_allows(most: int) -> None:
    cues = breathing(Pattern(4, 8, hold=7), 10, most_breaths=most)
    assert max(cue.breath for cue in cues) == most


ARM = Group("Right arm", "Make a fist.", "Let it open.", short=True)
FACE = Group("Face", "", "Let it go soft.")


def test_muscles_are_tensed_and_let_go_or_only_let_go() -> None:
    part = Muscles((ARM, FACE), 6, 30, "Sit.", "Stretch.")
    exercise = replace(PLAIN, kind=Kind.MUSCLES, muscles=part)
    full = script(exercise, Form.FULL)
    assert acts(full) == [Act.SAY, Act.TENSE, Act.RELEASE, Act.RELEASE, Act.SAY]
    assert [cue.seconds for cue in full] == [15, 6, 30, 30, 15]
    assert [cue.part for cue in full] == ["", "Right arm", "Right arm", "Face", ""]
    short = script(exercise, Form.SHORT)
    assert [cue.seconds for cue in short] == [15, 5, 15, 15]
    bare = replace(exercise, muscles=replace(part, begin="", finish="", tense_seconds=4))
    assert [cue.seconds for cue in script(bare, Form.SHORT)] == [4, 15]


def test_in_the_full_form_a_group_may_come_several_times() -> None:
    part = Muscles((ARM, FACE), 6, 30, rounds=2)
    exercise = replace(PLAIN, kind=Kind.MUSCLES, muscles=part)
    full = script(exercise, Form.FULL)
    assert [cue.part for cue in full] == ["Right arm"] * 4 + ["Face"] * 2
    assert acts(full) == [Act.TENSE, Act.RELEASE] * 2 + [Act.RELEASE] * 2
    assert full[4] is not full[5], "each is a cue of its own, to be shown and heard"
    assert [cue.part for cue in script(exercise, Form.SHORT)] == ["Right arm"] * 2


def test_grounding_waits_for_answers_and_is_shorter_in_the_short_form() -> None:
    see = Prompt("Five things you see", "Any five.", 5, "Sounds will do.", short=True)
    feet = Prompt("Feel your feet")
    exercise = replace(PLAIN, kind=Kind.GROUNDING, grounding=(see, feet))
    first, second = script(exercise, Form.FULL)
    assert (first.act, first.count, first.instead) == (Act.ASK, 5, "Sounds will do.")
    assert first.seconds is None
    assert second.act is Act.SAY
    assert script(exercise, Form.SHORT) == (first,)


def test_guided_passages_stand_for_the_seconds_of_their_form() -> None:
    both = Passage("Listen.", 30, 10, hint="Any sound.", bell=True)
    exercise = replace(PLAIN, kind=Kind.GUIDED, guided=(both, Passage("Wait.", 20)))
    full, short = script(exercise, Form.FULL), script(exercise, Form.SHORT)
    assert [cue.seconds for cue in full] == [30, 20]
    assert [(cue.text, cue.seconds, cue.hint, cue.bell) for cue in short] == [
        ("Listen.", 10, "Any sound.", True)
    ]


def test_steps_wait_ask_or_let_choose() -> None:
    ways = (Choice("Yes", "b"), Choice("No", ""))
    steps = (
        Step("a", "Stop.", choices=ways),
        Step("b", "What is the problem?", asks=True),
        Step("c", "Go on."),
    )
    cues = script(replace(PLAIN, kind=Kind.STEPS, steps=steps), Form.FULL)
    assert acts(cues) == [Act.CHOOSE, Act.ASK, Act.SAY]
    assert [cue.name for cue in cues] == ["a", "b", "c"]
    assert cues[0].choices == ways
    assert all(cue.seconds is None for cue in cues)


@given(minutes=st.floats(1, 60), bell=st.just(0.0) | st.floats(0.5, 20))
def test_a_timer_lasts_its_minutes(minutes: float, bell: float) -> None:
    part = Timer("Sit.", "Be here.", "Look around.", bell)
    cues = script(replace(PLAIN, kind=Kind.TIMER, minutes=minutes, timer=part), Form.FULL)
    assert total_seconds(cues) == pytest.approx(minutes * 60)
    assert [cue.bell for cue in cues] == [False] + [True] * (len(cues) - 1)
    silence = [cue.seconds or 0.0 for cue in cues[1:-1]]
    assert all(seconds <= (bell * 60 or minutes * 60) for seconds in silence)


@pytest.mark.parametrize("kind", list(Kind))
def test_an_exercise_without_the_part_of_its_kind_is_refused(kind: Kind) -> None:
    with pytest.raises(ValueError, match="no part of its kind"):
        script(replace(PLAIN, kind=kind), Form.FULL)


def test_the_forms_of_an_exercise() -> None:
    assert PLAIN.forms == (Form.FULL, Form.SHORT)
    assert PLAIN.minutes_of(Form.SHORT) == 1
    assert replace(PLAIN, short_minutes=0).forms == (Form.FULL,)
