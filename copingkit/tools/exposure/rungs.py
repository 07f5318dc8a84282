"""Pure edits of the items of a ladder: each gives a new ladder and leaves the old one alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from copingkit.tools.exposure.ladder import Item, Ladder, Order

_HIGHEST = 101  # what has no SUDS yet stands last


def in_order(ladder: Ladder, *, archived: bool = False) -> tuple[Item, ...]:
    """The items as they are shown; archived ones only when asked.

    By SUDS the lowest comes first, equal ones as they were put, those without a number last.
    """
    shown = [item for item in ladder.items if archived or not item.archived]
    if ladder.order is Order.SUDS:
        shown.sort(key=_suds)
    return tuple(shown)


def find(ladder: Ladder, item_id: str) -> Item:
    """The item of that id, archived or not; raises KeyError."""
    for item in ladder.items:
        if item.id == item_id:
            return item
    raise KeyError(item_id)


def add(ladder: Ladder, item: Item, position: int | None = None) -> Ladder:
    """With a new item, as the last one or at `position` of `items`."""
    place = len(ladder.items) if position is None else position
    return replace(ladder, items=(*ladder.items[:place], item, *ladder.items[place:]))


def edit(ladder: Ladder, item: Item) -> Ladder:
    """With new content for the item of that id; raises KeyError."""
    return _changed(ladder, item.id, lambda _old: item)


def archive(ladder: Ladder, item_id: str, *, archived: bool) -> Ladder:
    """With an item put away or brought out; raises KeyError."""
    return _changed(ladder, item_id, lambda item: replace(item, archived=archived))


def move(ladder: Ladder, item_id: str, position: int) -> Ladder:
    """With an item at `position` of those that are shown; raises KeyError.

    A ladder sorted by SUDS keeps the order that was seen and is in free order from then on.
    Archived items keep their places after the shown ones that they followed.
    """
    item = find(ladder, item_id)
    seen = in_order(ladder, archived=True)
    rest = [each for each in seen if each.id != item_id]
    shown = [each for each in rest if not each.archived]
    position = max(0, position)
    place = rest.index(shown[position]) if position < len(shown) else len(rest)
    rest.insert(place, item)
    return replace(ladder, items=tuple(rest), order=Order.FREE)


def vary(ladder: Ladder, item_id: str, new_id: str) -> Ladder:
    """With a copy of an item right after it, named as its variation; raises KeyError."""
    item = find(ladder, item_id)
    copy = replace(item, id=new_id, variation_of=item_id, archived=False)
    return add(ladder, copy, ladder.items.index(item) + 1)


def remove(ladder: Ladder, item_id: str) -> tuple[Ladder, Item, int]:
    """Without an item; also that item and its position in `items`. Raises KeyError."""
    item = find(ladder, item_id)
    place = ladder.items.index(item)
    rest = (*ladder.items[:place], *ladder.items[place + 1 :])
    return replace(ladder, items=rest), item, place


def _changed(ladder: Ladder, item_id: str, change: Callable[[Item], Item]) -> Ladder:
    find(ladder, item_id)
    changed = (change(each) if each.id == item_id else each for each in ladder.items)
    return replace(ladder, items=tuple(changed))


def _suds(item: Item) -> int:
    return _HIGHEST if item.suds is None else item.suds
