"""What a form knows of an exercise, and back: nothing that it does not show is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copingkit.tools.exercises.catalogue import shipped
from copingkit.tools.exercises.file_rules import findings
from copingkit.tools.exercises.model import (
    Choice,
    Exercise,
    Form,
    Group,
    Kind,
    Passage,
    Pattern,
    Prompt,
    Step,
)
from copingkit.tools.exercises.own_parts import (
    Said,
    new,
    piece,
    pieces,
    said_of,
    with_breath,
    with_pieces,
    with_timer,
)

FORMED = [each for each in shipped() if each.kind not in {Kind.BREATHING, Kind.TIMER}]
BREATHED = [each for each in shipped() if each.kind is Kind.BREATHING]


@pytest.mark.parametrize("exercise", FORMED, ids=lambda each: each.id)
def test_what_ships_goes_through_the_form_unharmed(exercise: Exercise) -> None:
    through = tuple(piece(exercise.kind, said_of(each), each, "new") for each in pieces(exercise))
    made = with_pieces(exercise, through)
    assert replace(made, minutes=exercise.minutes, short_minutes=exercise.short_minutes) == exercise
    assert bool(made.short_minutes) == bool(exercise.short_minutes)
    assert not list(findings(made))


@pytest.mark.parametrize("exercise", BREATHED, ids=lambda each: each.id)
def test_another_pattern_leaves_the_rest_as_it_was(exercise: Exercise) -> None:
    assert exercise.breathing is not None
    made = with_breath(exercise, exercise.breathing.pattern, exercise.minutes)
    assert made == exercise
    short = with_breath(exercise, Pattern(4, 5), 0.5)
    assert (short.minutes, short.short_minutes) == (0.5, 0.0)
    assert short.breathing == replace(exercise.breathing, pattern=Pattern(4, 5))


@pytest.mark.parametrize("kind", Kind)
def test_a_new_one_of_each_kind_can_be_made_playable(kind: Kind) -> None:
    empty = replace(new(kind), id="own", title="Mine", purpose="For me")
    assert not pieces(empty)
    if kind is Kind.TIMER:
        made = with_timer(empty, (" Sit. ", "Quiet", "End"), 1.0, 5.0)
    elif kind is Kind.BREATHING:
        made = with_breath(empty, Pattern(4, 7), 5.0)
    else:
        texts = {
            Kind.MUSCLES: ("Hands", "", "Let go"),
            Kind.GROUNDING: ("Look around", "Or listen"),
        }.get(kind, ("Look around",))
        made = with_pieces(empty, (piece(kind, Said(texts, 20.0), None, "one"),))
    assert not list(findings(made))
    assert made.minutes >= 0.5


def test_minutes_are_those_of_the_parts() -> None:
    guided = with_pieces(new(Kind.GUIDED), (Passage("One", 60.0), Passage("Two", 90.0)))
    assert (guided.minutes, guided.short_minutes) == (2.5, 0.0)
    grounding = with_pieces(new(Kind.GROUNDING), (Prompt("See", count=5), Prompt("Hear")))
    assert grounding.minutes == 1.0
    assert with_pieces(new(Kind.GUIDED), (Passage("One", 3.0),)).minutes == 0.5


def test_an_emptied_short_form_is_none_any_more() -> None:
    before = replace(new(Kind.GUIDED), short_minutes=1.0)
    parts = (Passage("One", 60.0, short_seconds=60.0), Passage("Two", 60.0))
    assert with_pieces(before, parts).short_minutes == 1.0
    assert with_pieces(before, parts[1:]).short_minutes == 0.0


def test_ways_to_a_step_that_is_gone_are_left_out() -> None:
    ways = (Choice("On", "two"), Choice("End", ""))
    steps = (Step("one", "First", choices=ways), Step("two", "Second"))
    whole = with_pieces(new(Kind.STEPS), steps)
    assert whole.steps == steps
    assert with_pieces(whole, steps[:1]).steps[0].choices == (Choice("End", ""),)


def test_parts_of_another_kind_are_made_anew() -> None:
    for kind, made in (
        (Kind.GUIDED, Passage),
        (Kind.GROUNDING, Prompt),
        (Kind.STEPS, Step),
        (Kind.MUSCLES, Group),
    ):
        other = Step("x", "X") if kind is not Kind.STEPS else Prompt("X")
        texts = ("A", "B", "C")
        assert isinstance(piece(kind, Said(texts, 2.0), other, "new"), made)


@given(st.lists(st.tuples(st.text(max_size=30), st.integers(1, 600)), max_size=8))
def test_any_passages_keep_their_order_and_words(parts: list[tuple[str, int]]) -> None:
    made = with_pieces(
        new(Kind.GUIDED),
        tuple(piece(Kind.GUIDED, Said((say,), seconds), None, "") for say, seconds in parts),
    )
    assert [each.say for each in made.guided] == [say.strip() for say, _ in parts]
    assert made.minutes_of(Form.FULL) >= 0.5


def test_an_empty_part_is_known() -> None:
    assert Said((" ", "\n")).is_empty
    assert not Said(("", "x")).is_empty
