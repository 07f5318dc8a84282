from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from copingkit.core import assets, phone
from copingkit.core.errors import ContentDamaged
from copingkit.tools.helplines import catalogue
from copingkit.tools.helplines.model import Kind


@pytest.fixture(autouse=True)
def read_anew() -> Iterator[None]:
    catalogue.countries.cache_clear()
    catalogue.lines.cache_clear()
    yield
    catalogue.countries.cache_clear()
    catalogue.lines.cache_clear()


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped files that a test may break."""
    shutil.copytree(assets.root() / "helplines", tmp_path / "helplines")
    monkeypatch.setattr(assets, "root", lambda: tmp_path)
    return tmp_path / "helplines"


def test_every_country_has_an_emergency_number_first() -> None:
    for country in catalogue.countries():
        lines = catalogue.lines(country.code)
        dialled = tuple(each.phone for each in lines if each.kind is Kind.EMERGENCY and each.phone)

        assert lines[0].kind is Kind.EMERGENCY
        assert lines[0].phone == country.emergency[0]
        assert dialled == country.emergency


def test_every_line_is_of_its_country_and_can_be_reached() -> None:
    for country in catalogue.countries():
        for line in catalogue.lines(country.code):
            assert line.country == country.code
            assert line.phone or line.sms
            assert line.checked >= country.checked
            assert line.sources
            assert line.kind is not Kind.EMERGENCY or not line.one_source
            for number in filter(None, (line.phone, line.sms)):
                plain = number.translate(str.maketrans("", "", " ()-"))
                assert phone.dialable(number) == plain


def test_countries_come_by_name() -> None:
    names = [country.name for country in catalogue.countries()]

    assert len(names) == len(set(names)) > 50
    assert names[0] == "Argentina"
    assert names.index("Türkiye") < names.index("United Kingdom")


def test_short_codes_stay_as_they_are() -> None:
    assert "3114" in {line.phone for line in catalogue.lines("FR")}
    assert "*4141" in {line.phone for line in catalogue.lines("CL")}
    assert "116 123" in {line.phone for line in catalogue.lines("GB")}
    assert ("85258", "SHOUT") in {(line.sms, line.sms_keyword) for line in catalogue.lines("GB")}


def test_a_line_carries_what_the_table_says() -> None:
    line = next(line for line in catalogue.lines("US") if line.sms == "741741")

    assert (line.kind, line.phone, line.sms_keyword) == (Kind.TEXT, "", "HOME")
    assert (line.checked, line.one_source) == (date(2026, 11, 22), False)


def test_lines_of_one_source_are_known() -> None:
    doubtful = {line.name for line in catalogue.lines("FR") if line.one_source}

    assert "SOS Amitié" in doubtful
    assert not any(name.startswith("3114") for name in doubtful)


def test_callers_are_not_told_of_numbers_that_do_not_work() -> None:
    samaritans = next(line for line in catalogue.lines("GB") if line.phone == "116 123")

    assert "obsolete" in samaritans.notes
    assert samaritans.hint == "Free."


@pytest.mark.parametrize("code", ["", "XX", "gb", "../GB", "GB\n", "ZZZ"])
def test_a_country_that_is_not_in_the_table_has_no_lines(code: str) -> None:
    assert catalogue.lines(code) == ()


def test_the_usual_emergency_numbers_are_counted() -> None:
    usual = catalogue.usual_emergency_numbers()

    assert usual[0][0] == "112"
    assert dict(usual)["911"] == sum(c.emergency[0] == "911" for c in catalogue.countries())
    assert all(count >= 3 for _, count in usual)


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "[[line]",
        "line = 3",
        'line = ["112"]',
        '[[line]]\nkind = "emergency"\n',
        '[[line]]\nkind = "emergency"\nname = "E"\nchecked = 2026-11-22\nsources = ["a"]\n',
        '[[line]]\nkind = "other"\nname = "E"\nphone = "112"\nchecked = 2026-11-22\nsources = []\n',
        '[[line]]\nkind = "emergency"\nname = "E"\nphone = 112\nchecked = 2026-11-22\nsources = []',
        '[[line]]\nkind = "emergency"\nname = "E"\nphone = "112"\nchecked = "now"\nsources = []\n',
    ],
)
def test_a_broken_country_is_damage(shipped: Path, broken: str) -> None:
    (shipped / "GB.toml").write_text(broken)

    with pytest.raises(ContentDamaged) as caught:
        catalogue.lines("GB")
    assert caught.value.name == "helplines/GB.toml"


def test_a_country_of_the_index_without_its_file_is_damage(shipped: Path) -> None:
    (shipped / "GB.toml").unlink()

    with pytest.raises(ContentDamaged):
        catalogue.lines("GB")


@pytest.mark.parametrize(
    "broken",
    [
        "[GB",
        'GB = "999"',
        '[GB]\nname = "United Kingdom"\n',
        '[GB]\nname = "United Kingdom"\nemergency = []\nchecked = 2026-11-22\n',
        '[GB]\nname = "United Kingdom"\nemergency = [999]\nchecked = 2026-11-22\n',
        '[GB]\nname = "United Kingdom"\nemergency = ["999"]\nchecked = 3\n',
    ],
)
def test_a_broken_index_is_damage(shipped: Path, broken: str) -> None:
    (shipped / "countries.toml").write_text(broken)

    with pytest.raises(ContentDamaged) as caught:
        catalogue.countries()
    assert caught.value.name == "helplines/countries.toml"


def test_lines_show_although_the_index_is_broken(shipped: Path) -> None:
    (shipped / "countries.toml").unlink()

    assert catalogue.lines("GB")[0].phone == "999"
