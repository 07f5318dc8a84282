from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copingkit.tools.helplines.catalogue import countries, lines
from copingkit.tools.helplines.model import Kind
from copingkit.tools.safety_plan import prompts
from copingkit.tools.safety_plan.model import Item, Plan, Sort, Step
from copingkit.tools.safety_plan.view.crisis_route import (
    LINES as LINES_AT_ONCE,
)
from copingkit.tools.safety_plan.view.crisis_route import (
    CrisisLine,
    Filling,
    Stop,
    entry,
    helpline,
    people,
    route,
)
from copingkit.tools.safety_plan.view.crisis_walk import Walk
from copingkit.tools.safety_plan.view.numbers import NumberToCall, in_order
from tests.support.plans import sample_plan

EMERGENCY = NumberToCall("Emergency services", "112", "24/7", emergency=True)
LIFELINE = NumberToCall("Lifeline", "116 555", "24/7", "Free.", text_number="HOME to 555 01")
TO_CHECK = NumberToCall("Night line", "0800 555 0100", check_first=True)
OTHER = NumberToCall("Other line", "0800 555 0101")
LINES = (TO_CHECK, LIFELINE, EMERGENCY, OTHER)


def shown_numbers(country: str) -> tuple[NumberToCall, ...]:
    """A country's lines as the window hands them in."""
    return tuple(
        NumberToCall(line.name, line.phone, emergency=line.kind is Kind.EMERGENCY)
        for line in lines(country)
    )


def stops(plan: Plan | None) -> list[Stop]:
    return route(plan, LINES, prompts.load())


def texts(stop: Stop) -> list[str]:
    return [line.text for line in stop.lines]


def test_emergency_comes_first_and_what_is_to_be_checked_last() -> None:
    assert in_order(LINES) == (EMERGENCY, LIFELINE, OTHER, TO_CHECK)


def test_the_steps_come_in_their_order_with_their_entries() -> None:
    made = stops(sample_plan())
    assert [stop.step for stop in made] == list(Step)
    assert [stop.key for stop in made] == [1, 2, 3, 4, 5, 6, 7]
    assert texts(made[3]) == ["Mira"]
    assert made[3].lines[0].number == "0170 555 0199"
    assert made[3].title == "Someone I can ask for help"


def test_professionals_are_followed_by_the_first_helplines() -> None:
    assert texts(stops(sample_plan())[4]) == [
        "Dr Amara Osei",
        "Emergency services",
        "Lifeline",
        "Other line",
    ]


@pytest.mark.parametrize("plan", [None, sample_plan()])
def test_numbers_of_police_and_fire_do_not_push_out_who_listens(plan: Plan | None) -> None:
    police = NumberToCall("Police", "110", emergency=True)
    fire = NumberToCall("Fire", "111", emergency=True)
    made = route(plan, (EMERGENCY, police, fire, LIFELINE), prompts.load())
    last = texts(next(stop for stop in made if "Lifeline" in texts(stop)))[-3:]
    assert last == ["Emergency services", "Lifeline", "Police"]


def test_every_country_has_somebody_who_listens_in_what_is_seen_first() -> None:
    for country in countries():
        numbers = shown_numbers(country.code)
        listening = {line.name for line in numbers if not line.emergency}
        (first, *_) = route(None, numbers, prompts.load())[0].pages(LINES_AT_ONCE)
        assert not listening or {line.text for line in first} & listening, country.name


@pytest.mark.parametrize("plan", [None, Plan()])
def test_without_a_plan_there_is_someone_to_call_and_something_to_do(plan: Plan | None) -> None:
    call, do = stops(plan)
    assert call.filling is Filling.HELPLINES
    assert texts(call)[0] == "Emergency services"
    assert len(call.lines) == 3
    assert do.filling is Filling.EXERCISE
    assert texts(do) == list(prompts.load().first_exercise.cues)
    assert do.intro == prompts.load().first_exercise.caution
    assert (call.step, do.step) == (None, None)


def test_a_step_with_nothing_to_do_alone_gets_the_first_exercise() -> None:
    made = stops(replace(sample_plan(), coping_strategies=()))
    assert made[1].filling is Filling.EXERCISE
    assert made[1].step is Step.COPING_STRATEGIES


def test_without_professionals_the_helplines_stand_alone() -> None:
    made = stops(replace(sample_plan(), professionals=()))
    assert made[4].filling is Filling.HELPLINES
    assert len(made[4].lines) == 3


def test_a_line_whose_entry_says_nothing_is_not_read() -> None:
    blank = Item("x", Sort.ENTRY, "  ")
    number_only = Item("y", Sort.PERSON, "", phone="0170 555 0100")
    plan = replace(sample_plan(), warning_signs=(blank,), contacts=(number_only,))
    made = stops(plan)
    assert made[0].filling is Filling.NOTHING
    assert made[3].lines == (CrisisLine("", "0170 555 0100"),)


def test_an_agreed_action_shows_itself_and_who_helps_and_no_more() -> None:
    action = Item("m", Sort.ACTION, "Sam keeps the key", helper="Sam", obstacle="private")
    assert entry(action) == CrisisLine("Sam keeps the key")
    assert entry(replace(action, helper="Mira")).details == ("Mira",)


def test_what_an_entry_adds() -> None:
    plan = sample_plan()
    assert entry(plan.contacts[0]).details == (
        "my sister · any time",
        "I can say: I am having a hard hour. Can you stay on the phone?",
    )
    assert entry(plan.coping_strategies[1]).details == ("Or: The arcade by the station",)
    assert entry(plan.distractions[1]).details == ("until 22:00", "Harbour Street 4")
    assert entry(plan.professionals[0]).details == (
        "my therapist · Mon to Thu, 9 to 17",
        "Linden Road 12",
    )


def test_a_helpline_says_when_and_how() -> None:
    assert helpline(LIFELINE) == CrisisLine(
        "Lifeline", "116 555", ("24/7", "Write: HOME to 555 01", "Free.")
    )
    assert helpline(TO_CHECK).check_first


def test_people_begin_with_who_can_be_asked_for_help() -> None:
    assert [line.text for line in people(sample_plan())] == ["Mira", "Dr Amara Osei", "Jonas"]
    assert people(None) == ()


@given(st.integers(0, 12), st.booleans())
def test_pages_hold_every_line_once_and_few_at_a_time(count: int, calls: bool) -> None:
    lines = tuple(CrisisLine(str(n), "112" if calls else "") for n in range(count))
    pages = Stop(1, None, "", "", lines, Filling.PLAN).pages(3)
    assert tuple(line for page in pages for line in page) == lines
    assert all(len(page) <= (2 if calls else 3) for page in pages)
    assert pages


def some_stops(*counts: int) -> list[Stop]:
    return [
        Stop(
            key,
            None,
            str(key),
            "",
            tuple(CrisisLine(f"{key}.{n}") for n in range(count)),
            Filling.PLAN if count else Filling.NOTHING,
        )
        for key, count in enumerate(counts, 1)
    ]


def seen(walk: Walk) -> str:
    return f"{walk.stop.key}:{len(walk.lines)}"


def test_walking_passes_over_empty_steps_and_through_long_ones() -> None:
    walk = Walk(some_stops(0, 4, 0, 1, 0), 3)
    way = [seen(walk)]
    while walk.forward():
        way.append(seen(walk))
    assert way == ["2:3", "2:1", "4:1"]
    assert walk.at_end
    back = []
    while walk.back():
        back.append(seen(walk))
    assert back == ["2:1", "2:3"]
    assert walk.at_start
    assert walk.lines_left == 1


def test_an_empty_step_is_shown_when_it_was_asked_for() -> None:
    walk = Walk(some_stops(1, 0, 1), 3)
    assert walk.jump(2)
    assert seen(walk) == "2:0"
    assert not walk.at_start
    assert walk.forward()
    assert seen(walk) == "3:1"
    assert not walk.jump(9)
    assert seen(walk) == "3:1"
