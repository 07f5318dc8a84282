"""Words on buttons in large text: as few lines as can be, and even ones."""

from __future__ import annotations

import pytest

from copingkit.ui.widgets.buttons import button, in_lines
from tests.support.looks import dress

pytestmark = pytest.mark.usefixtures("dressed")


def test_in_usual_text_nothing_is_broken() -> None:
    assert in_lines("Answer the question about health again").count("\n") == 0
    assert button("Start: Full, 5.5 minutes", look="answer").text() == "Start: Full, 5.5 minutes"


def test_in_large_text_lines_are_few_and_even() -> None:
    dress("light", 200)
    assert in_lines("Put it away and do it later today") == "Put it away and\ndo it later today"
    assert in_lines("Ten letters and sixteen") == "Ten letters and sixteen"
    assert in_lines("N" * 40) == f"{'N' * 26}\n{'N' * 14}"


def test_what_has_larger_letters_has_shorter_lines() -> None:
    dress("light", 200)
    made = button("Start: Full, 5.5 minutes", look="answer-primary")
    assert made.text() == "Start: Full,\n5.5 minutes"
    assert made.accessibleName() == "Start: Full, 5.5 minutes"
    assert button("Start: Full, 5.5 minutes").text() == "Start: Full, 5.5 minutes"
