"""A ladder on paper, read back from the PDF."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure.body import body_exposures
from copingkit.tools.exposure.ladder import Contexts, Item, ItemKind, Ladder, Order, SafetyBehaviour
from copingkit.tools.exposure.view.ladder_sheet import ladder_print
from copingkit.tools.exposure.view.paper import LARGE, USUAL, Paper
from copingkit.ui.printing import pdf
from tests.support import pdfs
from tests.support.unique_words import UniqueWords

DAY = datetime(2026, 3, 14, 12, tzinfo=UTC)
A4 = Paper("A4", USUAL, DAY)
PHONE = SafetyBehaviour("s1", "Holding my phone")
COUNT = SafetyBehaviour("s2", "Counting steps", ritual=True)
LADDER = Ladder(
    "l",
    "Dogs on the street",
    cost="I walk around the park",
    why="To pick up my nephew",
    items=(
        Item("i1", "Stroke one", 80, clinician_led=True, notes="Ask Dr Osei first"),
        Item(
            "i2",
            "Walk past one on a lead",
            45,
            contexts=Contexts("river park", "with Mira", "morning", "a small one"),
            safety_behaviours=(PHONE, COUNT),
        ),
        Item("i3", "Think of one", None, ItemKind.IMAGINED),
        Item("i4", "What I put away", 5, archived=True),
    ),
)


def printed(ladder: Ladder, paper: Paper = A4, *, to_write_on: bool = True) -> bytes:
    return pdf(ladder_print(ladder, paper, to_write_on=to_write_on))


@pytest.mark.parametrize("size", [USUAL, LARGE])
@pytest.mark.parametrize(("paper", "expected"), [("A4", "595 x 842"), ("Letter", "612 x 792")])
def test_everything_is_there_in_reading_order(
    qtbot: QtBot, tmp_path: Path, paper: str, expected: str, size: float
) -> None:
    made = printed(LADDER, Paper(paper, size, DAY))
    pdfs.check(made, tmp_path)
    assert pdfs.info(made, tmp_path)["Page size"].startswith(expected)
    said = pdfs.flat(made, tmp_path)
    order = [
        "My ladder",
        "My fear Dogs on the street",
        "What it costs me I walk around the park",
        "Why facing it is worth it to me To pick up my nephew",
        "Situations The number is the distress that I expect, from 0 to 100.",
        "45 Walk past one on a lead river park · with Mira · morning · a small one "
        "without: Holding my phone, Counting steps",
        "80 Stroke one with my clinician Ask Dr Osei first",
        "– Think of one Imagined",
        "What else I could try",
        "14 Mar 2026 · page",
    ]
    places = [said.find(each) for each in order]
    assert -1 not in places, order[places.index(-1)]
    # the footer is the only one that comes on each page
    assert places[:-1] == sorted(places[:-1])
    assert "put away" not in said


def test_the_free_order_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    said = pdfs.flat(printed(replace(LADDER, order=Order.FREE)), tmp_path)
    assert said.index("Stroke one") < said.index("Walk past one")


def test_what_nobody_wrote_is_left_out(qtbot: QtBot, tmp_path: Path) -> None:
    said = pdfs.flat(printed(Ladder("l", "Dogs", cost=" "), to_write_on=False), tmp_path)
    assert said.strip() == "My ladder My fear Dogs 14 Mar 2026 · page 1 of 1"


def test_without_lines_to_write_on_it_is_shorter(qtbot: QtBot, tmp_path: Path) -> None:
    long = replace(LADDER, items=tuple(Item(f"i{n}", f"Item {n}", n) for n in range(20)))
    with_lines, without = printed(long), printed(long, to_write_on=False)
    assert pdfs.info(with_lines, tmp_path)["Pages"] == "2"
    assert pdfs.info(without, tmp_path)["Pages"] == "1"
    assert "What else I could try" not in pdfs.flat(without, tmp_path)


def test_forty_situations_flow_and_every_page_says_what_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    items = tuple(
        Item(f"i{n}", f"Situation {n}", n, notes="many words about it " * 12) for n in range(40)
    )
    made = printed(replace(LADDER, items=items))
    pdfs.check(made, tmp_path)
    count = int(pdfs.info(made, tmp_path)["Pages"])
    assert count > 3
    for page in range(2, count + 1):
        first = pdfs.text(made, tmp_path, page=page).splitlines()[0]
        assert first in {"Situations (continued)", "What else I could try"}
    lines = pdfs.text(made, tmp_path).splitlines()
    assert [line for line in lines if " Situation " in line] == [
        f"{n} Situation {n}" for n in range(40)
    ]


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.tuples(*[st.integers(0, 1500)] * 3),
    st.lists(st.tuples(*[st.integers(1, 120)] * 4), max_size=40),
    st.sampled_from((USUAL, LARGE)),
)
def test_every_word_that_goes_in_comes_out_once(
    qtbot: QtBot,
    tmp_path: Path,
    about: tuple[int, int, int],
    items: list[tuple[int, int, int, int]],
    size: float,
) -> None:
    words = UniqueWords()
    fear, cost, why = (words.text(count) for count in about)
    ladder = Ladder(
        "l",
        fear,
        cost,
        why,
        items=tuple(
            Item(
                f"i{n}",
                words.text(situation),
                n,
                contexts=Contexts(words.text(place)),
                safety_behaviours=(SafetyBehaviour("s", words.text(behaviour)),),
                notes=words.text(notes),
            )
            for n, (situation, place, behaviour, notes) in enumerate(items)
        ),
    )
    made = printed(ladder, Paper("A4", size, DAY))
    assert words.not_once(pdfs.text(made, tmp_path)) == {}


def test_a_body_exposure_says_on_paper_what_to_take_care_of(qtbot: QtBot, tmp_path: Path) -> None:
    straw = body_exposures().named("straw-breathing")
    item = Item("i", "Through a straw", 40, ItemKind.IN_BODY, body_exposure=straw.id)
    said = pdfs.flat(printed(replace(LADDER, items=(item,))), tmp_path)
    assert f"40 Through a straw A feeling in the body {straw.caution} {straw.stop_if}" in said
