"""What a printed plan says, step by step, whatever the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from copingkit.tools.safety_plan.model import Item, Plan, Sort, Step
from copingkit.tools.safety_plan.prompts import Prompts
from copingkit.tools.safety_plan.view.numbers import NumberToCall, first_of
from copingkit.ui.language import short_date, translate

_HELPLINES = 3  # the emergency number and two lines stand in step 5


@dataclass(frozen=True, slots=True)
class Material:
    """What is printed: a plan, its version (0 while there is none) and when it was changed.

    `card_title` is the only word on the outside of the wallet card.
    """

    plan: Plan
    version: int
    changed_at: datetime
    lines: Sequence[NumberToCall] = ()
    card_title: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry on paper: its line, and what stands smaller under it."""

    text: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedStep:
    """A step with its entries; steps without any are not printed."""

    title: str
    entries: tuple[Entry, ...]


def version_mark(material: Material) -> str:
    """Which version a print shows ("v7, 14 Mar 2026")."""
    mark = translate("Prints", "v{number}, {date}").replace("{number}", str(material.version))
    return mark.replace("{date}", short_date(material.changed_at))


def printed_steps(material: Material, prompts: Prompts) -> list[PrintedStep]:
    """The steps that say something, numbered as in the plan; helplines stand in step 5."""
    steps = []
    for number, step in enumerate(Step, 1):
        entries = [_entry(item) for item in material.plan.items(step) if _says_something(item)]
        if step is Step.PROFESSIONALS:
            entries += _helplines(material.lines)
        if entries:
            title = prompts.steps[step].title
            named = title if step is Step.REASONS_FOR_LIVING else f"{number}. {title}"
            steps.append(PrintedStep(named, tuple(entries)))
    return steps


def _says_something(item: Item) -> bool:
    return bool(item.text.strip() or item.phone.strip())


def _entry(item: Item) -> Entry:
    if item.sort is Sort.ACTION:
        done = f" ({translate('Prints', 'done')})" if item.done else ""
        return Entry(f"{item.text}{done}", _present(_agreed(item)))
    called = ", ".join(_present(item.text, _whole(item.phone)))
    more = ", ".join(_present(item.relation or item.role, item.hours, item.address))
    say = translate("Prints", "I can say: {words}").replace("{words}", item.say)
    other = translate("Prints", "Or: {words}").replace("{words}", item.workaround)
    line = f"{called} ({more})" if more else called
    return Entry(line, _present(say if item.say else "", other if item.workaround else ""))


def _agreed(item: Item) -> str:
    by = translate("Prints", "by {date}")
    due = by.replace("{date}", short_date(item.due)) if item.due and not item.done else ""
    helper = "" if item.helper in item.text else item.helper
    return ", ".join(_present(helper, due))


def _helplines(lines: Sequence[NumberToCall]) -> list[Entry]:
    sure = tuple(line for line in lines if not line.check_first)
    return [_helpline(line) for line in first_of(sure, _HELPLINES)]


def _helpline(line: NumberToCall) -> Entry:
    called = ", ".join(_present(line.name, _whole(line.number or line.text_number)))
    return Entry(f"{called} ({line.hours})" if line.hours else called)


def _whole(number: str) -> str:
    """A number that the end of a line does not break, as long as a line can hold it."""
    return number.strip().replace(" ", "\u00a0")


def _present(*parts: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in parts if part.strip())
