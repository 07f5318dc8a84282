"""The script that checks the table of crisis lines, and what it has written."""

from __future__ import annotations

import hashlib
import importlib.util
import re
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "helplines.py"
SHIPPED = SCRIPT.parents[1] / "resources" / "helplines"
TODAY = date(2026, 11, 22)
ENTRY = """[[line]]
country = "GB"
country_name = "United Kingdom"
kind = "emergency"
name = "Emergency services"
phone = "999"
sms = ""
sms_keyword = ""
hours = "24/7"
languages = ""
url = ""
sources = ["one", "two"]
checked = "2026-11-22"
confidence = "two-sources"
notes = ""
"""
SECOND = ENTRY.replace('"999"', '"116 123"').replace("Emergency services", "Samaritans")
SECOND = SECOND.replace('"emergency"', '"suicide"')


@pytest.fixture(scope="module")
def script() -> ModuleType:
    # loaded by its path: a name such as `packaging.helplines` would meet the library `packaging`
    spec = importlib.util.spec_from_file_location("helplines_script", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def faults_of(script: ModuleType) -> Callable[[str], list[str]]:
    def faults(text: str) -> list[str]:
        with pytest.raises(script.TableRefused) as caught:
            script.files(text, "table.toml", TODAY)
        return list(caught.value.faults)

    return faults


def shipped_numbers() -> list[tuple[Any, ...]]:
    keys = ("kind", "name", "phone", "sms", "sms_keyword")
    found = []
    for path in sorted(SHIPPED.glob("??.toml")):
        table = tomllib.loads(path.read_text("utf-8"))
        found += [(table["country"], *(line.get(k, "") for k in keys)) for line in table["line"]]
    return found


def test_a_good_table_is_written_as_it_is(script: ModuleType) -> None:
    made = script.files("# About the table.\n\n" + ENTRY + SECOND, "table.toml", TODAY)

    assert made["ABOUT.txt"] == "About the table.\n"
    assert tomllib.loads(made["countries.toml"])["GB"]["emergency"] == ["999"]
    assert tomllib.loads(made["GB.toml"])["line"][1] == {
        "kind": "suicide",
        "name": "Samaritans",
        "phone": "116 123",
        "hours": "24/7",
        "checked": date(2026, 11, 22),
        "sources": ["one", "two"],
    }


def test_notes_are_divided_into_what_callers_read_and_what_checkers_read(
    script: ModuleType,
) -> None:
    notes = "Free. Old number 010 195 202 is obsolete."
    made = script.files(ENTRY.replace('notes = ""', f'notes = "{notes}"'), "table.toml", TODAY)
    line = tomllib.loads(made["GB.toml"])["line"][0]

    assert (line["hint"], line["notes"]) == ("Free.", notes)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('notes = ""', "", "key 'notes' is missing"),
        ('notes = ""', 'notes = ""\nrating = 3', "unknown key 'rating'"),
        ('phone = "999"', "phone = 999", "phone is not text"),
        ('hours = "24/7"', 'hours = ""', "hours is empty"),
        ('hours = "24/7"', 'hours = " 24/7"', "hours has stray spaces"),
        ('hours = "24/7"', 'hours = "24\\u0007"', "hours has stray spaces or control"),
        ('["one", "two"]', "[]", "sources is not a list"),
        ('["one", "two"]', '["one", 2]', "sources is not a list"),
        ('["one", "two"]', '["one", " "]', "a source is empty"),
        ('["one", "two"]', '["one", "one"]', "there are not two sources"),
        ('"GB"', '"UK"', "country 'UK' is not a code"),
        ('"emergency"', '"police"', "kind 'police' is none of"),
        ('"two-sources"', '"sure"', "confidence 'sure' is none of"),
        ('"two-sources"', '"one-source"', "an emergency number needs two sources"),
        ('phone = "999"', 'phone = ""', "neither phone nor sms"),
        ('phone = "999"', 'phone = "0800 HELP"', "phone '0800 HELP' is not a number"),
        ('phone = "999"', 'phone = "999 or 112"', "is not a number"),
        ('phone = "999"', 'phone = "+33333114"', "a short code in international form"),
        ('sms = ""', 'sms = "+1988"', "a short code in international form"),
        ('sms_keyword = ""', 'sms_keyword = "HELLO"', "sms_keyword without sms"),
        ('url = ""', 'url = "www.example.org"', "url is not an address"),
        ('"2026-11-22"', '"22.11.2026"', "checked '22.11.2026' is not a date"),
        ('"2026-11-22"', '"2026-11-23"', "checked 2026-11-23 lies in the future"),
        ('notes = ""', 'notes = "Ask for Jo."', "who this sentence of notes is for: 'Ask for Jo.'"),
    ],
)
def test_a_fault_is_named_with_its_place(
    faults_of: Callable[[str], list[str]], old: str, new: str, fault: str
) -> None:
    assert old in SECOND.replace("suicide", "emergency").replace("116 123", "999")
    text = ENTRY + "\n" + ENTRY.replace("GB", "IE").replace("United Kingdom", "Ireland")
    before, _, after = text.rpartition(old) if old in text else (text, "", "")
    if old == '"GB"':
        before, _, after = text.partition(old)
    faults = faults_of(before + new + after)

    assert any(fault in each for each in faults), faults
    line = 1 if old == '"GB"' else ENTRY.count("\n") + 2
    assert all(re.match(rf"table\.toml:{line}: entry [12] \((GB|IE|UK) ", each) for each in faults)


@pytest.mark.parametrize(
    ("second", "fault"),
    [
        (ENTRY.replace("Emergency services", "Other"), "the same phone and sms as entry 1"),
        (SECOND.replace("Samaritans", "Emergency services"), "the same name as entry 1"),
        (SECOND.replace("United Kingdom", "Britain"), "is 'United Kingdom' elsewhere"),
        (SECOND.replace("GB", "IE"), "IE has no emergency number to dial"),
        (
            ENTRY.replace("GB", "IE").replace('phone = "999"\nsms = ""', 'phone = ""\nsms = "1"'),
            "IE has no emergency number to dial",
        ),
    ],
)
def test_entries_fit_together(
    faults_of: Callable[[str], list[str]], second: str, fault: str
) -> None:
    assert any(fault in each and "entry 2" in each for each in faults_of(ENTRY + second))


@pytest.mark.parametrize("text", ["", "line = []", "line = 3", "[[line", 'title = "x"\n' + ENTRY])
def test_what_is_no_table_is_refused(faults_of: Callable[[str], list[str]], text: str) -> None:
    assert faults_of(text)[0].startswith("table.toml: ")


def test_what_ships_was_not_edited_by_hand() -> None:
    sums = (row.split("  ") for row in (SHIPPED / "CHECKSUMS").read_text("utf-8").splitlines())
    listed = {name: checksum for checksum, name in sums}
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in SHIPPED.iterdir()
        if path.name != "CHECKSUMS"
    }

    assert listed == found


def test_every_shipped_number_is_the_tables(script: ModuleType) -> None:
    if not script.DEFAULT_SOURCE.exists():
        pytest.skip("the table itself lies beside a checkout only where it is kept up to date")
    source = tomllib.loads(script.DEFAULT_SOURCE.read_text("utf-8"))["line"]
    keys = ("country", "kind", "name", "phone", "sms", "sms_keyword")

    assert sorted(shipped_numbers()) == sorted(tuple(line[key] for key in keys) for line in source)


def test_what_ships_is_what_the_script_writes(script: ModuleType) -> None:
    if not script.DEFAULT_SOURCE.exists():
        pytest.skip("the table itself lies beside a checkout only where it is kept up to date")
    text = script.DEFAULT_SOURCE.read_text("utf-8")
    made = script.files(text, script.DEFAULT_SOURCE.name, date.today())  # noqa: DTZ011  # any day

    assert {path.name: path.read_text("utf-8") for path in SHIPPED.iterdir()} == made


def test_no_number_ships_in_another_form_than_it_is_dialled() -> None:
    for country, _, name, phone, sms, _ in shipped_numbers():
        for number in filter(None, (phone, sms)):
            assert re.fullmatch(r"[+*]?[0-9 ()\-]+", number), (country, name)
            if number.startswith("+"):
                assert len(re.sub(r"\D", "", number)) >= 10, (country, name)


def test_the_script_writes_nothing_while_something_is_wrong(
    script: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(script, "SHIPPED", tmp_path / "out")
    table = tmp_path / "table.toml"
    table.write_text(ENTRY.replace('"GB"', '"UK"'), "utf-8")

    assert script.main([str(table)]) == 1
    assert "country 'UK'" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    assert script.main([str(tmp_path / "missing.toml")]) == 1


def test_a_country_that_left_the_table_leaves_the_folder(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script, "SHIPPED", tmp_path / "out")
    table = tmp_path / "table.toml"
    ireland = ENTRY.replace("GB", "IE").replace("United Kingdom", "Ireland")
    table.write_text(ENTRY + ireland, "utf-8")
    assert script.main([str(table)]) == 0
    table.write_text(ENTRY, "utf-8")

    assert script.main([str(table)]) == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "ABOUT.txt",
        "CHECKSUMS",
        "GB.toml",
        "countries.toml",
    ]
