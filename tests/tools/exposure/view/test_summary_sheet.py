"""A summary for a session on paper, read back from the PDF."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure.ladder import Contexts
from copingkit.tools.exposure.trial import After, Before, CameTrue, Trial
from copingkit.tools.exposure.view.paper import LARGE, USUAL, Paper
from copingkit.tools.exposure.view.summary_sheet import Part, Summary, summary_print
from copingkit.ui.printing import pdf
from tests.support import pdfs
from tests.support.exposures import LADDER, PHONE, done
from tests.support.unique_words import UniqueWords

A4 = Paper("A4", USUAL, datetime(2026, 4, 1, 12, tzinfo=UTC))


def some(count: int) -> tuple[Trial, ...]:
    """So many trials, one a day, each a little less feared and none like the other."""
    return tuple(
        done(
            f"t{n}",
            day=n,
            before=Before(
                f"I faint at stop {n}",
                max(80 - 5 * n, 0),
                peak=90,
                contexts=Contexts("Tram 4" if n % 3 else "Bus 12", "alone"),
                dropped=(PHONE,),
            ),
            after=After(
                f"I stood at stop {n}", CameTrue.NO, 50, f"Legs hold, {n}", max(60 - 5 * n, 0)
            ),
        )
        for n in range(count)
    )


def printed(
    trials: tuple[Trial, ...], parts: frozenset[Part] = frozenset(Part), paper: Paper = A4
) -> bytes:
    return pdf(summary_print(Summary(LADDER, trials, parts), paper))


@pytest.mark.parametrize("size", [USUAL, LARGE])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_is_all_there_in_reading_order(
    qtbot: QtBot, tmp_path: Path, paper: str, size: float
) -> None:
    made = printed(some(6), paper=Paper(paper, size, A4.day))
    pdfs.check(made, tmp_path)
    said = pdfs.flat(made, tmp_path)
    order = [
        "For our session",
        "My fear Fainting where nobody helps",
        "Trial by trial Surprise and distress go from 0 to 100. What I expected What happened",
        "14 Mar 2026 · Two stops on the tram Bus 12 · alone I faint at stop 0 Likely: 80 % "
        "Highest distress expected: 90 I stood at stop 0 It came true: no Surprise: 50 "
        "Likely the next time: 60 %",
        "15 Mar 2026 · Two stops on the tram Tram 4 · alone I faint at stop 1",
        "I stood at stop 5",
        "In numbers 6 trials, from 14 Mar 2026 to 19 Mar 2026",
        "It came true in 0 of 6 trials, partly in 0, and not in 6.",
        "Beforehand it usually seemed 67.5 % likely (n = 6, 55 to 80 %).",
        "Afterwards it usually seemed less likely, by 20 (n = 6, from −20 to −20).",
        "What I learned • Legs hold, 0 14 Mar 2026 • Legs hold, 1 15 Mar 2026",
        "What I varied In how many of 6 trials it was so",
        "Where: Tram 4 (4), Bus 12 (2)",
        "With whom, or alone: alone (6)",
        "What I left out: Holding my phone (6)",
    ]
    places = [said.find(each) for each in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)
    assert "Time of day" not in said


def test_few_trials_have_no_middle(qtbot: QtBot, tmp_path: Path) -> None:
    said = pdfs.flat(printed(some(4)), tmp_path)
    assert "How likely it seemed: 4 trials are too few to tell." in said
    assert "How that changed, in percentage points: 4 trials are too few to tell." in said
    assert "usually" not in said


def test_one_trial_has_one_day(qtbot: QtBot, tmp_path: Path) -> None:
    said = pdfs.flat(printed(some(1)), tmp_path)
    assert "In numbers 1 trial, 14 Mar 2026" in said


def test_no_trial_leaves_the_fear_and_the_count(qtbot: QtBot, tmp_path: Path) -> None:
    said = pdfs.flat(printed(()), tmp_path)
    assert "For our session My fear Fainting where nobody helps In numbers 0 trials" in said


def test_a_trial_of_few_words_takes_few(qtbot: QtBot, tmp_path: Path) -> None:
    bare = done(before=Before(), after=After("I stood there", CameTrue.YES))
    said = pdfs.flat(printed((bare,)), tmp_path)
    assert "Two stops on the tram I stood there It came true: yes" in said
    assert "How likely it seemed" not in said
    for title in ("What I learned", "What I varied", "Surprise:"):
        assert title not in said


@pytest.mark.parametrize("part", list(Part))
def test_each_part_can_be_left_out(qtbot: QtBot, tmp_path: Path, part: Part) -> None:
    said = pdfs.flat(printed(some(6), frozenset(Part) - {part}), tmp_path)
    titles = {
        Part.TABLE: "Trial by trial",
        Part.NUMBERS: "In numbers",
        Part.LEARNED: "What I learned",
        Part.VARIED: "What I varied",
    }
    assert {each for each, title in titles.items() if title not in said} == {part}


def test_cards_without_the_table_say_what_was_expected(qtbot: QtBot, tmp_path: Path) -> None:
    feared = some(1)[0]
    unsaid = replace(done("t9", day=9), before=Before())
    said = pdfs.flat(printed((feared, unsaid), frozenset({Part.LEARNED})), tmp_path)
    assert (
        "Legs hold, 0 14 Mar 2026 · Two stops on the tram I expected: I faint at stop 0 "
        "It happened: I stood at stop 0"
    ) in said
    assert "It passes 23 Mar 2026 · Two stops on the tram It happened: I stood there" in said


def test_a_change_for_the_worse_and_none_are_said_as_they_are(qtbot: QtBot, tmp_path: Path) -> None:
    trials = [
        replace(each, after=replace(each.after, expectancy=(each.before.expectancy or 0) + n * 5))
        for n, each in enumerate(some(5))
    ]
    said = pdfs.flat(printed(tuple(trials)), tmp_path)
    assert "usually seemed more likely, by 10 (n = 5, from 0 to +20)" in said


def test_many_trials_flow_and_the_names_of_the_columns_stay(qtbot: QtBot, tmp_path: Path) -> None:
    made = printed(some(15))
    pages = int(pdfs.info(made, tmp_path)["Pages"])
    assert pages > 2
    second = pdfs.flat(made, tmp_path)
    assert second.count("What I expected What happened") >= 2
    assert pdfs.text(made, tmp_path, page=2).startswith("Trial by trial (continued)")


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(st.tuples(*[st.integers(1, 500)] * 4), min_size=1, max_size=12),
    st.sampled_from((USUAL, LARGE)),
)
def test_every_word_that_goes_in_comes_out_once(
    qtbot: QtBot, tmp_path: Path, counts: list[tuple[int, int, int, int]], size: float
) -> None:
    words = UniqueWords()
    trials = tuple(
        replace(
            done(
                f"t{n}",
                day=n,
                before=Before(words.text(feared)),
                after=After(words.text(happened), CameTrue.NO, learned=words.text(learned)),
            ),
            situation=words.text(situation),
        )
        for n, (feared, happened, learned, situation) in enumerate(counts)
    )
    made = printed(trials, paper=Paper("A4", size, A4.day))
    assert words.not_once(pdfs.text(made, tmp_path)) == {}
