"""What the library says: of needs and families, of what worked, of what is wrong in a file."""

from __future__ import annotations

from copingkit.core.faults import Fault, FaultReason
from copingkit.tools.exercises.file_rules import Finding
from copingkit.tools.exercises.model import Family, Kind, Need
from copingkit.tools.exercises.works import FEWEST, Works
from copingkit.ui.language import short_date, translate


def need_words(need: Need) -> str:
    """A need as somebody says it."""
    words = {
        Need.PANIC: translate("Library", "I am panicking"),
        Need.SLEEP: translate("Library", "I can't sleep"),
        Need.UNREAL: translate("Library", "I feel unreal"),
        Need.TENSE: translate("Library", "I am tense"),
        Need.PRACTISE: translate("Library", "I want to practise"),
    }
    return words[need]


def family_words(family: Family) -> str:
    """A family's name."""
    words = {
        Family.BREATHING: translate("Library", "Breathing"),
        Family.MUSCLES: translate("Library", "Muscles"),
        Family.IMAGERY: translate("Library", "Pictures in the mind"),
        Family.GROUNDING: translate("Library", "Grounding"),
        Family.MINDFULNESS: translate("Library", "Mindfulness"),
        Family.KINDNESS: translate("Library", "Kindness"),
        Family.MOVEMENT: translate("Library", "Movement"),
        Family.COPING: translate("Library", "Coping"),
    }
    return words[family]


def works_words(works: Works) -> str:
    """What is known of an exercise; every number with how many it comes from."""
    parts = [translate("Library", "Used %n times", "", works.uses)]
    if works.early:
        parts.append(translate("Library", "%n of them left early", "", works.early))
    if works.change is None:
        parts.append(_too_few(works))
    else:
        parts.append(_change(works))
    last = translate("Library", "last on {date}")
    parts.append(last.replace("{date}", short_date(works.last_used.astimezone().date())))
    return " · ".join(parts)


def _too_few(works: Works) -> str:
    if not works.told:
        return translate("Library", "no numbers before and after")
    text = translate("Library", "too few to tell (before and after: {number} of {fewest})")
    return text.replace("{number}", str(works.told)).replace("{fewest}", str(FEWEST))


def _change(works: Works) -> str:
    change = works.change or 0.0
    size = f"{abs(change):g}"
    if change < 0:
        text = translate("Library", "usually lower by {size}")
    elif change > 0:
        text = translate("Library", "usually higher by {size}")
    else:
        text = translate("Library", "usually no change")
    spread = translate("Library", "(n = {n}, from {least} to {most})")
    spread = spread.replace("{n}", str(works.told))
    spread = spread.replace("{least}", signed(works.least)).replace("{most}", signed(works.most))
    return f"{text.replace('{size}', size)} {spread}"


def signed(number: int | None) -> str:
    """A change with its sign, a real minus."""
    value = number or 0
    return f"+{value}" if value > 0 else str(value).replace("-", "−")


def fault_words(fault: Fault) -> str:
    """One fault of a file in a sentence: where, what, and what would be right."""
    text = _reasons()[fault.reason].replace("{suggestion}", fault.suggestion)
    if fault.reason is FaultReason.UNKNOWN_KEY and not fault.suggestion:
        text = translate("Library", "an unknown key. The README beside the exercises has them all.")
    where = translate("Library", "Line {line}").replace("{line}", str(fault.line))
    if fault.place:
        where = f"{where}, {fault.place}"
    return f"{where}: {text}"


def finding_words(finding: Finding) -> str:
    """What does not hold in a form: in which part, and what would be right."""
    place, reason, suggestion = finding
    text = _reasons()[reason].replace("{suggestion}", suggestion)
    number = next((part for part in place if isinstance(part, int)), None)
    if number is None:
        return text[:1].upper() + text[1:]
    part = translate("Library", "Part {number}").replace("{number}", str(number + 1))
    return f"{part}: {text}"


def kind_words(kind: Kind) -> str:
    """A kind, as somebody says it who wants to write one."""
    words = {
        Kind.GUIDED: translate("Library", "Words that lead me"),
        Kind.GROUNDING: translate("Library", "Things to notice"),
        Kind.STEPS: translate("Library", "Steps to go through"),
        Kind.MUSCLES: translate("Library", "Muscles, one after the other"),
        Kind.TIMER: translate("Library", "Quiet time with bells"),
        Kind.BREATHING: translate("Library", "A breathing pattern of my own"),
    }
    return words[kind]


def _reasons() -> dict[FaultReason, str]:
    return {
        FaultReason.SYNTAX: translate(
            "Library",
            "it cannot be read from here on. A quotation mark, a bracket or an equals sign may be "
            "missing.",
        ),
        FaultReason.NEWER_FORMAT: translate("Library", "written by a newer copingkit."),
        FaultReason.UNKNOWN_KEY: translate("Library", "an unknown key. Near to it: {suggestion}"),
        FaultReason.UNKNOWN_WORD: translate("Library", "an unknown word. Possible: {suggestion}"),
        FaultReason.MISSING: translate("Library", "it is missing."),
        FaultReason.WRONG_TYPE: translate("Library", "not the right kind of value."),
        FaultReason.OUT_OF_RANGE: translate("Library", "the number may be {suggestion}."),
        FaultReason.EMPTY: translate("Library", "there is nothing in it."),
        FaultReason.TOO_LONG: translate("Library", "too long. At most {suggestion}."),
        FaultReason.STRANGE_CHARACTERS: translate(
            "Library", "characters that cannot be used. {suggestion}"
        ),
        FaultReason.NO_PART: translate("Library", "this part is needed for the kind."),
        FaultReason.OTHER_PART: translate("Library", "this part belongs to another kind."),
        FaultReason.NO_SUCH_STEP: translate("Library", "it leads to a step that is not there."),
        FaultReason.TWICE: translate("Library", "the same id twice."),
        FaultReason.TOO_FAST_OR_SLOW: translate(
            "Library", "too fast or too slow. Breaths a minute: {suggestion}."
        ),
        FaultReason.DOES_NOT_ADD_UP: translate(
            "Library", "the parts take another time. Together: {suggestion} minutes."
        ),
    }
