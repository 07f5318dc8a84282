"""Events reach whoever is subscribed, in order, and nobody else."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from copingkit.core.events import Event


def test_handlers_are_called_in_the_order_in_which_they_came() -> None:
    event: Event[int] = Event()
    heard: list[tuple[str, int]] = []
    event.subscribe(lambda value: heard.append(("first", value)))
    event.subscribe(lambda value: heard.append(("second", value)))
    event.emit(7)
    assert heard == [("first", 7), ("second", 7)]


def test_unsubscribing_twice_is_harmless() -> None:
    event: Event[int] = Event()
    heard: list[int] = []
    stop = event.subscribe(heard.append)
    stop()
    stop()
    event.emit(1)
    assert heard == []


def test_a_handler_may_leave_or_bring_another_while_it_is_called() -> None:
    event: Event[int] = Event()
    heard: list[str] = []

    def once(_value: int) -> None:
        heard.append("once")
        stop()
        event.subscribe(lambda _value: heard.append("late"))

    stop = event.subscribe(once)
    event.subscribe(lambda _value: heard.append("other"))
    event.emit(1)
    assert heard == ["once", "other"]
    event.emit(2)
    assert heard == ["once", "other", "other", "late"]


def hear(heard: list[int], who: int, _value: int) -> None:
    """Note who was called."""
    heard.append(who)


@given(st.lists(st.tuples(st.sampled_from("+-!"), st.integers(0, 4)), max_size=30))
def test_it_behaves_like_a_list_of_handlers(moves: list[tuple[str, int]]) -> None:
    event: Event[int] = Event()
    heard: list[int] = []
    expected: list[int] = []
    subscribed: list[int] = []
    stops: dict[int, Callable[[], None]] = {}
    for move, who in moves:
        if move == "+" and who not in stops:
            stops[who] = event.subscribe(partial(hear, heard, who))
            subscribed.append(who)
        elif move == "-" and who in stops:
            stops.pop(who)()
            subscribed.remove(who)
        elif move == "!":
            event.emit(0)
            expected += subscribed
    assert heard == expected
