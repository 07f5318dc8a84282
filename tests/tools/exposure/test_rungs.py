"""The items of a ladder: their order, and edits that leave everything else alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copingkit.tools.exposure import rungs
from copingkit.tools.exposure.ladder import Item, Ladder, Order
from tests.support.exposures import HALL, LADDER, QUEUE, TRAM


@st.composite
def ladders(draw: st.DrawFn) -> Ladder:
    """Up to eight items with any numbers, some archived."""
    suds = draw(st.lists(st.none() | st.integers(0, 100), max_size=8))
    archived = draw(st.sets(st.integers(0, 7)))
    items = [Item(f"i{n}", f"Item {n}", s, archived=n in archived) for n, s in enumerate(suds)]
    return Ladder("l", "Heights", order=draw(st.sampled_from(Order)), items=tuple(items))


def ids(items: tuple[Item, ...]) -> list[str]:
    return [item.id for item in items]


@given(ladders())
def test_by_suds_the_lowest_is_first_and_what_has_none_is_last(ladder: Ladder) -> None:
    shown = rungs.in_order(replace(ladder, order=Order.SUDS))
    numbers = [item.suds for item in shown]
    told = [number for number in numbers if number is not None]
    assert told == sorted(told)
    assert numbers[: len(told)] == told
    assert not any(item.archived for item in shown)
    everything = rungs.in_order(ladder, archived=True)
    assert set(ids(everything)) == set(ids(ladder.items))
    assert rungs.in_order(replace(ladder, order=Order.FREE), archived=True) == ladder.items


@given(ladders(), st.data())
def test_a_moved_item_is_where_it_was_put_and_the_others_stay(
    ladder: Ladder, data: st.DataObject
) -> None:
    shown = ids(rungs.in_order(ladder))
    if not shown:
        return
    taken = data.draw(st.sampled_from(shown))
    position = data.draw(st.integers(-1, 9))
    moved = rungs.move(ladder, taken, position)
    assert moved.order is Order.FREE
    assert sorted(ids(moved.items)) == sorted(ids(ladder.items))
    rest = [each for each in shown if each != taken]
    wanted = max(0, min(position, len(rest)))
    rest.insert(wanted, taken)
    assert ids(rungs.in_order(moved)) == rest


def test_items_are_added_edited_archived_and_taken_out() -> None:
    new = Item("i-new", "The market")
    assert ids(rungs.add(LADDER, new).items)[-1] == "i-new"
    assert ids(rungs.add(LADDER, new, 0).items)[0] == "i-new"
    louder = replace(QUEUE, notes="Saturday")
    assert rungs.find(rungs.edit(LADDER, louder), "i-queue") == louder
    away = rungs.archive(LADDER, "i-tram", archived=True)
    assert ids(rungs.in_order(away)) == ["i-queue", "i-hall"]
    assert rungs.in_order(rungs.archive(away, "i-tram", archived=False)) == (QUEUE, TRAM, HALL)
    without, taken, place = rungs.remove(LADDER, "i-queue")
    assert (taken, place) == (QUEUE, 1)
    assert rungs.add(without, taken, place) == LADDER


def test_a_variation_stands_behind_its_origin_and_names_it() -> None:
    varied = rungs.vary(rungs.archive(LADDER, "i-tram", archived=True), "i-tram", "i-copy")
    assert ids(varied.items) == ["i-tram", "i-copy", "i-queue", "i-hall"]
    assert rungs.find(varied, "i-copy") == replace(TRAM, id="i-copy", variation_of="i-tram")


def test_an_item_that_is_not_there() -> None:
    for edit in (
        lambda: rungs.find(LADDER, "x"),
        lambda: rungs.edit(LADDER, Item("x", "")),
        lambda: rungs.archive(LADDER, "x", archived=True),
        lambda: rungs.move(LADDER, "x", 0),
        lambda: rungs.vary(LADDER, "x", "y"),
        lambda: rungs.remove(LADDER, "x"),
    ):
        with pytest.raises(KeyError):
            edit()
