"""How an entry reads in one row: its text with what is most needed of it, and short marks."""

from __future__ import annotations

from copingkit.tools.safety_plan.forms import all_text
from copingkit.tools.safety_plan.model import Item, Sort
from copingkit.tools.safety_plan.prompts import EntryPrompts
from copingkit.ui.language import short_date, translate


def summary(item: Item) -> str:
    """The row's text ("Jonas, 0170 555 0142, most evenings")."""
    parts = [item.text, item.phone, item.hours]
    if item.sort is Sort.ACTION:
        if item.helper not in item.text:
            parts.append(item.helper)
        if item.due is not None:
            day = short_date(item.due)
            parts.append(translate("SafetyPlan", "by {day}").replace("{day}", day))
    said = ", ".join(part.strip() for part in parts if part.strip())
    return said or all_text(item)


def marks(item: Item, words: EntryPrompts) -> tuple[str, ...]:
    """Short marks beside the text ("person", "8 / 10", "as suggested", "done")."""
    found = [words.name] if words.name else []
    if item.likelihood is not None:
        found.append(f"{item.likelihood} / 10")
    if item.done:
        found.append(translate("SafetyPlan", "done"))
    if item.as_suggested:
        found.append(translate("SafetyPlan", "as suggested"))
    return tuple(found)
