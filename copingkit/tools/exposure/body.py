"""Body exposures that ship: exercises that bring up, on purpose, a feared feeling in the body."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from copingkit.core.errors import ContentDamaged
from copingkit.tools.exposure.health import Answer, Standing, Topic, standing
from copingkit.tools.exposure.ladder import Item, Ladder
from copingkit.tools.exposure.shipped_text import load, number, text, texts


@dataclass(frozen=True, slots=True)
class BodyExposure:
    """One exercise in `seconds`.

    `brings` are the feelings that it may bring up, `how` its steps, `against` what speaks against
    doing it by oneself; `clinician_led`: with a clinician whatever the answers. `awaiting` is what
    a clinician still has to confirm.
    """

    id: str
    title: str
    brings: tuple[str, ...]
    how: tuple[str, ...]
    seconds: int
    caution: str
    stop_if: str
    against: frozenset[Topic]
    clinician_led: bool
    source: str
    awaiting: str

    def standing(self, answers: Mapping[Topic, Answer]) -> Standing:
        """Whether it may be done by oneself, after what was answered so far."""
        return Standing.WITH_CLINICIAN if self.clinician_led else standing(self.against, answers)


@dataclass(frozen=True, slots=True)
class HealthWords:
    """What is said around the questions about health, and each topic in words.

    `with_clinician` is why the answers speak against doing one alone, `clinician_led` why some are
    done with a clinician whatever the answers.
    """

    intro: str
    unsure: str
    with_clinician: str
    clinician_led: str
    topics: dict[Topic, str]


@dataclass(frozen=True, slots=True)
class BodyExposures:
    """All of them, those for oneself first, and the words of the questions before them."""

    all: tuple[BodyExposure, ...]
    health: HealthWords

    def named(self, exposure_id: str) -> BodyExposure:
        """The one of that id; raises KeyError."""
        for each in self.all:
            if each.id == exposure_id:
                return each
        raise KeyError(exposure_id)


@cache
def body_exposures(language: str = "en") -> BodyExposures:
    """Those of a language, read at the first call; raises ContentDamaged."""
    return load(f"exposure/{language}/body.toml", _read)


def exposure_of(item: Item) -> BodyExposure | None:
    """What ships for an item of a ladder; None for any other item, and where it cannot be read."""
    return shipped(item.body_exposure)


def shipped(exposure_id: str) -> BodyExposure | None:
    """The one of that id; None for an empty id, and where it cannot be read."""
    if not exposure_id:
        return None
    with suppress(KeyError, ContentDamaged):  # one of a newer version, or a damaged file
        return body_exposures().named(exposure_id)
    return None


def standing_of(item: Item, answers: Mapping[Topic, Answer]) -> Standing:
    """Whether an item may be tried by oneself: as it is marked, and as the answers say.

    A body exposure whose cautions cannot be read is not called fine.
    """
    if item.clinician_led:
        return Standing.WITH_CLINICIAN
    if not item.body_exposure:
        return Standing.BY_ONESELF
    found = exposure_of(item)
    return found.standing(answers) if found is not None else Standing.WITH_CLINICIAN


def marked(ladder: Ladder, answers: Mapping[Topic, Answer]) -> Ladder:
    """A ladder as it goes on paper: what is not for oneself, after the answers so far, is marked.

    Without an answer it is marked too: paper asks no questions.
    """
    alone = Standing.BY_ONESELF
    items = (
        replace(item, clinician_led=standing_of(item, answers) is not alone)
        for item in ladder.items
    )
    return replace(ladder, items=tuple(items))


def _read(content: dict[str, Any]) -> BodyExposures:
    found = [_exposure(table) for table in content["exposure"]]
    if len({each.id for each in found}) < len(found):
        raise ValueError("an id occurs twice")
    found.sort(key=lambda each: each.clinician_led)
    return BodyExposures(tuple(found), _health(content["health"]))


def _exposure(table: dict[str, Any]) -> BodyExposure:
    return BodyExposure(
        id=text(table["id"]),
        title=text(table["title"]),
        brings=texts(table["brings"]),
        how=texts(table["how"]),
        seconds=number(table["seconds"]),
        caution=text(table["caution"]),
        stop_if=text(table["stop_if"]),
        against=frozenset(Topic(each) for each in texts(table["against"])),
        clinician_led=table.get("clinician_led", False) is True,
        source=text(table["source"]),
        awaiting=text(table["awaiting"]),
    )


def _health(table: dict[str, Any]) -> HealthWords:
    return HealthWords(
        intro=text(table["intro"]),
        unsure=text(table["unsure"]),
        with_clinician=text(table["with_clinician"]),
        clinician_led=text(table["clinician_led"]),
        topics={topic: text(table["topics"][topic]) for topic in Topic},
    )
