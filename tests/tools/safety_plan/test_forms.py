from __future__ import annotations

import dataclasses

from copingkit.tools.safety_plan import forms
from copingkit.tools.safety_plan.forms import Shape, all_text, fields, new_item, sorts
from copingkit.tools.safety_plan.model import Item, Sort, Step
from tests.support.plans import sample_plan

TYPES = {
    Shape.LINE: "str",
    Shape.ENTRY: "str",
    Shape.PARAGRAPH: "str",
    Shape.PHONE: "str",
    Shape.SCALE: "int | None",
    Shape.FLAG: "bool",
    Shape.DATE: "date | None",
}


def test_every_field_is_kept_by_an_attribute_that_holds_its_shape() -> None:
    kept = {field.name: field.type for field in dataclasses.fields(Item)}
    for step in Step:
        for sort in sorts(step):
            for field in fields(step, sort):
                assert kept[field.name] == TYPES[field.shape]


def test_the_text_comes_first_and_no_field_twice() -> None:
    for step in Step:
        for sort in sorts(step):
            names = [field.name for field in fields(step, sort)]
            assert names[0] == "text"
            assert len(names) == len(set(names))


def test_every_attribute_of_an_entry_is_asked_for_somewhere() -> None:
    asked = {f.name for step in Step for sort in sorts(step) for f in fields(step, sort)}
    assert asked == {f.name for f in dataclasses.fields(Item)} - {
        "id",
        "sort",
        "as_suggested",
        "exercise",
    }


def test_people_can_be_named_for_company_and_for_help_but_only_helpers_are_told() -> None:
    assert forms.TOLD not in fields(Step.DISTRACTIONS, Sort.PERSON)
    assert forms.TOLD in fields(Step.CONTACTS, Sort.PERSON)


def test_new_entries_differ_by_id_alone() -> None:
    one, other = (new_item(Sort.ENTRY, "tea", as_suggested=True) for _ in range(2))
    assert one.id != other.id
    assert dataclasses.replace(one, id=other.id) == other


def test_all_text_begins_with_the_text_and_has_every_written_field() -> None:
    mira = sample_plan().contacts[0]
    rows = all_text(mira).split("\n")
    assert rows == ["Mira", "my sister", "0170 555 0199", "any time", mira.say]
    written = {f.name for f in dataclasses.fields(Item) if f.type == "str"} - {"id", "exercise"}
    every = Item(
        "x",
        Sort.ENTRY,
        "text",
        obstacle="obstacle",
        workaround="workaround",
        relation="relation",
        role="role",
        phone="phone",
        hours="hours",
        say="say",
        address="address",
        helper="helper",
    )
    assert set(all_text(every).split("\n")) == written
