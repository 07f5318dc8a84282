"""From a typed ladder and a trial to the paper that goes along to a session."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.support import pdfs
from tests.support.journey import CTRL, Person
from tests.support.made_vault import make_vault
from tests.support.real_keyring import RealKeyring

FEARED = "What do I expect to happen? As something one could check"
HAPPENED = "What happened? What one could have seen"
LEARNED = "What did I learn? One sentence"
SITUATION = "Walk past the house with the dog"


def write_a_ladder(person: Person) -> None:
    person.press("Exposure")
    person.fill("A fear, in your own words", "Dogs")
    person.press("Begin a ladder")
    for situation in (SITUATION, "Sit beside a sleeping dog"):
        person.fill("A situation, as exactly as you can", situation)
        person.press("Put it on the ladder")
        person.reads(f"Try it: {situation}")


def go_through_a_trial(person: Person) -> None:
    person.press(f"Try it: {SITUATION}")
    person.fill(FEARED, "It jumps over the fence.")
    person.press("Begin now")
    person.press("Distress 70")
    person.press("Distress 40")
    person.press("End as planned")
    person.fill(HAPPENED, "It yawned.")
    person.press("No")
    person.fill(LEARNED, "It has better things to do.")
    person.press("Done")


def save_to(person: Person, path: Path, *, first: bool = False) -> str:
    person.press("Save as PDF")
    if first:
        person.reads("A PDF is not protected: whoever opens the file can read it.")
        person.press("Choose where to save")
    person.save_file_as(path)
    person.reads("Saved as a PDF, not protected.")
    content = path.read_bytes()
    pdfs.check(content, path.parent)
    return pdfs.flat(content, path.parent)


def print_the_trial(person: Person, path: Path) -> None:
    person.press("Print")
    said = save_to(person, path, first=True)
    for words in (SITUATION, "It jumps over the fence.", "Distress 70", "It yawned.", "no"):
        assert words in said
    person.press("The trial")
    person.press("The ladder")


def print_the_ladder(person: Person, path: Path) -> None:
    person.press("Print")
    said = save_to(person, path)
    for words in ("Dogs", SITUATION, "Sit beside a sleeping dog"):
        assert words in said
    assert "yawned" not in said


def print_for_the_session(person: Person, path: Path) -> None:
    person.press("A summary for a session")
    said = save_to(person, path)
    for words in ("It jumps over the fence. It yawned.", "It has better things to do.", "0 of 1"):
        assert words in said
    person.press("Leave something out: the summary")
    person.press("What I learned")
    assert "better things" not in save_to(person, path.with_name("shorter.pdf"))


def test_what_was_typed_goes_along_on_paper(
    person: Person,
    folder: Path,
    real_keyring: RealKeyring,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    write_a_ladder(person)
    go_through_a_trial(person)
    print_the_trial(person, tmp_path / "trial.pdf")
    print_the_ladder(person, tmp_path / "ladder.pdf")
    print_for_the_session(person, tmp_path / "session.pdf")
    assert [path for path in temporary.rglob("*") if path.is_file()] == []

    person.key(Qt.Key.Key_L, CTRL)
    person.wait_for_page("LockPage")
    assert "Dogs" not in person.all_read()
