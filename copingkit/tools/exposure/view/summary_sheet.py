"""A summary for a session on paper: expected against happened, counts, what was learned, varied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from copingkit.tools.exposure.insight import Outcome, outcomes
from copingkit.tools.exposure.ladder import Ladder
from copingkit.tools.exposure.trial import Trial
from copingkit.tools.exposure.view.paper import Paper
from copingkit.tools.exposure.view.paper_words import named, number, percent
from copingkit.tools.exposure.view.summary_words import number_words, varied_words
from copingkit.tools.exposure.view.words import came_true_name, circumstances
from copingkit.ui.language import short_date, translate
from copingkit.ui.print_pieces import Cells, rule
from copingkit.ui.print_sheet import Section
from copingkit.ui.print_text import Block, Text
from copingkit.ui.printing import Printout


class Part(StrEnum):
    """The parts of a summary; each can be left out."""

    TABLE = "table"
    NUMBERS = "numbers"
    LEARNED = "learned"
    VARIED = "varied"


@dataclass(frozen=True, slots=True)
class Summary:
    """The trials (done, the oldest first) of a ladder and the parts that are wanted."""

    ladder: Ladder
    trials: tuple[Trial, ...]
    parts: frozenset[Part] = frozenset(Part)


def part_name(part: Part) -> str:
    """A part as its title."""
    names = {
        Part.TABLE: translate("Exposure", "Trial by trial"),
        Part.NUMBERS: translate("Exposure", "In numbers"),
        Part.LEARNED: translate("Exposure", "What I learned"),
        Part.VARIED: translate("Exposure", "What I varied"),
    }
    return names[part]


def summary_print(summary: Summary, paper: Paper) -> Printout:
    """The summary; nothing in it is scored."""
    ways = {
        Part.TABLE: _table,
        Part.NUMBERS: _numbers,
        Part.LEARNED: _learned,
        Part.VARIED: _varied,
    }
    fear = paper.paragraphs(translate("Exposure", "My fear"), summary.ladder.fear)
    parts = [ways[part](summary, paper) for part in Part if part in summary.parts]
    return paper.print_of(translate("Exposure", "For our session"), (fear, *parts))


def _table(summary: Summary, paper: Paper) -> Section | None:
    head = Cells(
        (
            (paper.small(translate("Exposure", "What I expected")),),
            (paper.small(translate("Exposure", "What happened")),),
        )
    )
    scale = paper.small(translate("Exposure", "Surprise and distress go from 0 to 100."))
    rows = zip(summary.trials, outcomes(summary.trials), strict=True)
    blocks = [_row(trial, outcome, paper) for trial, outcome in rows]
    return paper.section(part_name(Part.TABLE), blocks, (scale, head))


def _row(trial: Trial, outcome: Outcome, paper: Paper) -> Block:
    where = circumstances(trial.before.contexts)
    return (
        rule(above=paper.gap, below=paper.gap),
        paper.strong(f"{short_date(trial.at)} · {trial.situation}"),
        *([paper.small(where)] if where else []),
        Cells(
            (
                _cell(trial.before.feared, _expected(outcome, paper), paper),
                _cell(trial.after.happened, _happened(outcome, paper), paper),
            )
        ),
    )


def _cell(text: str, numbers: Iterable[Text], paper: Paper) -> Block:
    said = [paper.line(text)] if text.strip() else []
    return (*said, *numbers)


def _expected(outcome: Outcome, paper: Paper) -> Iterator[Text]:
    yield from _small(translate("Exposure", "Likely"), percent(outcome.expected), paper)
    peak = translate("Exposure", "Highest distress expected")
    yield from _small(peak, number(outcome.expected_peak), paper)


def _happened(outcome: Outcome, paper: Paper) -> Iterator[Text]:
    came = came_true_name(outcome.came_true).lower() if outcome.came_true is not None else ""
    yield from _small(translate("Exposure", "It came true"), came, paper)
    yield from _small(translate("Exposure", "Surprise"), number(outcome.surprise), paper)
    likely = translate("Exposure", "Likely the next time")
    yield from _small(likely, percent(outcome.expected_after), paper)
    yield from _small(translate("Exposure", "Highest distress noted"), number(outcome.peak), paper)


def _small(name: str, value: str, paper: Paper) -> Iterator[Text]:
    if value:
        yield paper.small(named(name, value))


def _numbers(summary: Summary, paper: Paper) -> Section | None:
    return paper.paragraphs(part_name(Part.NUMBERS), *number_words(summary.trials))


def _learned(summary: Summary, paper: Paper) -> Section | None:
    """The cards; what they expected and what happened stands in the table, if that is wanted."""
    blocks = [_card(trial, summary.parts, paper) for trial in summary.trials]
    return paper.section(part_name(Part.LEARNED), blocks)


def _card(trial: Trial, parts: frozenset[Part], paper: Paper) -> Block:
    if not trial.after.learned.strip():
        return ()
    indent = paper.room_for("•")
    below = [short_date(trial.at)]
    if Part.TABLE not in parts:
        below = [f"{short_date(trial.at)} · {trial.situation}", *_feared_and_happened(trial)]
    return (
        paper.line(trial.after.learned, "•", indent),
        *(paper.small(text, indent) for text in below),
    )


def _feared_and_happened(trial: Trial) -> Sequence[str]:
    feared = translate("Exposure", "I expected: {what}").replace("{what}", trial.before.feared)
    happened = translate("Exposure", "It happened: {what}").replace("{what}", trial.after.happened)
    return [feared, happened] if trial.before.feared.strip() else [happened]


def _varied(summary: Summary, paper: Paper) -> Section | None:
    rows = varied_words(summary.trials)
    blocks = [paper.named(title, text) for title, text in rows]
    head = translate("Exposure", "In how many of %n trials it was so", "", len(summary.trials))
    return paper.section(part_name(Part.VARIED), blocks, (paper.small(head),))
