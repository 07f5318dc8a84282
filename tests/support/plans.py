"""A believable person's safety plan, and plans of any shape for property tests."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from copingkit.tools.safety_plan.forms import sorts
from copingkit.tools.safety_plan.model import Item, Plan, Sort, Step, add


def sample_plan() -> Plan:
    """A plan with the usual three or so entries a step; every sort and field occurs."""
    return Plan(
        warning_signs=(
            Item("w1", Sort.ENTRY, "I stop answering Mira's messages for more than a day"),
            Item("w2", Sort.ENTRY, "I lie awake going over the meeting with my brother"),
            Item("w3", Sort.ENTRY, "Everything on my plate feels grey and far away"),
        ),
        coping_strategies=(
            Item("c1", Sort.ENTRY, "Extended exhale breathing, five minutes"),
            Item(
                "c2",
                Sort.ENTRY,
                "Walk to the river and back, with the red headphones",
                likelihood=8,
                obstacle="It is raining",
                workaround="The arcade by the station",
            ),
            Item("c3", Sort.ENTRY, "Do a crossword or a puzzle", as_suggested=True),
        ),
        distractions=(
            Item("d1", Sort.PERSON, "Jonas", phone="0170 555 0142", hours="most evenings"),
            Item("d2", Sort.PLACE, "Café Lind", address="Harbour Street 4", hours="until 22:00"),
        ),
        contacts=(
            Item(
                "k1",
                Sort.PERSON,
                "Mira",
                relation="my sister",
                phone="0170 555 0199",
                hours="any time",
                say="I am having a hard hour. Can you stay on the phone?",
                told=True,
            ),
        ),
        professionals=(
            Item(
                "p1",
                Sort.PROFESSIONAL,
                "Dr Amara Osei",
                role="my therapist",
                phone="030 555 0117",
                hours="Mon to Thu, 9 to 17",
                address="Linden Road 12",
            ),
        ),
        means_safety=(
            Item(
                "m1",
                Sort.ACTION,
                "Sam keeps the key",
                helper="Sam",
                due=date(2026, 3, 20),
                done=True,
            ),
        ),
        reasons_for_living=(Item("r1", Sort.ENTRY, "Seeing Lotte start school"),),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Plans with up to 12 entries of any sort, each with an id of its own."""
    plan = Plan()
    for number, step in enumerate(draw(st.lists(st.sampled_from(Step), max_size=12))):
        sort = draw(st.sampled_from(sorts(step)))
        text = draw(st.text("abé \n", max_size=8))
        position = draw(st.none() | st.integers(0, 12))
        plan = add(plan, step, Item(f"i{number}", sort, text), position)
    return plan
