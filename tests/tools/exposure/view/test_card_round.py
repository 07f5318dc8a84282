"""Going through cards: those asked for have an end, the whole deck has none."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copingkit.tools.exposure.view.card_round import CardRound

steps = st.lists(st.sampled_from([-1, 1, 0]), max_size=30)  # 0: the one in front is gone


def where(shown: CardRound) -> tuple[str | None, bool, bool]:
    return shown.current, shown.is_first, shown.is_last


def test_those_that_are_asked_for_come_to_an_end_and_one_can_go_back() -> None:
    shown = CardRound(["a", "b"], recalling=True)
    assert where(shown) == ("a", True, False)
    assert not shown.move(-1)
    assert shown.move(1)
    assert shown.move(1)
    assert where(shown) == (None, False, True)
    assert not shown.move(1)
    assert shown.move(-1)
    assert where(shown) == ("b", False, True)


def test_looking_through_stays_at_the_last_one() -> None:
    shown = CardRound(["a", "b"])
    assert shown.move(1)
    assert not shown.move(1)
    assert where(shown) == ("b", False, True)
    shown.drop()
    assert where(shown) == ("a", True, True)
    shown.drop()
    assert where(shown) == (None, True, True)
    assert not shown.move(-1)


@given(st.lists(st.text(max_size=2), max_size=6), st.booleans(), steps)
def test_wherever_one_goes_there_is_a_card_or_the_end(
    trials: list[str], recalling: bool, wanted: list[int]
) -> None:
    shown = CardRound(trials, recalling=recalling)
    for step in wanted:
        if step:
            before = shown.at
            moved = shown.move(step)
            assert shown.at == (before + step if moved else before)
        elif shown.current is not None:
            shown.drop()
        ended = recalling and shown.at == len(shown.trials)
        assert (shown.current is None) == (ended or not shown.trials)
