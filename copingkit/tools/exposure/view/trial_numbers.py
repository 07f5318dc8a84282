"""A trial that is done in numbers and circumstances, a line for each; nobody is graded by them."""

from __future__ import annotations

from copingkit.tools.exposure.trial import Ending, Trial
from copingkit.tools.exposure.view.paper_words import named, percent
from copingkit.tools.exposure.view.words import circumstances
from copingkit.ui.language import translate


def told_numbers(trial: Trial) -> list[str]:
    """What was said of it; what nobody said is left out."""
    return [line for line in (_around(trial), *_likely(trial), *_felt(trial)) if line]


def _around(trial: Trial) -> str:
    """Where and how long, and whether it ended before its plan: as good to learn from."""
    parts = [circumstances(trial.before.contexts)]
    if trial.clock is not None:
        minutes = max(1, round(trial.clock.seconds / 60))
        parts.append(translate("Exposure", "%n minutes", "", minutes))
    if trial.after.ending is Ending.STOPPED:
        parts.append(translate("Exposure", "it ended before its planned end"))
    return " · ".join(part for part in parts if part)


def _likely(trial: Trial) -> list[str]:
    lines = (
        (translate("Exposure", "How likely it seemed"), trial.before.expectancy),
        (translate("Exposure", "Likely the next time"), trial.after.expectancy),
    )
    return [named(title, percent(said)) for title, said in lines if said is not None]


def _felt(trial: Trial) -> list[str]:
    lines = (
        (translate("Exposure", "Highest distress expected, 0 to 100"), trial.before.peak),
        (translate("Exposure", "Urge before, 0 to 100"), trial.before.urge),
        (translate("Exposure", "Urge after, 0 to 100"), trial.after.urge),
        (translate("Exposure", "Distress at the end, 0 to 100"), trial.after.suds),
        (translate("Exposure", "Surprise, 0 to 100"), trial.after.surprise),
    )
    return [named(title, str(said)) for title, said in lines if said is not None]
