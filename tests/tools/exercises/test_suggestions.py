"""What is offered first, and what is not offered."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from copingkit.tools.exercises.catalogue import shipped
from copingkit.tools.exercises.model import Exercise, Family, HealthQuestion, Need
from copingkit.tools.exercises.suggestions import instead, suggested
from copingkit.tools.exercises.works import Works

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)


def ids(found: tuple[Exercise, ...]) -> list[str]:
    return [each.id for each in found]


def known(change: float | None, worse: int = 0) -> Works:
    return Works(9, 0, 9, change, None, None, NOON, worse)


@pytest.mark.parametrize("need", list(Need))
def test_where_nothing_is_known_our_order_holds_and_names_what_is_there(need: Need) -> None:
    found = ids(suggested(shipped(), need, {}, (), ()))
    from copingkit.tools.exercises.suggestions import _FIRST

    assert tuple(found[: len(_FIRST[need])]) == _FIRST[need]
    assert len(found) == sum(need in each.needs for each in shipped())


def test_favourites_then_what_helped_then_our_order() -> None:
    works = {"five-senses": known(-3.0), "hand-tracing": known(2.0), "stop": known(None)}
    found = ids(suggested(shipped(), Need.PANIC, works, {"shake-it-out"}, ()))
    assert found[:3] == ["shake-it-out", "five-senses", "extended-exhale"]


def test_what_was_worse_twice_or_speaks_against_health_is_left_out() -> None:
    works = {"extended-exhale": known(None, worse=2)}
    found = ids(suggested(shipped(), Need.PANIC, works, (), {HealthQuestion.COLD}))
    assert "extended-exhale" not in found
    assert "cold-water" not in found
    assert "cold-water" in ids(suggested(shipped(), Need.PANIC, {}, (), ()))


def test_after_worse_there_is_grounding_and_movement() -> None:
    found = instead(shipped(), "five-senses", {"feet-on-the-floor": known(None, worse=1)})
    assert {each.family for each in found} == {Family.GROUNDING, Family.MOVEMENT}
    assert "five-senses" not in ids(found)


def test_what_was_worse_twice_is_not_offered_after_worse() -> None:
    found = instead(shipped(), "stop", {"feet-on-the-floor": known(None, worse=2)})
    assert "feet-on-the-floor" not in ids(found)
    assert "five-senses" in ids(found)
