"""A made-up person for the tour: believable words, numbers that nobody has."""

from __future__ import annotations

from datetime import date

from copingkit.core.ids import new_id
from copingkit.tools.safety_plan.model import Item, Plan, Sort


def _entry(text: str, sort: Sort = Sort.ENTRY) -> Item:
    return Item(new_id(), sort, text)


def plan() -> Plan:
    """A plan with the usual three to five entries a step."""
    return Plan(
        warning_signs=(
            _entry("I stop answering Mira's messages for more than a day"),
            _entry("I lie awake going over the meeting with my brother"),
            _entry("Everything on my plate feels grey and far away"),
            _entry("I stop making plans for the week after this one"),
        ),
        coping_strategies=(
            Item(
                new_id(),
                Sort.ENTRY,
                "Walk to the river and back, with the red headphones",
                likelihood=8,
            ),
            Item(
                new_id(),
                Sort.ENTRY,
                "The crossword book and a pot of mint tea",
                likelihood=6,
                obstacle="I tell myself it is silly",
                workaround="Only do three words",
            ),
            _entry("Hold the smooth stone from the beach and name five things I see"),
        ),
        distractions=(
            Item(
                new_id(),
                Sort.PERSON,
                "Jonas",
                relation="from the choir",
                phone="0170 555 0142",
                hours="most evenings",
            ),
            Item(
                new_id(),
                Sort.PLACE,
                "Café Lind",
                address="by the old bridge",
                hours="until 22:00",
            ),
            Item(new_id(), Sort.PLACE, "The reading room", hours="Tuesday to Saturday, 10 to 19"),
        ),
        contacts=(
            Item(
                new_id(),
                Sort.PERSON,
                "Aunt Lena",
                relation="my aunt",
                phone="0170 555 0199",
                hours="any time, also at night",
                say="It's one of those evenings",
                told=True,
            ),
            Item(
                new_id(),
                Sort.PERSON,
                "Sam",
                relation="neighbour",
                phone="0170 555 0123",
                hours="after six",
                say="Can I sit in your kitchen for a while?",
                told=True,
            ),
        ),
        professionals=(
            Item(
                new_id(),
                Sort.PROFESSIONAL,
                "Dr. Okafor",
                role="my therapist",
                phone="030 555 0110",
                hours="Monday to Thursday, 9 to 17",
            ),
            Item(
                new_id(),
                Sort.PROFESSIONAL,
                "Crisis team of the district",
                role="comes to my home",
                phone="030 555 0177",
                hours="day and night",
            ),
        ),
        means_safety=(
            Item(
                new_id(),
                Sort.ACTION,
                "Sam keeps the key",
                helper="Sam",
                due=date(2026, 3, 20),
                done=True,
            ),
            Item(
                new_id(),
                Sort.ACTION,
                "The pharmacy gives me one week at a time",
                helper="Dr. Okafor",
                due=date(2026, 4, 1),
            ),
        ),
        reasons_for_living=(
            _entry("Mira's laugh when the dog steals a sock"),
            _entry("I want to hear the choir sing the piece I wrote"),
            _entry("The garden in May"),
        ),
    )
