from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from copingkit.core.errors import FolderNotWritable
from copingkit.preferences.preferences import Preferences, PreferencesFile, from_json

CHOSEN = Preferences(
    theme="dark",
    text_size=150,
    language="pt_BR",
    country="GB",
    paper="Letter",
    idle_minutes=0,
    reduced_motion=True,
    first_run_done=True,
)


@pytest.fixture
def file(tmp_path: Path) -> PreferencesFile:
    return PreferencesFile(tmp_path / "config" / "preferences.json")


def write(file: PreferencesFile, content: str | bytes) -> None:
    file.path.parent.mkdir(exist_ok=True)
    file.path.write_bytes(content.encode() if isinstance(content, str) else content)


def test_a_missing_file_gives_the_defaults_and_is_not_made(file: PreferencesFile) -> None:
    assert file.load() == Preferences()
    assert not file.was_broken
    assert not file.path.parent.exists()


def test_what_is_saved_is_loaded(file: PreferencesFile) -> None:
    file.save(CHOSEN)

    assert PreferencesFile(file.path).load() == CHOSEN
    assert file.path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "broken",
    ["", "{", "[]", '"text"', b"\xff\xfe\x00", "[" * 50_000, '{"theme": ' + "9" * 70_000 + "}"],
    ids=["empty", "cut", "list", "text", "bytes", "deep", "long"],
)
def test_a_broken_file_is_set_aside(file: PreferencesFile, broken: str | bytes) -> None:
    write(file, broken)
    before = file.path.read_bytes()

    assert file.load() == Preferences()
    assert file.was_broken
    assert not file.path.exists()
    assert file.path.with_name("preferences.json.broken-1").read_bytes() == before

    file.save(CHOSEN)
    assert file.load() == CHOSEN
    assert not file.was_broken


def test_a_file_that_cannot_be_set_aside_gives_the_defaults(
    file: PreferencesFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(file, "{")

    def refuse(*paths: object) -> None:
        raise PermissionError(13, "refused")

    monkeypatch.setattr(os, "replace", refuse)

    assert file.load() == Preferences()
    assert file.was_broken
    assert file.path.read_text() == "{"
    with pytest.raises(FolderNotWritable):
        file.save(CHOSEN)


def test_something_else_in_the_files_place_is_set_aside(file: PreferencesFile) -> None:
    file.path.mkdir(parents=True)

    assert file.load() == Preferences()
    assert file.was_broken


def test_keys_of_a_newer_version_stay(file: PreferencesFile) -> None:
    write(file, '{"theme": "light", "chime": {"loud": 3}, "größe": 1}')

    file.save(file.load())

    assert json.loads(file.path.read_text("utf-8"))["chime"] == {"loud": 3}
    assert "größe" in file.path.read_text("utf-8")


def test_keys_of_a_broken_file_do_not_come_from_the_one_before(file: PreferencesFile) -> None:
    write(file, '{"chime": 3}')
    file.load()
    write(file, "{")
    file.save(file.load())

    assert "chime" not in json.loads(file.path.read_text("utf-8"))


@pytest.mark.parametrize(
    ("key", "value", "becomes"),
    [
        ("text_size", 10, 80),
        ("text_size", 1e9, 200),
        ("text_size", 10**400, 200),
        ("text_size", 124, 120),
        ("text_size", 126.5, 130),
        ("text_size", "150", 100),
        ("text_size", True, 100),
        ("text_size", float("nan"), 100),
        ("text_size", float("-inf"), 80),
        ("text_size", None, 100),
        ("volume", 400, 100),
        ("volume", -1, 0),
        ("voice_rate", -60, -50),
        ("voice_rate", "fast", 0),
        ("voice_name", "Anna", "Anna"),
        ("voice_name", "A\nB", ""),
        ("tones", 1, False),
        ("idle_minutes", -5, 0),
        ("idle_minutes", 99_999, 1440),
        ("idle_minutes", 3, 3),
        ("idle_minutes", [], 10),
        ("theme", "neon", "system"),
        ("theme", ["dark"], "system"),
        ("theme", "contrast", "contrast"),
        ("paper", "A5", ""),
        ("paper", "A4", "A4"),
        ("language", "de", "de"),
        ("language", "../de", ""),
        ("language", 3, ""),
        ("country", "gb", ""),
        ("country", "../../GB", ""),
        ("country", "KE", "KE"),
        ("reduced_motion", 1, False),
        ("reduced_motion", True, True),
        ("first_run_done", "yes", False),
    ],
)
def test_values_become_the_nearest_allowed(key: str, value: object, becomes: object) -> None:
    assert getattr(from_json({key: value}), key) == becomes


@pytest.mark.parametrize(
    ("country", "chosen", "paper"),
    [
        ("", "", "A4"),
        ("GB", "", "A4"),
        ("US", "", "Letter"),
        ("MX", "", "Letter"),
        ("PH", "", "Letter"),
        ("US", "A4", "A4"),
        ("GB", "Letter", "Letter"),
    ],
)
def test_the_paper_is_the_countrys_unless_chosen(country: str, chosen: str, paper: str) -> None:
    assert Preferences(country=country, paper=chosen).paper_size == paper


def test_a_changed_text_size_stays_within_its_range() -> None:
    assert Preferences().with_text_size(110).text_size == 110
    assert Preferences().with_text_size(210).text_size == 200
    assert Preferences().with_text_size(70).text_size == 80


def test_another_country_changes_nothing_else() -> None:
    assert CHOSEN.with_country("US") == Preferences(**{**fields_of(CHOSEN), "country": "US"})  # type: ignore[arg-type]  # the fields' own values


def fields_of(preferences: Preferences) -> dict[str, object]:
    return {name: getattr(preferences, name) for name in Preferences.__dataclass_fields__}
