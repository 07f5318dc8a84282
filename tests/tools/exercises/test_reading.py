"""The measure of how hard a text is to read, against words and texts counted by hand."""

from __future__ import annotations

import pytest

from tests.support.reading import grade, syllables, words

COUNTED = """
1 the feet hands breathe breathes eyes moves one stretched looked let's toes held whole cool
1 warm loud friend thoughts while voice glass chair squeeze bells rests makes
2 body slowly breathing notice shoulders people quiet given wanted ended table little gentle
2 themselves careful forehead being something nothing pleasant ankle muscles hopeful
3 remember everything imagine attention animal radio another uneasy different
3 relaxing exercise area gravity afternoon together piano
4 situation relaxation meditation ordinary preparation
5 imagination examination
"""


@pytest.mark.parametrize(
    ("word", "count"),
    [(word, int(line[0])) for line in COUNTED.strip().splitlines() for word in line.split()[1:]],
)
def test_syllables_are_counted_as_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_grade_counted_by_hand() -> None:
    # 11 words in 2 sentences, 14 syllables
    text = "Feel your feet on the floor. Notice what is there already."
    assert len(words(text)) == 11
    spoken = 1 + 1 + 1 + 1 + 1 + 1 + 2 + 1 + 1 + 1 + 3
    assert grade(text) == pytest.approx(0.39 * 11 / 2 + 11.8 * spoken / 11 - 15.59)


def test_hard_texts_are_told_from_easy_ones() -> None:
    easy = "Put your hand on the table. Feel how cool it is."
    hard = (
        "Physiological downregulation necessitates intentionally decelerated exhalation, "
        "accompanied by continuous interoceptive observation of abdominal sensations."
    )
    assert grade(easy) < 3
    assert grade(hard) > 15


def test_a_line_break_ends_a_sentence_and_numbers_are_no_words() -> None:
    assert grade("one two\nthree four") == grade("One two. Three four.")
    assert words("4-7-8 and 10") == ["and"]
    assert grade("4-7-8") == 0
