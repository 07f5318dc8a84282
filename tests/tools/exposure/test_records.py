"""What the exposure tool keeps: read as earlier versions wrote it, and found by its words."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from copingkit.core.records import RecordKind
from copingkit.tools.exposure.health import Answer, Topic
from copingkit.tools.exposure.ladder import Contexts, Item, ItemKind, Ladder, Mode, Order
from copingkit.tools.exposure.learning import Rehearsal
from copingkit.tools.exposure.records import (
    CHOICES,
    KINDS,
    LADDER,
    REHEARSAL,
    REMOVED_ITEM,
    TRIAL,
    Choices,
    HealthAnswer,
    RemovedItem,
)
from copingkit.tools.exposure.trial import (
    After,
    Before,
    CameTrue,
    During,
    Ending,
    LogEntry,
    LogKind,
    PlannedEnd,
    Reading,
    Ritual,
    State,
    Trial,
    TrialClock,
)
from copingkit.vault import record_codec
from tests.support.exposures import NOON, PHONE, WASH

GOLDEN = Path(__file__).parents[2] / "data" / "golden"
HOUR = timedelta(hours=1)
ITEM = Item(
    "i1",
    "Touch the rail",
    45,
    ItemKind.IN_BODY,
    Contexts("Station", "alone", "evening", "busy"),
    (PHONE, WASH),
    "Left hand first",
    archived=True,
    variation_of="i0",
    combines=("i2", "i3"),
    clinician_led=True,
    body_exposure="straw-breathing",
)
WHOLE_LADDER = Ladder(
    "l1",
    "Germs on rails",
    "I walk everywhere",
    "To visit Mira",
    Mode.HABITUATION,
    Order.FREE,
    archived=True,
    items=(ITEM,),
    removed_with=("t1",),
)
WHOLE_TRIAL = Trial(
    id="t1",
    ladder="l1",
    item="i1",
    situation="Touch the rail",
    mode=Mode.HABITUATION,
    planned_at=NOON,
    safety_behaviours=(PHONE, WASH),
    state=State.DONE,
    before=Before(
        "I fall ill",
        70,
        "No fever in three days",
        PlannedEnd(20.0, "The last stop"),
        80,
        Contexts("Station"),
        (WASH,),
        2.5,
    ),
    clock=TrialClock(NOON + HOUR, 754.5, NOON + HOUR, running=False),
    during=During(
        (Reading(0.0, 60), Reading(300.0, 40)),
        (Reading(310.5, 50),),
        (
            LogEntry(LogKind.RITUAL, "wiped", "s-wash", Ritual.DELAYED, 65, 320.0),
            LogEntry(LogKind.FEELING, "shaky", at=400.0),
        ),
        calming_asked=True,
    ),
    after=After("Nothing happened", CameTrue.NO, 85, "Rails are rails", 20, 30, Ending.STOPPED),
    closed_at=NOON + HOUR,
    rehearsal="r1",
)
VALUES: list[tuple[RecordKind[Any], object]] = [
    (LADDER, WHOLE_LADDER),
    (REMOVED_ITEM, RemovedItem("l1", ITEM, 2)),
    (TRIAL, WHOLE_TRIAL),
    (REHEARSAL, Rehearsal("t1", "l1", NOON + HOUR, 3, NOON)),
    (CHOICES, Choices((HealthAnswer(Topic.LUNGS, Answer.DONT_KNOW, NOON),), ("t2", "t3"))),
]


def texts(kind: RecordKind[Any], value: object) -> list[str]:
    return [line.text for line in kind.lines(value)]


@pytest.mark.parametrize(("kind", "value"), VALUES, ids=lambda each: getattr(each, "name", ""))
def test_every_format_is_read_as_the_present_value(kind: RecordKind[Any], value: object) -> None:
    files = sorted((GOLDEN / kind.name).iterdir())
    assert [file.name for file in files] == [f"{n}.json" for n in range(kind.format + 1)]
    for number, file in enumerate(files):
        assert record_codec.decode(kind, number, file.read_text("utf-8")) == value


def test_the_kinds_belong_to_the_tool_and_all_are_tested() -> None:
    assert {kind.tool for kind in KINDS} == {"exposure"}
    assert [kind for kind, _value in VALUES] == list(KINDS)


def test_a_ladder_and_its_items_are_found_by_their_words() -> None:
    ladder, item = LADDER.lines(WHOLE_LADDER)
    assert (ladder.shown, ladder.target) == ("Germs on rails", "ladder/l1")
    assert "To visit Mira" in ladder.text
    assert (item.shown, item.target) == ("Touch the rail", "item/l1/i1")
    for word in ("Left hand", "Station", "evening", "Washing my hands"):
        assert word in item.text
    (removed,) = REMOVED_ITEM.lines(RemovedItem("l1", ITEM, 2))
    assert (removed.shown, removed.target) == ("Touch the rail", "item/l1/i1")
    assert texts(LADDER, Ladder("l2", "Heights")) == ["Heights"]


def test_a_trial_is_found_by_everything_written_in_it() -> None:
    (line,) = TRIAL.lines(WHOLE_TRIAL)
    assert (line.shown, line.target) == ("Touch the rail", "trial/t1")
    wanted = ("fall ill", "Nothing happened", "Rails are rails", "No fever", "wiped", "shaky")
    for word in (*wanted, "The last stop", "Station", "Washing my hands"):
        assert word in line.text


def test_trials_stand_where_they_began_and_rehearsals_where_they_are_due() -> None:
    assert TRIAL.occurred_at(WHOLE_TRIAL) == NOON + HOUR
    assert REHEARSAL.occurred_at(Rehearsal("t", "l", NOON)) == NOON
    assert REHEARSAL.occurred_at(Rehearsal("t", "l", None)) is None


def test_choices_have_one_answer_a_topic_and_each_trial_once() -> None:
    later = HealthAnswer(Topic.LUNGS, Answer.NO, NOON + HOUR)
    other = HealthAnswer(Topic.HEART, Answer.YES, NOON)
    first = HealthAnswer(Topic.LUNGS, Answer.YES, NOON)
    assert Choices((first, other)).answered(later).health == (other, later)
    chosen = Choices().with_trial("a", under_way=True).with_trial("b", under_way=True)
    assert chosen.with_trial("a", under_way=True).under_way == ("a", "b")
    assert chosen.with_trial("a", under_way=False).under_way == ("b",)
    assert chosen.with_trial("c", under_way=False) == chosen
