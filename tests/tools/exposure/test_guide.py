"""The words around ladders: anchors, modes, and who has company."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from copingkit.tools.exposure.guide import ANCHORS, guide
from copingkit.tools.exposure.ladder import Mode
from tests.support.reading import grade

WORDS = guide()


@given(st.integers(0, 100))
def test_a_number_has_its_nearest_words(suds: int) -> None:
    anchor = WORDS.anchor(suds)
    assert abs(anchor.suds - suds) == min(abs(each - suds) for each in ANCHORS)
    assert anchor in WORDS.anchors


def test_the_anchors_are_those_of_the_scale() -> None:
    assert [each.suds for each in WORDS.anchors] == list(ANCHORS)
    assert [WORDS.anchor(number).suds for number in (12, 13, 87, 88)] == [0, 25, 75, 100]


def test_each_mode_has_its_line() -> None:
    assert set(WORDS.modes) == set(Mode)
    assert "40" in WORDS.modes[Mode.HABITUATION]
    assert "halved" in WORDS.modes[Mode.HABITUATION]
    assert "what you expect" in WORDS.modes[Mode.LEARNING]


def test_compulsions_point_to_a_therapist_early() -> None:
    said = WORDS.clinician.compulsions
    assert "therapist" in said
    assert "473 adults" in said
    assert "therapy early" in said


def test_who_has_company_is_said_without_asking() -> None:
    said = " ".join(WORDS.clinician.reasons)
    for word in ("Memories", "Thoughts of suicide", "lose touch", "nobody else", "energy"):
        assert word in said
    for word in ("really are dangerous", "compulsions", "Alcohol", "child"):
        assert word in said
    for word in ("pregnant", "heart", "lungs", "seizures"):
        assert word in said
    assert "?" not in said
    assert "safety plan" in WORDS.clinician.outro


def test_all_of_it_is_easy_to_read() -> None:
    clinician = WORDS.clinician
    texts = [
        *(each.text for each in WORDS.anchors),
        *WORDS.modes.values(),
        clinician.intro,
        *clinician.reasons,
        clinician.outro,
        clinician.compulsions,
    ]
    assert grade(". ".join(texts)) <= 8
    assert not [text for text in texts if re.search(r"\b(must|should|streak)\b", text)]
