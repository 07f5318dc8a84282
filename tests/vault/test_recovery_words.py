"""Recovery words, as they are made and as people type them."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copingkit.core.errors import WordsMistyped
from copingkit.vault import recovery_words

# BIP-39's published test vectors.
ALL_7F = "legal winner thank year wave sausage worth useful legal winner thank yellow"
ALL_00 = "abandon " * 11 + "about"


def test_the_published_vectors_hold() -> None:
    assert recovery_words.entropy(ALL_7F) == b"\x7f" * 16
    assert recovery_words.entropy(ALL_00) == bytes(16)


def test_new_words_are_twelve_and_new() -> None:
    first, second = recovery_words.new_words(), recovery_words.new_words()
    assert len(first) == len(second) == recovery_words.COUNT == 12
    assert first != second
    assert len(recovery_words.entropy(" ".join(first))) == 16


@pytest.mark.parametrize(
    "typed",
    [
        ALL_7F.upper(),
        f"  {ALL_7F}\n",
        "\n".join(f"{place}. {word}" for place, word in enumerate(ALL_7F.split(), 1)),
        "\t".join(f"{place}){word}," for place, word in enumerate(ALL_7F.split(), 1)),
        " ".join(word[:4] for word in ALL_7F.split()),
        ALL_7F.replace(" ", " - "),
    ],
)
def test_the_way_of_typing_does_not_matter(typed: str) -> None:
    assert recovery_words.entropy(typed) == b"\x7f" * 16


def test_words_that_are_none_are_named_by_their_places() -> None:
    words = ALL_7F.split()
    words[2], words[11] = "thnak", "yellowish"
    with pytest.raises(WordsMistyped) as caught:
        recovery_words.entropy(" ".join(words))
    assert caught.value.places == (3, 12)
    assert "thnak" not in f"{caught.value} {caught.value!r}"


@pytest.mark.parametrize(
    "typed",
    ["", "legal winner", ALL_7F + " legal", ALL_7F.replace("yellow", "year"), "abandon " * 12],
)
def test_a_wrong_number_or_checksum_names_no_place(typed: str) -> None:
    with pytest.raises(WordsMistyped) as caught:
        recovery_words.entropy(typed)
    assert caught.value.places == ()


@pytest.mark.parametrize("typed", ["Zoo", "aban", "1. act", "actr"])
def test_words_and_their_first_four_letters_are_words(typed: str) -> None:
    assert recovery_words.is_word(typed)


@pytest.mark.parametrize("typed", ["", "aba", "abandone", "heron bird", "12", "legal winner"])
def test_others_are_not(typed: str) -> None:
    assert not recovery_words.is_word(typed)


@given(st.text())
def test_no_text_breaks_it(typed: str) -> None:
    with contextlib.suppress(WordsMistyped):
        assert len(recovery_words.entropy(typed)) == 16
