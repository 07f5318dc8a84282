"""Records as earlier versions of the program wrote them are still read, and read the same."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from copingkit.core.records import RecordKind
from copingkit.tools.safety_plan.model import Step, remove
from copingkit.tools.safety_plan.records import (
    CRISIS_RUN,
    PLAN,
    REMOVED_ITEM,
    Answer,
    CrisisRun,
    StepAnswer,
)
from copingkit.vault import record_codec
from tests.support.plans import sample_plan

GOLDEN = Path(__file__).parents[2] / "data" / "golden"
RUN = CrisisRun(
    started_at=datetime(2026, 3, 14, 21, 5, tzinfo=UTC),
    ended_at=datetime(2026, 3, 14, 21, 19, tzinfo=UTC),
    answers=(
        StepAnswer(Step.WARNING_SIGNS, Answer.NOT_NOW),
        StepAnswer(Step.COPING_STRATEGIES, Answer.A_LITTLE),
        StepAnswer(Step.CONTACTS, Answer.HELPED),
    ),
    urge_before=7,
    urge_after=3,
    what_helped="Calling Mira and staying on the phone",
)


@pytest.mark.parametrize(
    ("kind", "value"),
    [(PLAN, sample_plan()), (REMOVED_ITEM, remove(sample_plan(), "c3")[1]), (CRISIS_RUN, RUN)],
    ids=lambda each: each.name if isinstance(each, RecordKind) else "",
)
def test_every_format_is_read_as_the_present_value(kind: RecordKind[Any], value: object) -> None:
    files = sorted((GOLDEN / kind.name).iterdir())
    assert [file.name for file in files] == [f"{n}.json" for n in range(kind.format + 1)]
    for number, file in enumerate(files):
        assert record_codec.decode(kind, number, file.read_text("utf-8")) == value
