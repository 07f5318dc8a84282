from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from copingkit.tools.helplines.model import Helpline, Kind, OwnLine, in_order, is_old, text_link

LINE = Helpline(
    country="GB",
    kind=Kind.SUICIDE,
    name="Samaritans",
    phone="116 123",
    sms="",
    sms_keyword="",
    hours="24/7",
    languages="en",
    url="",
    sources=("a", "b"),
    checked=date(2026, 11, 22),
    one_source=False,
    hint="",
    notes="",
)


def test_emergency_comes_first_then_adults_then_text_then_others() -> None:
    lines = tuple(replace(LINE, kind=kind, name=kind.value) for kind in reversed(Kind))

    assert [line.kind for line in in_order(lines)] == [
        Kind.EMERGENCY,
        Kind.SUICIDE,
        Kind.EMOTIONAL_SUPPORT,
        Kind.TEXT,
        Kind.YOUTH,
        Kind.VETERANS,
    ]


def test_lines_of_one_source_come_after_all_others() -> None:
    doubtful = replace(LINE, one_source=True)
    veterans = replace(LINE, kind=Kind.VETERANS)

    assert in_order((doubtful, veterans)) == (veterans, doubtful)


def test_lines_of_one_kind_keep_their_order() -> None:
    second, first = replace(LINE, name="B"), replace(LINE, name="A")

    assert in_order((second, first)) == (second, first)


@pytest.mark.parametrize(
    ("checked", "today", "old"),
    [
        (date(2026, 11, 22), date(2026, 11, 22), False),
        (date(2026, 11, 22), date(2027, 11, 22), False),
        (date(2026, 11, 22), date(2027, 11, 23), True),
        (date(2028, 2, 29), date(2029, 3, 1), False),
        (date(2028, 2, 29), date(2029, 3, 2), True),
        (date(2026, 11, 22), date(2020, 1, 1), False),  # a clock set back
    ],
)
def test_a_line_is_old_after_twelve_months(checked: date, today: date, old: bool) -> None:
    assert is_old(checked, today) is old


def test_an_own_line_needs_a_name_or_a_number() -> None:
    assert OwnLine(" ", " ").is_empty
    assert not OwnLine("Nurse").is_empty
    assert not OwnLine("", "0170 555 0142").is_empty


def test_tidying_keeps_the_number_as_it_was_typed() -> None:
    tidy = OwnLine(" Nurse ", " 0170 555-0142 ", " weekdays\n", " ask for Jo ", 3).tidied()

    assert tidy == OwnLine("Nurse", "0170 555-0142", "weekdays", "ask for Jo", 3)


def test_a_text_message_starts_with_its_keyword() -> None:
    assert text_link("85258", "SHOUT") == "sms:85258?body=SHOUT"
    assert text_link("+41147", "ja & nein") == "sms:+41147?body=ja%20%26%20nein"
    assert text_link("114", "") == "sms:114"
