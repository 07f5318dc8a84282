"""Names for files that every system takes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copingkit.core.file_names import LONGEST, LONGEST_BYTES, file_name

DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Five, four, three, two, one", "Five, four, three, two, one"),
        ("4-7-8 breathing", "4-7-8 breathing"),
        ("At the door: in/out?", "At the door in out"),
        ('  "Stop" <now> | or \\ not * ', "Stop now or not"),
        ("Line one\nline\ttwo\x00", "Line one line two"),
        ("wait...", "wait"),
        (".hidden", "hidden"),
        ("-rf ~", "rf"),
        ("CON", "_CON"),
        ("nul.old", "_nul.old"),
        ("Com1 ", "_Com1"),
        ("LPT¹", "_LPT¹"),
        ("Contact", "Contact"),
        ("u\u0308ben", "üben"),
        ("in\u202eout\u200b", "in out"),
        ("息を吸う", "息を吸う"),
        ("???", "exercise"),
        ("", "exercise"),
        ("word " * 30, ("word " * 12).strip()),
        ("A sentence that goes on until it is cut in the middlemost of a word", 60),
        ("x" * 100, "x" * 60),
        ("息" * 80, "息" * 60),
        ("🙂" * 80, "🙂" * 45),
    ],
)
def test_a_title_becomes_a_name(title: str, name: str | int) -> None:
    wanted = "A sentence that goes on until it is cut in the middlemost of" if name == 60 else name
    assert file_name(title, "exercise") == wanted


@given(st.text(max_size=200))
def test_every_system_takes_it(title: str) -> None:
    name = file_name(title, "exercise")
    assert name
    assert len(name) <= LONGEST + 1
    assert len(name.encode()) <= LONGEST_BYTES + 1
    assert not set(name) & set('<>:"/\\|?*')
    assert not any(ord(each) < 32 for each in name)
    assert name == name.strip(" .")
    assert name.partition(".")[0].strip().lower() not in DEVICES


@given(st.text(max_size=80))
def test_this_system_takes_it(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    folder = tmp_path_factory.mktemp("names")
    path = folder / f"{file_name(title, 'exercise')}.toml"
    path.write_text("kept", encoding="utf-8")
    assert [each.name for each in Path(folder).iterdir()] == [path.name]
