"""What is different between two plans, said in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from copingkit.tools.safety_plan.comparison import Rewording, StepChanges
from copingkit.tools.safety_plan.forms import FieldSpec, fields
from copingkit.tools.safety_plan.model import Item
from copingkit.tools.safety_plan.prompts import Prompts
from copingkit.tools.safety_plan.view.summaries import summary
from copingkit.ui.language import QT_TRANSLATE_NOOP, short_date, translate

_WAS_NOW = QT_TRANSLATE_NOOP("SafetyPlan", "{field}: was “{before}”, is “{after}”")


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """One change: what kind it is ("Added"), and the rows that tell it."""

    kind: str
    rows: tuple[str, ...]


def said(changes: StepChanges, prompts: Prompts) -> list[ChangeWords]:
    """The changes of one step: added, removed, reworded, moved."""
    added, removed = translate("SafetyPlan", "Added"), translate("SafetyPlan", "Removed")
    reworded, moved = translate("SafetyPlan", "Reworded"), translate("SafetyPlan", "Moved")
    return [
        *(ChangeWords(added, (summary(item),)) for item in changes.added),
        *(ChangeWords(removed, (summary(item),)) for item in changes.removed),
        *(ChangeWords(reworded, _rows(changes, each, prompts)) for each in changes.reworded),
        *(ChangeWords(moved, (summary(item),)) for item in changes.moved),
    ]


def _rows(changes: StepChanges, change: Rewording, prompts: Prompts) -> tuple[str, ...]:
    before, after = change.before, change.after
    entry = prompts.steps[changes.step].entries[after.sort]
    different = [
        field
        for field in fields(changes.step, after.sort)
        if getattr(before, field.name) != getattr(after, field.name)
    ]
    name = () if before.text != after.text else (after.text,)
    return (*name, *(_was_now(entry.label(field), field, before, after) for field in different))


def _was_now(label: str, field: FieldSpec, before: Item, after: Item) -> str:
    text = translate("SafetyPlan", _WAS_NOW)
    was, now = (_value(getattr(item, field.name)) for item in (before, after))
    return text.replace("{field}", label).replace("{before}", was).replace("{after}", now)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return translate("SafetyPlan", "yes") if value else translate("SafetyPlan", "no")
    if isinstance(value, date):
        return short_date(value)
    if value is None or value == "":
        return translate("SafetyPlan", "nothing")
    return str(value)
