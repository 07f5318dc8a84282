"""One trial on paper, read back from the PDF."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure import flow
from copingkit.tools.exposure.ladder import Contexts, Mode
from copingkit.tools.exposure.trial import (
    After,
    Before,
    CameTrue,
    LogEntry,
    LogKind,
    PlannedEnd,
    Ritual,
    Trial,
)
from copingkit.tools.exposure.view.paper import LARGE, USUAL, Paper
from copingkit.tools.exposure.view.paper_words import moment
from copingkit.tools.exposure.view.trial_sheet import trial_print
from copingkit.tools.exposure.view.words import clock_text
from copingkit.ui.printing import pdf
from tests.support import pdfs
from tests.support.exposures import LADDER, NOON, PHONE, QUEUE, TRAM, WASH, done, running, tick
from tests.support.unique_words import UniqueWords

DAY = datetime(2026, 3, 15, 12, tzinfo=UTC)
A4 = Paper("A4", USUAL, DAY)
BEFORE = Before(
    feared="I faint and nobody helps",
    expectancy=70,
    wrong_if="I am still standing at the harbour",
    end=PlannedEnd(15, "bought a ticket"),
    peak=90,
    contexts=Contexts("Tram 4", "alone", "morning"),
    dropped=(PHONE,),
)
AFTER = After("I stood there", CameTrue.PARTLY, 55, "It passes by itself", 30, 40)


def gone_through(before: Before = BEFORE, after: After = AFTER) -> Trial:
    """A trial at NOON with every kind of number and note."""
    planned = flow.plan(LADDER, QUEUE, "t-1", NOON)
    trial = flow.begin(flow.prepare(planned, before), NOON, 60)
    trial = flow.note(trial, tick(1), LogEntry(LogKind.FEELING, "cold hands"))
    trial = flow.add_suds(trial, tick(2), 85)
    trial = flow.note(trial, tick(3), LogEntry(LogKind.SAFETY_BEHAVIOUR, behaviour=PHONE.id))
    ritual = LogEntry(LogKind.RITUAL, behaviour=WASH.id, ritual=Ritual.RESISTED)
    trial = flow.note(trial, tick(4), ritual)
    trial = flow.note(trial, tick(5), LogEntry(LogKind.URGE, urge=35))
    trial = flow.add_expectancy(trial, tick(6), 45)
    trial = flow.stop(trial, tick(65), 40)
    return flow.close(flow.reflect(trial, after), tick(70).wall)


def noon() -> str:
    """As poppler gives it: every space is the usual one."""
    return moment(NOON).replace("\u202f", " ")


def printed(trial: Trial, paper: Paper = A4) -> bytes:
    return pdf(trial_print(trial, paper))


@pytest.mark.parametrize("size", [USUAL, LARGE])
def test_it_is_all_there_in_the_order_of_time(qtbot: QtBot, tmp_path: Path, size: float) -> None:
    made = printed(gone_through(), Paper("Letter", size, DAY))
    pdfs.check(made, tmp_path)
    said = pdfs.flat(made, tmp_path)
    order = [
        "One trial",
        f"Situation Queue at the till {noon()} · 65 minutes Tram 4 · alone · morning",
        "Before I expected I faint and nobody helps",
        "How likely it seemed: 70 %",
        "What would show me that I was wrong I am still standing at the harbour",
        "It is over: after 15 minutes, when I have done this: bought a ticket",
        "Highest distress expected, 0 to 100: 90",
        "What I leave out this time Holding my phone",
        "During Distress within a trial First 60, highest 85, last 40.",
        "Minutes since the start",
        "0:00 Distress 60",
        "1:00 cold hands",
        "2:00 Distress 85",
        "3:00 Used after all: Holding my phone",
        "4:00 Washing my hands: resisted",
        "5:00 Urge 35",
        "6:00 Likely: 45 %",
        "1:05:00 Distress 40",
        "What happened I stood there",
        "It came true: partly",
        "Surprise, 0 to 100: 55",
        "I learned It passes by itself",
        "Likely the next time: 30 %",
        "Distress at the end, 0 to 100: 40",
        "It ended: before its planned end",
    ]
    places = [said.find(each) for each in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)


def test_one_that_ended_as_planned_says_nothing_of_it(qtbot: QtBot, tmp_path: Path) -> None:
    assert "It ended" not in pdfs.flat(printed(done()), tmp_path)


def test_one_that_did_not_begin_says_when_it_was_planned(qtbot: QtBot, tmp_path: Path) -> None:
    said = pdfs.flat(printed(flow.plan(LADDER, TRAM, "t-1", NOON)), tmp_path)
    assert f"planned on {noon()}" in said
    assert "During" not in said
    assert "After" not in said


def test_one_that_runs_has_what_was_noticed_so_far(qtbot: QtBot, tmp_path: Path) -> None:
    trial = running(Mode.LEARNING, 60, 50, end=PlannedEnd(minutes=1))
    said = pdfs.flat(printed(trial), tmp_path)
    assert "0:00 Distress 60 1:00 Distress 50" in said
    assert "It is over: after 1 minute" in said


def test_what_is_over_once_something_is_done(qtbot: QtBot, tmp_path: Path) -> None:
    end = PlannedEnd(behaviour="paid")
    said = pdfs.flat(printed(gone_through(replace(BEFORE, end=end))), tmp_path)
    assert "It is over: when I have done this: paid" in said


def test_the_figure_stands_beside_the_first_lines_but_in_large_print(
    qtbot: QtBot, tmp_path: Path
) -> None:
    usual, large = printed(gone_through()), printed(gone_through(), Paper("A4", LARGE, DAY))
    assert pdfs.info(usual, tmp_path)["Pages"] == "1"
    words = pdfs.words(usual, tmp_path)
    title = next(left for word, left, *_ in words if word == "within")
    line = next(left for word, left, *_ in words if word == "0:00")
    assert line > title + 150
    pages = int(pdfs.info(large, tmp_path)["Pages"])
    lines = [pdfs.text(large, tmp_path, page=page) for page in range(1, pages + 1)]
    assert any("\n0:00 Distress 60\n" in each for each in lines)


def test_one_number_alone_is_no_course(qtbot: QtBot, tmp_path: Path) -> None:
    said = pdfs.flat(printed(running(Mode.LEARNING, 60)), tmp_path)
    assert "During 0:00 Distress 60" in said
    assert "Distress within a trial" not in said


def test_many_readings_flow_over_pages(qtbot: QtBot, tmp_path: Path) -> None:
    trial = running(Mode.HABITUATION, *(n % 101 for n in range(120)))
    made = printed(trial)
    assert int(pdfs.info(made, tmp_path)["Pages"]) > 1
    said = pdfs.text(made, tmp_path)
    lines = [line for line in said.splitlines() if re.match(r"[\d:]+ Distress", line)]
    wanted = [f"{clock_text(60 * n)} Distress {n % 101}" for n in range(120)]
    assert lines == wanted
    assert pdfs.text(made, tmp_path, page=2).startswith("During (continued)")


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.tuples(*[st.integers(1, 1500)] * 7), st.sampled_from((USUAL, LARGE)))
def test_every_word_that_goes_in_comes_out_once(
    qtbot: QtBot, tmp_path: Path, counts: tuple[int, ...], size: float
) -> None:
    words = UniqueWords()
    feared, wrong_if, end, place, happened, learned, noted = (words.text(n) for n in counts)
    before = replace(
        BEFORE,
        feared=feared,
        wrong_if=wrong_if,
        end=PlannedEnd(behaviour=end),
        contexts=Contexts(place),
    )
    trial = gone_through(before, replace(AFTER, happened=happened, learned=learned))
    entry = replace(trial.during.log[0], text=noted)
    trial = replace(trial, during=replace(trial.during, log=(entry, *trial.during.log[1:])))
    made = printed(trial, Paper("A4", size, DAY))
    assert words.not_once(pdfs.text(made, tmp_path)) == {}
