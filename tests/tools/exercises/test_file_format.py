"""Files of exercises: what is right is read, what is wrong is told, all at once and in its line."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # ships no types
import pytest
from hypothesis import given

from copingkit.core.errors import FileRefused
from copingkit.core.faults import Fault, FaultReason
from copingkit.tools.exercises import file_format
from copingkit.tools.exercises.file_writer import write
from copingkit.tools.exercises.model import Breathing, Exercise, Need, Pattern
from tests.support.exercises import exercises

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads((ROOT / "resources/schema/exercise.schema.json").read_text("utf-8"))
GOOD = """format = 1
id = "slow"
title = "Slow"
kind = "breathing"
family = "breathing"
purpose = "To slow down."
minutes = 5
needs = ["panic"]

[breathing]
begin = "Sit."

[breathing.pattern]
breathe_in = 4
breathe_out = 6
"""


def faults(text: str) -> tuple[Fault, ...]:
    with pytest.raises(FileRefused) as caught:
        file_format.read(text, "slow.toml")
    assert caught.value.name == "slow.toml"
    return caught.value.faults


def fits_schema(text: str) -> bool:
    return bool(jsonschema.Draft202012Validator(SCHEMA).is_valid(tomllib.loads(text)))


def test_a_good_file_is_read() -> None:
    exercise = file_format.read(GOOD, "slow.toml")
    assert exercise.breathing == Breathing(Pattern(4, 6), "Sit.")
    assert exercise.needs == (Need.PANIC,)
    assert fits_schema(GOOD)


def test_the_example_in_the_readme_is_one() -> None:
    readme = (ROOT / "resources/exercises/README.md").read_text("utf-8")
    example = readme.partition("```toml\n")[2].partition("```")[0]
    assert file_format.read(example, "README.md").id == "hand-on-the-table"
    assert fits_schema(example)


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_lines() -> None:
    broken = GOOD.replace('"breathing"', '"breathng"', 1).replace("purpose", "purpos")
    broken = broken.replace("breathe_out = 6", 'breathe_out = "six"')
    assert faults(broken) == (
        Fault(1, "purpose", FaultReason.MISSING),
        Fault(4, "kind", FaultReason.UNKNOWN_WORD, "breathing"),
        Fault(6, "", FaultReason.UNKNOWN_KEY, "purpose"),
        Fault(15, "breathing.pattern.breathe_out", FaultReason.WRONG_TYPE),
    )


SHAPES = [
    ("minutes = 5", "minutes = true", 7, "minutes", FaultReason.WRONG_TYPE, ""),
    ("minutes = 5", "minutes = []", 7, "minutes", FaultReason.WRONG_TYPE, ""),
    ("minutes = 5", "minutes = 5\nbreath_focus = 1", 8, "breath_focus", FaultReason.WRONG_TYPE, ""),
    ('["panic"]', '"panic"', 8, "needs", FaultReason.WRONG_TYPE, ""),
    ('["panic"]', "[1]", 8, "needs[1]", FaultReason.UNKNOWN_WORD, "panic, sleep, unreal, tense"),
    ('"slow"', "3", 2, "id", FaultReason.WRONG_TYPE, ""),
    ("minutes = 5", "minutes = 5\nsource = 3", 8, "source", FaultReason.WRONG_TYPE, ""),
    ("[breathing]", "[breathing]\nfoo = 1", 11, "breathing", FaultReason.UNKNOWN_KEY, ""),
]


@pytest.mark.parametrize(("old", "new", "line", "place", "reason", "suggestion"), SHAPES)
def test_a_wrong_shape_is_told_by_its_place(
    old: str, new: str, line: int, place: str, reason: FaultReason, suggestion: str
) -> None:
    broken = GOOD.replace(old, new, 1)
    (fault,) = faults(broken)
    assert (fault.line, fault.place, fault.reason) == (line, place, reason)
    assert fault.suggestion.startswith(suggestion)
    assert not fits_schema(broken)


RULES = [
    ('id = "slow"', 'id = "Slow one"', "id", FaultReason.STRANGE_CHARACTERS),
    ('id = "slow"', f'id = "{"a" * 65}"', "id", FaultReason.STRANGE_CHARACTERS),
    ('title = "Slow"', 'title = " "', "title", FaultReason.EMPTY),
    ('title = "Slow"', f'title = "{"a" * 121}"', "title", FaultReason.TOO_LONG),
    ('title = "Slow"', 'title = "a\\u0007"', "title", FaultReason.STRANGE_CHARACTERS),
    ('"To slow down."', f'"{"a" * 2001}"', "purpose", FaultReason.TOO_LONG),
    ("minutes = 5", "minutes = 0.2", "minutes", FaultReason.OUT_OF_RANGE),
    ("minutes = 5", "minutes = 5\nshort_minutes = 6", "short_minutes", FaultReason.OUT_OF_RANGE),
    ('["panic"]', "[" + '"panic",' * 201 + "]", "needs", FaultReason.TOO_LONG),
    (
        "breathe_in = 4",
        "breathe_in = 0.1",
        "breathing.pattern.breathe_in",
        FaultReason.OUT_OF_RANGE,
    ),
    ("breathe_in = 4", "breathe_in = 4\nhold = 21", "breathing.pattern.hold", None),
    ("breathe_in = 4", "breathe_in = 12", "breathing.pattern", FaultReason.TOO_FAST_OR_SLOW),
    ("breathe_out = 6", "breathe_out = 0.6", "breathing.pattern", FaultReason.TOO_FAST_OR_SLOW),
    (
        "breathe_in = 4",
        "breathe_in = nan",
        "breathing.pattern.breathe_in",
        FaultReason.OUT_OF_RANGE,
    ),
    ("breathe_in = 4", "breathe_in = -1", "breathing.pattern.breathe_in", FaultReason.OUT_OF_RANGE),
    ('kind = "breathing"', 'kind = "timer"', "breathing", FaultReason.OTHER_PART),
    ('kind = "breathing"', 'kind = "timer"', "timer", FaultReason.NO_PART),
]


@pytest.mark.parametrize(("old", "new", "place", "reason"), RULES)
def test_what_could_not_be_played_is_told(
    old: str, new: str, place: str, reason: FaultReason | None
) -> None:
    found = {(fault.place, fault.reason) for fault in faults(GOOD.replace(old, new, 1))}
    assert (place, reason or FaultReason.OUT_OF_RANGE) in found


def test_groups_come_once_to_five_times() -> None:
    muscles = GOOD.partition("[breathing]")[0].replace('"breathing"', '"muscles"')
    muscles = muscles.replace("minutes = 5", "minutes = 0.5")
    muscles += """[muscles]
rounds = 1

[[muscles.groups]]
name = "Hands"
tense = "Make fists."
release = "Open them."
"""
    read = file_format.read(muscles, "x").muscles
    assert read is not None
    assert read.rounds == 1
    for number in (0, 6):
        (fault,) = faults(muscles.replace("rounds = 1", f"rounds = {number}"))
        assert (fault.place, fault.reason) == ("muscles.rounds", FaultReason.OUT_OF_RANGE)
        assert (fault.line, fault.suggestion) == (11, "1-5")


def test_everything_that_ships_fits_the_published_schema() -> None:
    files = sorted((ROOT / "resources/exercises").glob("*/*.toml"))
    assert len(files) >= 24
    assert [path.name for path in files if not fits_schema(path.read_text("utf-8"))] == []


def test_a_pattern_with_holds_may_be_a_little_slower() -> None:
    box = GOOD.replace("breathe_out = 6", "breathe_out = 4\nhold = 4\nrest = 4")
    assert file_format.read(box, "x").breathing is not None
    without = GOOD.replace("breathe_out = 6", "breathe_out = 12")
    assert faults(without)[0].suggestion == "4-12"
    assert faults(box.replace("rest = 4", "rest = 6"))[0].suggestion == "3.5-12"


def test_a_pattern_with_a_limit_of_breaths_may_be_slower() -> None:
    slow = GOOD.replace("breathe_in = 4", "breathe_in = 4\nhold = 7").replace("= 6", "= 8")
    assert faults(slow)[0].reason is FaultReason.TOO_FAST_OR_SLOW
    limited = slow.replace('begin = "Sit."', "most_breaths = 4")
    assert file_format.read(limited, "x").breathing is not None


STEPS = """format = 1
id = "stop"
title = "Stop"
kind = "steps"
family = "coping"
purpose = "To stop."
minutes = 2
[[steps]]
id = "a"
text = "Stop."
choices = [{ text = "On", to = "b" }, { text = "Enough", to = "" }]
[[steps]]
id = "b"
text = "Go on."
"""


def test_steps_lead_to_steps_and_have_names_of_their_own() -> None:
    assert len(file_format.read(STEPS, "stop.toml").steps) == 2
    assert faults(STEPS.replace('to = "b"', 'to = "c"')) == (
        Fault(11, "steps[1].choices", FaultReason.NO_SUCH_STEP),
    )
    twice = faults(STEPS.replace('id = "b"', 'id = "a"'))
    assert [(fault.line, fault.reason) for fault in twice][:2] == [
        (9, FaultReason.TWICE),
        (11, FaultReason.NO_SUCH_STEP),
    ]
    assert faults(STEPS.replace('id = "b"', 'id = ""'))[-1].reason is FaultReason.EMPTY


GUIDED = STEPS.partition("[[steps]]")[0].replace('"steps"', '"guided"') + (
    '[[guided]]\nsay = "Listen."\nseconds = 120\n'
)


def test_the_length_that_is_told_is_what_the_parts_take() -> None:
    wrong = GUIDED.replace("minutes = 2", "minutes = 9")
    assert faults(wrong) == (Fault(7, "minutes", FaultReason.DOES_NOT_ADD_UP, "2"),)
    short = GUIDED.replace("minutes = 2", "minutes = 2\nshort_minutes = 1.5")
    short = short.replace("seconds = 120", "seconds = 120\nshort_seconds = 40")
    assert faults(short) == (Fault(8, "short_minutes", FaultReason.DOES_NOT_ADD_UP, "0.5"),)
    near = GUIDED.replace("seconds = 120", "seconds = 105")
    assert file_format.read(near, "x").minutes == 2


def test_a_length_beyond_all_bounds_is_told_its_own() -> None:
    for huge in ("99999999999999999999999", "inf", "nan"):
        wrong = GUIDED.replace("minutes = 2", f"minutes = {huge}")
        assert faults(wrong)[0] == Fault(7, "minutes", FaultReason.OUT_OF_RANGE, "0.5-60")


def test_each_form_has_something_in_it() -> None:
    assert file_format.read(GUIDED, "x").guided
    none = GUIDED.replace("minutes = 2", "minutes = 2\nshort_minutes = 1")
    assert faults(none) == (Fault(8, "short_minutes", FaultReason.EMPTY, "short"),)
    silent = GUIDED.replace("seconds = 120", "seconds = 0")
    assert faults(silent)[0] == Fault(8, "guided", FaultReason.EMPTY)


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("format = 1\nid = slow\n", FaultReason.SYNTAX, 2),
        ("format = 1\nid = '''slow\n", FaultReason.SYNTAX, 2),
        ("a = " + "[" * 3000, FaultReason.SYNTAX, 1),
        ("#" * (file_format.LARGEST + 1), FaultReason.TOO_LONG, 1),
        ("", FaultReason.EMPTY, 1),
        (" \n\n", FaultReason.EMPTY, 1),
        ("title = 'a'", FaultReason.MISSING, 1),
        ("\nformat = 2\n", FaultReason.NEWER_FORMAT, 2),
        ("format = true\n", FaultReason.WRONG_TYPE, 1),
        ("format = 'one'\n", FaultReason.WRONG_TYPE, 1),
    ],
)
def test_what_is_no_exercise_at_all(text: str, reason: FaultReason, line: int) -> None:
    (fault,) = faults(text)
    assert (fault.reason, fault.line) == (reason, line)


def test_nothing_of_what_was_written_is_in_the_error() -> None:
    secret = "marmalade"
    for text in (
        GOOD.replace('"To slow down."', f"{secret}"),
        GOOD.replace("purpose", secret),
        GOOD.replace('"panic"', f'"{secret}"'),
    ):
        with pytest.raises(FileRefused) as caught:
            file_format.read(text, "slow.toml")
        assert secret not in repr(caught.value)
        assert secret not in str(caught.value.__cause__ or caught.value.__context__ or "")


@given(exercises())
def test_what_is_written_is_read_as_the_same(exercise: Exercise) -> None:
    text = write(exercise)
    assert file_format.read(text, "own.toml") == exercise
    assert fits_schema(text)


def test_the_published_schema_is_made_from_the_model() -> None:
    made = subprocess.run(
        [sys.executable, "-c", "import exercise_schema; print(exercise_schema.text(), end='')"],
        cwd=ROOT / "packaging",
        capture_output=True,
        text=True,
        check=True,
    )
    assert made.stdout == (ROOT / "resources/schema/exercise.schema.json").read_text("utf-8")
