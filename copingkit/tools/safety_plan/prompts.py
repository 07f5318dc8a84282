"""The words that ship with the safety plan: titles, questions, suggestions, a first exercise."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from copingkit.core import assets
from copingkit.core.errors import ContentDamaged
from copingkit.tools.safety_plan.forms import FieldSpec, fields, sorts
from copingkit.tools.safety_plan.model import Sort, Step


class EntryPrompts(NamedTuple):
    """Words for one sort of entry in one step.

    `name` is what tells the sort from others of the step ("place"), else empty; `labels` names
    every field by its `FieldSpec.name`.
    """

    name: str
    add: str
    labels: dict[str, str]
    suggestions: tuple[str, ...]

    def label(self, field: FieldSpec) -> str:
        """What stands beside the field."""
        return self.labels[field.name]


class StepPrompts(NamedTuple):
    """Words for one step; `crisis_title` is what it is called while going through the plan."""

    title: str
    crisis_title: str
    hint: str
    questions: tuple[str, ...]
    entries: dict[Sort, EntryPrompts]


class FirstExercise(NamedTuple):
    """An exercise for a plan that is still empty: one cue after the other."""

    title: str
    caution: str
    cues: tuple[str, ...]


class Prompts(NamedTuple):
    """All words of the safety plan in one language."""

    steps: dict[Step, StepPrompts]
    first_exercise: FirstExercise


def load(language: str = "en") -> Prompts:
    """The words in a language ("en"), read once.

    Raises ContentDamaged when they are missing or broken.
    """
    return _load(language)


@cache
def _load(language: str) -> Prompts:
    name = f"safety_plan/{language}.toml"
    content = assets.read_table(name)
    try:
        return Prompts(
            steps={step: _step(step, content) for step in Step},
            first_exercise=_first_exercise(content["first_exercise"]),
        )
    except (KeyError, TypeError) as error:
        raise ContentDamaged(name) from error


def _step(step: Step, content: dict[str, Any]) -> StepPrompts:
    table = content["steps"][step]
    return StepPrompts(
        title=_text(table["title"]),
        crisis_title=_text(table["crisis_title"]),
        hint=_text(table["hint"]),
        questions=_texts(table["questions"]),
        entries={sort: _entry(step, sort, table[sort], content["labels"]) for sort in sorts(step)},
    )


def _entry(step: Step, sort: Sort, table: dict[str, Any], labels: dict[str, Any]) -> EntryPrompts:
    own = {**labels, **table.get("labels", {}), "text": table["label"]}
    return EntryPrompts(
        name=_text(table.get("name", "")),
        add=_text(table["add"]),
        labels={field.name: _text(own[field.name]) for field in fields(step, sort)},
        suggestions=_texts(table["suggestions"]),
    )


def _first_exercise(table: dict[str, Any]) -> FirstExercise:
    return FirstExercise(_text(table["title"]), _text(table["caution"]), _texts(table["cues"]))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text was expected")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("a list of texts was expected")
    return tuple(_text(each) for each in value)
