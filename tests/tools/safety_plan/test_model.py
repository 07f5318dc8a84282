from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copingkit.tools.safety_plan.model import (
    Item,
    Plan,
    Sort,
    Step,
    add,
    edit,
    find,
    holds,
    move,
    remove,
)
from tests.support.plans import plans, sample_plan


def ids(plan: Plan) -> dict[Step, list[str]]:
    return {step: [item.id for item in plan.items(step)] for step in Step}


def all_ids(plan: Plan) -> list[str]:
    return [item.id for step in Step for item in plan.items(step)]


NEW = Item("new", Sort.ENTRY, "new")


def test_the_steps_come_in_their_order() -> None:
    assert [step.name for step in Step] == [
        "WARNING_SIGNS",
        "COPING_STRATEGIES",
        "DISTRACTIONS",
        "CONTACTS",
        "PROFESSIONALS",
        "MEANS_SAFETY",
        "REASONS_FOR_LIVING",
    ]


def test_a_new_plan_is_empty_until_something_is_added() -> None:
    assert Plan().is_empty
    assert not add(Plan(), Step.REASONS_FOR_LIVING, NEW).is_empty


@pytest.mark.parametrize(
    ("position", "order"),
    [
        (None, ["w1", "w2", "w3", "new"]),
        (0, ["new", "w1", "w2", "w3"]),
        (2, ["w1", "w2", "new", "w3"]),
        (9, ["w1", "w2", "w3", "new"]),
        (-1, ["new", "w1", "w2", "w3"]),
    ],
)
def test_an_entry_is_added_where_it_was_asked_for(position: int | None, order: list[str]) -> None:
    plan = add(sample_plan(), Step.WARNING_SIGNS, NEW, position)
    assert ids(plan)[Step.WARNING_SIGNS] == order


def test_an_id_is_never_in_a_plan_twice() -> None:
    with pytest.raises(ValueError, match="already"):
        add(sample_plan(), Step.CONTACTS, replace(NEW, id="w1"))


def test_rewording_a_suggestion_makes_it_the_persons_own() -> None:
    plan = sample_plan()
    item = find(plan, "c3").item
    assert item.as_suggested
    rated = edit(plan, replace(item, likelihood=5))
    assert find(rated, "c3").item.as_suggested
    reworded = edit(rated, replace(item, text="The Sunday crossword, in pencil"))
    assert not find(reworded, "c3").item.as_suggested


def test_unknown_ids_are_refused() -> None:
    plan = sample_plan()
    for attempt in (
        lambda: find(plan, "nobody"),
        lambda: edit(plan, NEW),
        lambda: move(plan, "nobody", 0),
        lambda: remove(plan, "nobody"),
    ):
        with pytest.raises(KeyError):
            attempt()


def test_moving_holds_an_entry_inside_its_step() -> None:
    plan = sample_plan()
    assert ids(move(plan, "w1", 1))[Step.WARNING_SIGNS] == ["w2", "w1", "w3"]
    assert ids(move(plan, "w1", 99))[Step.WARNING_SIGNS] == ["w2", "w3", "w1"]
    assert ids(move(plan, "w3", -5))[Step.WARNING_SIGNS] == ["w3", "w1", "w2"]


@given(plans(), st.data())
def test_no_edit_loses_or_changes_another_entry(plan: Plan, data: st.DataObject) -> None:
    if plan.is_empty:
        return
    chosen = data.draw(st.sampled_from(all_ids(plan)))
    place = find(plan, chosen)
    moved = move(plan, chosen, data.draw(st.integers(-2, 14)))
    edited = edit(plan, replace(place.item, text="other", phone="030 555 0101"))
    assert sorted(all_ids(moved)) == sorted(all_ids(plan))
    assert all(find(moved, each).item == find(plan, each).item for each in all_ids(plan))
    assert ids(edited) == ids(plan)
    assert find(edited, chosen).item.text == "other"
    others = [each for each in all_ids(plan) if each != chosen]
    assert all(find(edited, each) == find(plan, each) for each in others)
    assert [each for each in all_ids(moved) if each != chosen] == others


@given(plans(), st.data())
def test_what_was_removed_goes_back_to_its_place(plan: Plan, data: st.DataObject) -> None:
    if plan.is_empty:
        return
    chosen = data.draw(st.sampled_from(all_ids(plan)))
    without, taken = remove(plan, chosen)
    assert not holds(without, chosen)
    assert len(all_ids(without)) == len(all_ids(plan)) - 1
    assert add(without, taken.step, taken.item, taken.position) == plan
