"""The shipped exercises: read once, in order, and a broken file is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from copingkit.core import assets
from copingkit.core.errors import ContentDamaged, FileRefused
from copingkit.tools.exercises import catalogue

GUIDED = """format = 1
id = "{id}"
title = "Listen"
kind = "guided"
family = "mindfulness"
purpose = "To listen."
minutes = 1
[[guided]]
say = "Listen."
seconds = 60
"""


@pytest.fixture(autouse=True)
def read_anew() -> Iterator[None]:
    catalogue.shipped.cache_clear()
    yield
    catalogue.shipped.cache_clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a language that a test fills; empty at first."""
    made = tmp_path / "exercises" / "eo"
    made.mkdir(parents=True)
    monkeypatch.setattr(assets, "root", lambda: tmp_path)
    return made


def put(folder: Path, name: str, text: str = "") -> None:
    (folder / f"{name}.toml").write_text(text or GUIDED.format(id=name), "utf-8")


def test_they_come_by_id_whatever_the_folder_says(folder: Path) -> None:
    for name in ("b-b", "b", "a"):  # as files, "b-b.toml" stands before "b.toml"
        put(folder, name)
    (folder / "notes.txt").write_text("no exercise")
    assert [exercise.id for exercise in catalogue.shipped("eo")] == ["a", "b", "b-b"]


def test_they_are_read_once(folder: Path) -> None:
    put(folder, "a")
    first = catalogue.shipped("eo")
    put(folder, "b")
    assert catalogue.shipped("eo") is first


def test_a_broken_file_is_named_and_what_is_wrong_stays_known(folder: Path) -> None:
    put(folder, "a")
    put(folder, "b", GUIDED.format(id="b").replace("seconds = 60", "secnods = 60"))
    with pytest.raises(ContentDamaged) as caught:
        catalogue.shipped("eo")
    assert caught.value.name == "exercises/eo/b.toml"
    assert isinstance(caught.value.__cause__, FileRefused)
    assert caught.value.__cause__.faults


def test_a_file_is_named_after_its_exercise(folder: Path) -> None:
    put(folder, "a", GUIDED.format(id="b"))
    with pytest.raises(ContentDamaged, match=r"exercises/eo/a\.toml"):
        catalogue.shipped("eo")


def test_a_language_without_any_is_damage(folder: Path) -> None:
    with pytest.raises(ContentDamaged, match="exercises/eo"):
        catalogue.shipped("eo")


def test_a_file_that_is_no_text_is_damage(folder: Path) -> None:
    (folder / "a.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ContentDamaged, match=r"a\.toml"):
        catalogue.shipped("eo")
