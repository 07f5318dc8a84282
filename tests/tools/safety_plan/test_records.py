from __future__ import annotations

from datetime import UTC, datetime

from copingkit.tools.safety_plan.model import Plan, Step, find, remove
from copingkit.tools.safety_plan.records import (
    CRISIS_RUN,
    PLAN,
    REMOVED_ITEM,
    Answer,
    CrisisRun,
    StepAnswer,
)
from tests.support.plans import sample_plan

START = datetime(2026, 3, 14, 21, 5, tzinfo=UTC)


def test_each_entry_is_one_line_that_begins_with_its_text() -> None:
    lines = list(PLAN.lines(sample_plan()))
    assert [line.target for line in lines] == [
        item.id for step in Step for item in sample_plan().items(step)
    ]
    for line in lines:
        assert line.text.split("\n")[0] == find(sample_plan(), line.target).item.text
    assert "0170 555 0142" in next(line.text for line in lines if line.target == "d1")
    assert list(PLAN.lines(Plan())) == []


def test_a_removed_entry_is_listed_by_its_text() -> None:
    _, taken = remove(sample_plan(), "k1")
    (line,) = REMOVED_ITEM.lines(taken)
    assert line.text.startswith("Mira\n")
    assert line.target == "k1"


def test_a_run_happened_when_it_began_and_is_found_by_its_note() -> None:
    assert CRISIS_RUN.occurred_at(CrisisRun(START)) == START
    assert list(CRISIS_RUN.lines(CrisisRun(START))) == []
    (line,) = CRISIS_RUN.lines(CrisisRun(START, what_helped="Calling Mira"))
    assert line.text == "Calling Mira"


def test_a_step_has_one_answer_the_last() -> None:
    run = CrisisRun(START)
    run = run.answered(Step.CONTACTS, Answer.NOT_NOW).answered(Step.WARNING_SIGNS, Answer.HELPED)
    run = run.answered(Step.CONTACTS, Answer.A_LITTLE)
    assert run.answers == (
        StepAnswer(Step.WARNING_SIGNS, Answer.HELPED),
        StepAnswer(Step.CONTACTS, Answer.A_LITTLE),
    )


def test_kinds_belong_to_the_tool() -> None:
    assert {kind.tool for kind in (PLAN, REMOVED_ITEM, CRISIS_RUN)} == {"safety_plan"}
