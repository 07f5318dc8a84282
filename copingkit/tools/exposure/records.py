"""What the exposure tool keeps in the vault.

Targets of its lines, as links carry them: "ladder/<id>", "item/<ladder id>/<item id>",
"trial/<id>".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from copingkit.core.records import JsonObject, Line, RecordKind
from copingkit.tools.exposure.flow import is_prepared
from copingkit.tools.exposure.health import Answer, Topic
from copingkit.tools.exposure.ladder import Contexts, Item, Ladder, SafetyBehaviour
from copingkit.tools.exposure.learning import Rehearsal
from copingkit.tools.exposure.trial import State, Trial


@dataclass(frozen=True, slots=True)
class RemovedItem:
    """An item that was taken out of a ladder, and its position in `Ladder.items` there."""

    ladder: str
    item: Item
    position: int


@dataclass(frozen=True, slots=True)
class HealthAnswer:
    """The answer to one question about health, and when it was given (UTC)."""

    topic: Topic
    answer: Answer
    at: datetime


@dataclass(frozen=True, slots=True)
class Choices:
    """What holds for the tool as a whole: answers about health, and trials that are under way.

    `under_way` are the ids of trials that were planned, run or wait to be reflected on, the
    latest last, so that they are found again without reading all trials.
    """

    health: tuple[HealthAnswer, ...] = ()
    under_way: tuple[str, ...] = ()

    def answered(self, given: HealthAnswer) -> Choices:
        """The same with this answer in place of an earlier one."""
        others = tuple(each for each in self.health if each.topic is not given.topic)
        return replace(self, health=(*others, given))

    def with_trial(self, trial_id: str, *, under_way: bool) -> Choices:
        """The same with a trial among those under way, or without it."""
        if under_way:
            known = trial_id in self.under_way
            return self if known else replace(self, under_way=(*self.under_way, trial_id))
        rest = tuple(each for each in self.under_way if each != trial_id)
        return replace(self, under_way=rest)


def _text(*parts: str) -> str:
    """Rows of those that say something."""
    return "\n".join(part for part in parts if part)


def _behaviours(behaviours: Iterable[SafetyBehaviour]) -> str:
    return _text(*(each.text for each in behaviours))


def _contexts(contexts: Contexts) -> str:
    return _text(contexts.place, contexts.people, contexts.time_of_day, contexts.intensity)


def _item_text(item: Item) -> str:
    behaviours = _behaviours(item.safety_behaviours)
    return _text(item.situation, item.notes, _contexts(item.contexts), behaviours)


def _ladder_lines(ladder: Ladder) -> Iterator[Line]:
    yield Line(_text(ladder.fear, ladder.why, ladder.cost), f"ladder/{ladder.id}")
    for item in ladder.items:
        yield Line(_item_text(item), f"item/{ladder.id}/{item.id}")


def _removed_lines(removed: RemovedItem) -> Iterator[Line]:
    yield Line(_item_text(removed.item), f"item/{removed.ladder}/{removed.item.id}")


def _trial_lines(trial: Trial) -> Iterator[Line]:
    if trial.state is State.PLANNED and not is_prepared(trial):
        return  # its situation is found in the ladder
    before, after = trial.before, trial.after
    noted = _text(*(entry.text for entry in trial.during.log))
    written = _text(before.feared, after.happened, after.learned, before.wrong_if, noted)
    around = _text(before.end.behaviour, _contexts(before.contexts), _behaviours(before.dropped))
    yield Line(_text(trial.situation, written, around), f"trial/{trial.id}")


def _none(_value: object) -> tuple[Line, ...]:
    """Nothing to find: they hold no words."""
    return ()


def _trial_with_urges(trial: JsonObject) -> JsonObject:
    """Format 0 to 1: the urge before and after; a trial knows its body exposure."""
    urges = {part: trial[part] | {"urge": None} for part in ("before", "after")}
    return trial | urges | {"body_exposure": ""}


LADDER = RecordKind("exposure.ladder", Ladder, _ladder_lines)
REMOVED_ITEM = RecordKind("exposure.removed_item", RemovedItem, _removed_lines)
TRIAL = RecordKind(
    "exposure.trial",
    Trial,
    _trial_lines,
    occurred_at=lambda trial: trial.at,
    migrations=(_trial_with_urges,),
)
REHEARSAL = RecordKind(
    "exposure.rehearsal", Rehearsal, _none, occurred_at=lambda rehearsal: rehearsal.due_at
)
CHOICES = RecordKind("exposure.choices", Choices, _none)

KINDS = (LADDER, REMOVED_ITEM, TRIAL, REHEARSAL, CHOICES)
