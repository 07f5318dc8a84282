"""Every trial of a ladder as a row: what was expected, what happened. The newest comes first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from typing_extensions import override

from copingkit.tools.exposure.insight import Outcome
from copingkit.tools.exposure.view import figure_words as words
from copingkit.tools.exposure.view.words import came_true_name
from copingkit.ui.charts.reading import Table
from copingkit.ui.language import short_date, translate

NOTHING = "–"


class OutcomeRows(Sequence[tuple[str, ...]]):
    """Rows that are written when they are looked at: two thousand at once would take a while."""

    def __init__(self, outcomes: Sequence[Outcome]) -> None:
        """`outcomes` have the oldest first, as `insight.outcomes` gives them."""
        self._outcomes = outcomes

    @override
    def __len__(self) -> int:
        return len(self._outcomes)

    @overload
    def __getitem__(self, at: int) -> tuple[str, ...]: ...
    @overload
    def __getitem__(self, at: slice) -> list[tuple[str, ...]]: ...
    @override
    def __getitem__(self, at: int | slice) -> tuple[str, ...] | list[tuple[str, ...]]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        return _row(self._outcomes[-1 - at])

    def outcome(self, at: int) -> Outcome:
        """The trial of a row."""
        return self._outcomes[-1 - at]


def outcome_table(rows: OutcomeRows) -> Table:
    """The rows under their titles."""
    return Table(
        (
            translate("Exposure", "Day"),
            translate("Exposure", "Situation"),
            translate("Exposure", "How likely before"),
            translate("Exposure", "Came true"),
            translate("Exposure", "Surprise"),
            translate("Exposure", "How likely after"),
            translate("Exposure", "Highest distress expected"),
            translate("Exposure", "Highest distress"),
        ),
        rows,
    )


def _row(one: Outcome) -> tuple[str, ...]:
    return (
        short_date(one.at),
        one.situation,
        words.percent(one.expected) if one.expected is not None else NOTHING,
        came_true_name(one.came_true) if one.came_true is not None else NOTHING,
        _number(one.surprise),
        words.percent(one.expected_after) if one.expected_after is not None else NOTHING,
        _number(one.expected_peak),
        _number(one.peak),
    )


def _number(value: int | None) -> str:
    return NOTHING if value is None else str(value)
