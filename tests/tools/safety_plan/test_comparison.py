from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from copingkit.tools.safety_plan.comparison import Rewording, StepChanges, compare
from copingkit.tools.safety_plan.model import Item, Plan, Sort, Step, add, edit, find, move, remove
from tests.support.plans import plans, sample_plan

TEA = Item("tea", Sort.ENTRY, "Mint tea in the blue cup")


def test_equal_plans_have_no_changes() -> None:
    assert compare(sample_plan(), sample_plan()) == ()


def test_each_change_is_named_in_its_step() -> None:
    before = sample_plan()
    later = add(before, Step.COPING_STRATEGIES, TEA)
    later, _ = remove(later, "w2")
    mira = replace(find(later, "k1").item, hours="after 18:00")
    later = edit(later, mira)
    assert compare(before, later) == (
        StepChanges(Step.WARNING_SIGNS, removed=(find(before, "w2").item,)),
        StepChanges(Step.COPING_STRATEGIES, added=(TEA,)),
        StepChanges(Step.CONTACTS, reworded=(Rewording(find(before, "k1").item, mira),)),
    )


def test_one_move_is_one_moved_entry() -> None:
    before = sample_plan()
    for chosen, position in (("w1", 2), ("w3", 0), ("w2", 2)):
        (change,) = compare(before, move(before, chosen, position))
        assert len(change.moved) == 1
        assert (change.added, change.removed, change.reworded) == ((), (), ())
    (change,) = compare(before, move(before, "w3", 0))
    assert change.moved == (find(before, "w3").item,)


def test_an_entry_may_be_reworded_and_moved() -> None:
    before = sample_plan()
    reworded = replace(find(before, "w3").item, text="Food tastes of nothing")
    (change,) = compare(before, edit(move(before, "w3", 0), reworded))
    assert change.moved == (reworded,)
    assert change.reworded == (Rewording(find(before, "w3").item, reworded),)


@given(plans(), plans())
def test_the_other_way_round_added_and_removed_change_places(one: Plan, other: Plan) -> None:
    there = {change.step: change for change in compare(one, other)}
    back = {change.step: change for change in compare(other, one)}
    assert there.keys() == back.keys()
    for step, change in there.items():
        assert change.added == back[step].removed
        assert change.removed == back[step].added
        assert len(change.moved) == len(back[step].moved)


@given(st.permutations(range(8)))
def test_what_was_not_moved_stands_in_its_old_order(order: list[int]) -> None:
    items = [Item(str(number), Sort.ENTRY, str(number)) for number in range(8)]
    before = Plan(warning_signs=tuple(items))
    later = Plan(warning_signs=tuple(items[number] for number in order))
    moved = {item.id for change in compare(before, later) for item in change.moved}
    stayed = [item.id for item in later.warning_signs if item.id not in moved]
    assert stayed == sorted(stayed)
    assert stayed
