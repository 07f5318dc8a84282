"""Numbers of trials in words, each with how many trials it comes from."""

from __future__ import annotations

from datetime import datetime

from copingkit.tools.exposure.insight import Summary
from copingkit.tools.exposure.trial import CameTrue
from copingkit.ui.charts.figure import Axis, Tick
from copingkit.ui.language import short_date, translate


def percent(value: float | None) -> str:
    """A percentage, or that it was not said."""
    return not_said() if value is None else f"{value:g} %"


def hundred(value: float | None) -> str:
    """A number from 0 to 100, or that it was not said."""
    return not_said() if value is None else f"{value:g}"


def not_said() -> str:
    """What stands in the place of a number that was not said."""
    return translate("Exposure", "not said")


def signed(change: float) -> str:
    """A change with its sign, a real minus."""
    return f"{change:+g}".replace("-", "−") if change else "0"


def trials(count: int) -> str:
    """How many there are."""
    return translate("Exposure", "%n trials", "", count)


def trials_of(count: int, whole: int) -> str:
    """How many there are in a figure, and of how many."""
    if count == whole:
        return trials(count)
    text = translate("Exposure", "{count} of %n trials", "", whole)
    return text.replace("{count}", str(count))


def too_few(count: int) -> str:
    """What is said in place of a median and a trend."""
    return translate("Exposure", "%n trials are too few to tell.", "", count)


def usual_expectation(found: Summary) -> str:
    """How likely it usually seemed beforehand."""
    if found.median is None:
        return too_few(found.n)
    text = translate(
        "Exposure", "Beforehand it usually seemed {middle} % likely (n = {n}, {least} to {most} %)."
    )
    return _filled(text, found)


def usual_change(found: Summary) -> str:
    """How much likelier or less likely it usually seemed afterwards."""
    if found.median is None:
        return too_few(found.n)
    spread = translate("Exposure", "(n = {n}, from {least} to {most})")
    text = translate("Exposure", "Afterwards it usually seemed as likely as before")
    if found.median < 0:
        text = translate("Exposure", "Afterwards it usually seemed less likely, by {size}")
    elif found.median > 0:
        text = translate("Exposure", "Afterwards it usually seemed more likely, by {size}")
    spread = spread.replace("{least}", signed(found.least or 0))
    spread = spread.replace("{most}", signed(found.most or 0))
    said = f"{text.replace('{size}', f'{abs(found.median):g}')} {spread}."
    return _filled(said, found)


def _filled(text: str, found: Summary) -> str:
    known = {"n": found.n, "middle": found.median, "least": found.least, "most": found.most}
    for name, number in known.items():
        text = text.replace("{" + name + "}", f"{number or 0:g}")
    return text


def what_happened(answers: dict[CameTrue, int]) -> str:
    """How often what was expected came true, partly, not."""
    text = translate(
        "Exposure", "It came true in {yes} of {n} trials, partly in {partly}, and not in {no}."
    )
    text = text.replace("{n}", str(sum(answers.values())))
    for answer, count in answers.items():
        text = text.replace("{" + answer.value + "}", str(count))
    return text


def came_true_words(answer: CameTrue | None) -> str:
    """What happened, as a key of a chart; an outcome that is missing is told as such."""
    names = {
        CameTrue.NO: translate("Exposure", "it did not come true"),
        CameTrue.PARTLY: translate("Exposure", "partly"),
        CameTrue.YES: translate("Exposure", "it came true"),
    }
    return names[answer] if answer is not None else not_said()


def trial_name(at: datetime, situation: str) -> str:
    """A trial in a line: its day and its situation."""
    return f"{short_date(at)} · {situation}"


def hundred_axis(title: str) -> Axis:
    """An axis from 0 to 100 with a few round numbers."""
    return Axis(title, 0, 100, tuple(Tick(value, str(value)) for value in (0, 25, 50, 75, 100)))
