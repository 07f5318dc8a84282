"""Words compare without case and accents."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copingkit.core.folding import begun, fold, matches, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Élan", "elan"), ("STRASSE", "strasse"), ("Straße", "strasse"), ("ﬁne", "fine"), ("Ⅳ", "iv")],
)
def test_known_words(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert fold(composed) == fold(decomposed)


@given(st.text())
def test_words_are_letters_and_digits_only(text: str) -> None:
    found = words(text)
    assert all(word and all(letter.isalnum() for letter in word) for word in found)
    assert " ".join(found).split() == found


@given(st.text(st.characters(categories=["L", "N"]), min_size=1), st.text(), st.text())
def test_a_word_is_found_by_its_beginning(word: str, before: str, after: str) -> None:
    for end in range(1, len(words(word)[0]) + 1) if words(word) else ():
        assert matches(words(word)[0][:end], f"{before} {word} {after}")


def test_every_word_of_the_query_has_to_begin_a_word() -> None:
    assert matches("lin caf", "Café Lind, by the river")
    assert not matches("lin kiosk", "Café Lind, by the river")
    assert not matches("ind", "Café Lind")


@pytest.mark.parametrize("query", ["", "  ", "?!"])
def test_an_empty_query_matches_nothing(query: str) -> None:
    assert not matches(query, "anything")
    assert not matches(query, "")


@given(st.lists(st.text("abc")), st.lists(st.text("abc")))
def test_begun_is_what_it_says(wanted: list[str], found: list[str]) -> None:
    plainly = {want for want in wanted if any(word.startswith(want) for word in found)}
    assert begun(wanted, found) == plainly
