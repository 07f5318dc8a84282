from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from copingkit.tools.safety_plan.model import Item, Sort, Step
from copingkit.tools.safety_plan.prompts import load
from copingkit.tools.safety_plan.view.summaries import marks, summary
from tests.support.plans import sample_plan


def said(step: Step, item: Item) -> tuple[str, ...]:
    return marks(item, load().steps[step].entries[item.sort])


def test_a_person_is_named_with_number_and_hours() -> None:
    jonas, cafe = sample_plan().distractions
    assert summary(jonas) == "Jonas, 0170 555 0142, most evenings"
    assert summary(cafe) == "Café Lind, until 22:00"
    assert said(Step.DISTRACTIONS, jonas) == ("person",)
    assert said(Step.DISTRACTIONS, cafe) == ("place",)
    assert said(Step.CONTACTS, sample_plan().contacts[0]) == ()


def test_an_agreed_action_says_who_and_by_when() -> None:
    action = Item("m", Sort.ACTION, "The key", helper="Sam", due=date(2026, 3, 20))
    assert summary(action) == "The key, Sam, by 20 Mar 2026"
    assert summary(sample_plan().means_safety[0]) == "Sam keeps the key, by 20 Mar 2026"
    assert summary(replace(action, helper="", due=None)) == "The key"
    assert said(Step.MEANS_SAFETY, replace(action, done=True)) == ("done",)


def test_likelihood_and_suggested_words_are_marked() -> None:
    item = Item("c", Sort.ENTRY, "Tea", as_suggested=True, likelihood=0)
    assert said(Step.COPING_STRATEGIES, item) == ("0 / 10", "as suggested")


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (Item("k", Sort.PERSON, "", phone="0170 555 0161"), "0170 555 0161"),
        (Item("k", Sort.PERSON, " ", relation="my aunt"), " \nmy aunt"),
    ],
)
def test_without_a_name_there_is_still_something_to_read(item: Item, expected: str) -> None:
    assert summary(item) == expected
