from __future__ import annotations

from dataclasses import replace
from datetime import date

from copingkit.tools.safety_plan.comparison import compare
from copingkit.tools.safety_plan.model import Plan, edit, find, move
from copingkit.tools.safety_plan.prompts import load
from copingkit.tools.safety_plan.view.change_words import ChangeWords, said
from tests.support.plans import sample_plan


def changes(later: Plan) -> list[ChangeWords]:
    (step,) = compare(sample_plan(), later)
    return said(step, load())


def test_fields_of_an_entry_are_named_under_its_text() -> None:
    mira = replace(find(sample_plan(), "k1").item, phone="0170 555 0150", told=False, say="")
    assert changes(edit(sample_plan(), mira)) == [
        ChangeWords(
            "Reworded",
            (
                "Mira",
                "Phone number: was “0170 555 0199”, is “0170 555 0150”",
                "What I could say: was “I am having a hard hour. Can you stay on the phone?”, "
                "is “nothing”",
                "They know that they are on my plan: was “yes”, is “no”",
            ),
        )
    ]


def test_days_and_numbers_are_said_too() -> None:
    key = replace(find(sample_plan(), "m1").item, due=date(2026, 4, 1))
    (words,) = changes(edit(sample_plan(), key))
    assert words.rows[1] == "By when: was “20 Mar 2026”, is “1 Apr 2026”"
    walk = replace(find(sample_plan(), "c2").item, likelihood=None)
    (words,) = changes(edit(sample_plan(), walk))
    assert words.rows[1].endswith("was “8”, is “nothing”")


def test_a_moved_entry_is_said_to_be_moved() -> None:
    assert changes(move(sample_plan(), "w3", 0)) == [
        ChangeWords("Moved", (sample_plan().warning_signs[2].text,))
    ]


def test_words_that_were_only_taken_as_ones_own_are_said() -> None:
    own = replace(find(sample_plan(), "c3").item, text="Do a crossword in pencil")
    (words,) = changes(edit(sample_plan(), own))
    assert words.kind == "Reworded"
    assert len(words.rows) == 1
