from __future__ import annotations

import re
from dataclasses import replace

import pytest

from copingkit.tools.helplines import catalogue
from copingkit.tools.helplines.view import wording


@pytest.mark.parametrize(
    ("said", "spelt"),
    [
        ("en", "English"),
        ("en, es; interpreters", "English, Spanish; interpreters"),
        ("zh (Cantonese, Putonghua), en", "Chinese (Cantonese, Putonghua), English"),
        ("20 languages", "20 languages"),
        ("several", "Several"),
        ("", ""),
    ],
)
def test_language_codes_are_spelt_out(said: str, spelt: str) -> None:
    assert wording.languages(said) == spelt


def test_no_code_of_the_table_is_left() -> None:
    plain = {"and", "by", "on", "in"}
    for country in catalogue.countries():
        for line in catalogue.lines(country.code):
            left = set(re.findall(r"\b[a-z]{2,3}\b", wording.languages(line.languages)))
            assert left <= plain, (country.code, line.name)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("24/7", "Day and night, every day"),
        ("check with the service", "Ask the service for its hours"),
        ("daily 17:00-24:00", "Daily 17:00-24:00"),
    ],
)
def test_hours_are_in_words(said: str, words: str) -> None:
    assert wording.hours(said) == words


def test_facts_leave_out_what_is_not_known() -> None:
    line = catalogue.lines("GB")[0]

    assert wording.facts(line) == "Day and night, every day · checked 22 Nov 2026"


def test_how_to_text_a_line() -> None:
    line = next(line for line in catalogue.lines("GB") if line.sms)

    assert wording.text_number(line) == "Text SHOUT to 85258"
    assert wording.text_number(replace(line, sms_keyword="")) == "Text 85258"
