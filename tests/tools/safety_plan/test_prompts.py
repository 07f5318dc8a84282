from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from copingkit.core import assets
from copingkit.core.errors import ContentDamaged
from copingkit.tools.safety_plan import prompts as prompts_module
from copingkit.tools.safety_plan.forms import fields, sorts
from copingkit.tools.safety_plan.model import Sort, Step
from copingkit.tools.safety_plan.prompts import Prompts, load

BANNED = re.compile(
    r"\b(commit\w*|successful\w*|failed|attention.seek\w*|threat\w*|must|should|victim|crazy|suicid\w*"
    r"|pills?|tablets?|medic\w*|weapons?|guns?|firearms?|kni(fe|ves)|razors?|ropes?|poison\w*|blades?"
    r"|bridges?|trains?|rails?|heights?|roofs?|alcohol\w*|score|risk|level|hopeless)\b",
    re.IGNORECASE,
)


def texts(prompts: Prompts) -> Iterator[str]:
    for step in prompts.steps.values():
        yield from (step.title, step.crisis_title, step.hint, *step.questions)
        for entry in step.entries.values():
            yield from (entry.name, entry.add, *entry.labels.values(), *entry.suggestions)
    exercise = prompts.first_exercise
    yield from (exercise.title, exercise.caution, *exercise.cues)


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the shipped words that a test may break."""
    folder = tmp_path / "safety_plan"
    folder.mkdir()
    path = folder / "en.toml"
    path.write_bytes(assets.read_bytes("safety_plan/en.toml"))
    monkeypatch.setattr(assets, "root", lambda: tmp_path)
    prompts_module._load.cache_clear()
    yield path
    prompts_module._load.cache_clear()


def test_every_step_has_its_words_and_every_field_its_label() -> None:
    prompts = load()
    for step in Step:
        words = prompts.steps[step]
        assert tuple(words.entries) == sorts(step)
        assert words.title
        assert words.crisis_title
        assert words.hint
        assert len(words.questions) >= 2
        for sort, entry in words.entries.items():
            assert entry.add
            for field in fields(step, sort):
                assert entry.label(field)
            assert bool(entry.name) == (len(sorts(step)) > 1)


def test_a_step_may_call_a_field_differently() -> None:
    steps = load().steps
    hours = next(f for f in fields(Step.DISTRACTIONS, Sort.PLACE) if f.name == "hours")
    assert steps[Step.DISTRACTIONS].entries[Sort.PLACE].label(hours) == "When it is open"
    assert steps[Step.DISTRACTIONS].entries[Sort.PERSON].label(hours) == "Best hours"


def test_people_are_never_suggested() -> None:
    for step in load().steps.values():
        if Sort.PERSON in step.entries:
            assert step.entries[Sort.PERSON].suggestions == ()


def test_no_text_names_a_means_or_speaks_of_the_person_as_a_case() -> None:
    for text in texts(load()):
        assert not BANNED.search(text), text


def test_texts_are_short_and_free_of_emoji() -> None:
    for text in texts(load()):
        assert len(text) <= 120
        assert not re.search("[\u2190-\U0010ffff]", text)
        for sentence in re.split(r"[.?!]\s", text):
            assert len(sentence.split()) <= 18, sentence


def test_the_words_are_read_once() -> None:
    assert load() is load("en")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('title = "Warning signs"', 'title = "Warning signs'),
        ('title = "Warning signs"', "title = 3"),
        ("[steps.contacts]", "[steps.contact]"),
        ('phone = "Phone number"', ""),
        ("suggestions = []", 'suggestions = "Sam"'),
        ('"Food stops tasting of anything"', "4"),
        ("[first_exercise]", "[exercise]"),
    ],
)
def test_broken_words_are_named_as_such(shipped: Path, old: str, new: str) -> None:
    load()
    prompts_module._load.cache_clear()
    content = shipped.read_text("utf-8")
    assert old in content
    shipped.write_text(content.replace(old, new, 1), "utf-8")
    with pytest.raises(ContentDamaged) as caught:
        load()
    assert caught.value.name == "safety_plan/en.toml"


def test_a_language_without_words_is_named(shipped: Path) -> None:
    with pytest.raises(ContentDamaged):
        load("xx")
