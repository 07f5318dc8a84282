"""Every exercise that ships: it can be played, its times add up, its words plain and careful."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from copingkit.core import assets
from copingkit.core.errors import ContentDamaged
from copingkit.tools.exercises import catalogue, file_format
from copingkit.tools.exercises.cues import total_seconds
from copingkit.tools.exercises.kinds.scripts import script
from copingkit.tools.exercises.model import Exercise, Family, HealthQuestion, Kind, Need
from tests.support.reading import grade

FOLDER = assets.root() / "exercises" / "en"
FILES = sorted(FOLDER.glob("*.toml"))
TIMED = {Kind.BREATHING, Kind.MUSCLES, Kind.GUIDED, Kind.TIMER}
UNWANTED = re.compile(
    r"\b(guarantee|will calm|will help|well done|streak|cure|must|should)\b", re.IGNORECASE
)
RELAXING = {"autogenic-themes", "body-scan", "release-only"}


def texts(value: object) -> Iterator[str]:
    """Every text that a person reads or hears."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in {"id", "to", "source"}:
                yield from texts(getattr(value, field.name))


def read(path: Path) -> Exercise:
    return file_format.read(path.read_text("utf-8"), path.name)


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def exercise(request: pytest.FixtureRequest) -> Exercise:
    return read(request.param)


def of(*kinds: Kind) -> list[Exercise]:
    return [found for found in map(read, FILES) if found.kind in kinds]


def test_there_are_enough_for_every_family_need_and_kind() -> None:
    shipped = catalogue.shipped()
    assert len(shipped) >= 24
    assert [each.id for each in shipped] == [path.stem for path in FILES]
    assert {each.family for each in shipped} == set(Family)
    assert {each.kind for each in shipped} == set(Kind)
    needs = Counter(need for each in shipped for need in each.needs)
    assert all(needs[need] >= 3 for need in Need)
    assert any(not each.breath_focus and Need.PANIC in each.needs for each in shipped)


def test_what_everyone_is_told(exercise: Exercise) -> None:
    for name in ("purpose", "not_for", "stop_if", "eyes_open", "without_breath", "postures"):
        assert getattr(exercise, name), name
    assert exercise.needs
    assert exercise.source is not None
    assert exercise.source.author
    assert exercise.source.year >= 1900
    assert exercise.stop_if.startswith("Stop")


@pytest.mark.parametrize("exercise", of(*TIMED), ids=lambda found: found.id)
def test_the_times_add_up(exercise: Exercise) -> None:
    for form in exercise.forms:
        wanted = exercise.minutes_of(form) * 60
        off = abs(total_seconds(script(exercise, form)) - wanted)
        breath = exercise.breathing.pattern.seconds / 2 if exercise.breathing else 0.0
        # a limit of breaths may end it earlier than a round number of minutes
        most = 10.0 if not exercise.breathing or exercise.breathing.most_breaths else breath
        assert off <= most, (form, off)


def test_lengths_are_in_halves(exercise: Exercise) -> None:
    """What the cues add up to is told in half minutes."""
    for form in exercise.forms:
        assert (exercise.minutes_of(form) * 2).is_integer(), form


@pytest.mark.parametrize(
    ("name", "groups", "least", "most"),
    [("sixteen", 16, 20, 30), ("seven", 7, 10, 15), ("four", 4, 5, 8)],
)
def test_muscles_take_the_time_that_is_taught(
    name: str, groups: int, least: int, most: int
) -> None:
    found = read(FOLDER / f"muscles-{name}-groups.toml")
    assert found.muscles is not None
    assert len(found.muscles.groups) == groups
    assert least <= found.minutes <= most
    assert 5 <= found.muscles.tense_seconds <= 7
    assert 30 <= found.muscles.release_seconds <= 40
    assert found.muscles.rounds == 2
    assert all(group.short for group in found.muscles.groups)


def test_silence_is_not_long_where_someone_leads(exercise: Exercise) -> None:
    for form in exercise.forms:
        if exercise.kind is Kind.GUIDED:
            assert max(cue.seconds or 0 for cue in script(exercise, form)) <= 45


def test_it_is_easy_to_read(exercise: Exercise) -> None:
    assert grade(". ".join(texts(exercise))) <= 8


def test_eyes_may_always_stay_open(exercise: Exercise) -> None:
    for text in texts(exercise):
        if re.search(r"close your eyes", text, re.IGNORECASE):
            assert "or rest them on a spot" in text


def test_nothing_is_promised_praised_or_counted(exercise: Exercise) -> None:
    for text in texts(exercise):
        found = UNWANTED.search(text)
        assert found is None, (found, text)


@pytest.mark.parametrize("exercise", of(Kind.BREATHING), ids=lambda found: found.id)
def test_breathing_has_its_cautions(exercise: Exercise) -> None:
    assert exercise.breathing is not None
    assert exercise.breath_focus
    for word in ("dizzy", "chest", "panic"):
        assert word in exercise.stop_if
    assert "drive" in exercise.not_for
    pattern = exercise.breathing.pattern
    if pattern.hold or pattern.rest:
        for word in ("pregnant", "heart", "epilepsy", "blood pressure"):
            assert word in exercise.not_for
        assert exercise.gentler
    assert pattern.breathe_in >= 2, "no fast breathing"


def test_relaxing_says_that_it_makes_some_people_uneasy(exercise: Exercise) -> None:
    if exercise.kind is Kind.MUSCLES or exercise.id in RELAXING:
        assert "more uneasy when they relax" in exercise.not_for


def test_what_makes_drowsy_or_closes_the_eyes_is_not_for_the_road(exercise: Exercise) -> None:
    closes = any("close your eyes" in text.lower() for text in texts(exercise))
    if exercise.kind is Kind.MUSCLES or exercise.id in RELAXING or closes:
        assert "while you drive" in exercise.not_for


def test_no_step_tells_to_follow_a_feeling_that_wants_harm() -> None:
    steps = {step.id: step for step in read(FOLDER / "opposite-action.toml").steps}
    assert "harm" in {way.to for way in steps["fits"].choices}
    assert "Help me now" in steps["harm"].text
    assert "harms nobody" in steps["follow"].text


def test_whom_urges_and_worries_are_not_for() -> None:
    for name in (
        "urge-surfing",
        "worry-time",
        "problem-solving",
        "leaves-on-a-stream",
        "opposite-action",
        "stop",
    ):
        assert "thoughts of suicide" in read(FOLDER / f"{name}.toml").not_for, name


def test_cold_water_asks_first_and_has_a_gentler_way() -> None:
    cold = [path.stem for path in FILES if read(path).asks_first is HealthQuestion.COLD]
    assert cold == ["cold-water"]
    asked = read(FOLDER / "cold-water.toml")
    assert asked.gentler
    for word in ("heart", "pulse", "beta blockers", "cold", "eating disorder", "pregnancy", "lung"):
        assert word in asked.not_for


def test_4_7_8_is_four_breaths_at_most() -> None:
    cues = script(read(FOLDER / "four-seven-eight.toml"), read(FOLDER / "stop.toml").forms[0])
    assert max(cue.breath for cue in cues) == 4


def test_every_exercise_has_its_line_in_the_sources() -> None:
    sources = (assets.root() / "SOURCES.md").read_text("utf-8")
    for path in FILES:
        exercise = read(path)
        (row,) = (line for line in sources.splitlines() if line.startswith(f"| {path.stem} |"))
        assert exercise.source is not None
        assert exercise.source.author in row
        assert str(exercise.source.year) in row
        assert exercise.source.awaiting in row


@pytest.fixture
def other_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "exercises" / "en"
    folder.mkdir(parents=True)
    monkeypatch.setattr(assets, "root", lambda: tmp_path)
    catalogue.shipped.cache_clear()
    yield folder
    catalogue.shipped.cache_clear()


def test_a_broken_file_is_damage_of_the_program(other_content: Path) -> None:
    (other_content / "x.toml").write_text("format = 1\n", encoding="utf-8")
    with pytest.raises(ContentDamaged) as caught:
        catalogue.shipped()
    assert caught.value.name == "exercises/en/x.toml"


def test_no_exercises_at_all_are_damage_too(other_content: Path) -> None:
    with pytest.raises(ContentDamaged):
        catalogue.shipped()
