"""Records as earlier versions of the program wrote them are still read, and read the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from copingkit.core.records import RecordKind
from copingkit.tools.exercises.model import (
    Breathing,
    Exercise,
    Family,
    Form,
    HealthQuestion,
    Kind,
    Need,
    Pattern,
    Source,
)
from copingkit.tools.exercises.records import (
    CHOICES,
    DRAFT,
    OWN,
    RUN,
    Answer,
    Choices,
    Draft,
    Felt,
    HealthAnswer,
    OwnExercise,
    Run,
)
from copingkit.vault import record_codec

GOLDEN = Path(__file__).parents[2] / "data" / "golden"
MARCH = datetime(2026, 3, 14, 21, 5, tzinfo=UTC)
MINE = Exercise(
    id="own-1",
    title="Rain",
    kind=Kind.BREATHING,
    family=Family.BREATHING,
    purpose="For the evening",
    minutes=5,
    short_minutes=1,
    needs=(Need.SLEEP,),
    postures=("Lying down",),
    breath_focus=True,
    source=Source("me", 2026),
    breathing=Breathing(Pattern(4, 6), "Sit.", ("Slowly.",), "Look around."),
)
VALUES = [
    (OWN, OwnExercise(MINE, archived=True)),
    (DRAFT, Draft(replace(MINE, id="", title=""))),
    (RUN, Run("sounds", "Sounds", Form.SHORT, MARCH, 61.5, True, 7, 4, Felt.BETTER)),
    (CHOICES, Choices(("stop",), (HealthAnswer(HealthQuestion.COLD, Answer.NO, MARCH),))),
]


@pytest.mark.parametrize(("kind", "value"), VALUES, ids=lambda each: getattr(each, "name", ""))
def test_every_format_is_read_as_the_present_value(kind: RecordKind[Any], value: object) -> None:
    files = sorted((GOLDEN / kind.name).iterdir())
    assert [file.name for file in files] == [f"{n}.json" for n in range(kind.format + 1)]
    for number, file in enumerate(files):
        assert record_codec.decode(kind, number, file.read_text("utf-8")) == value
