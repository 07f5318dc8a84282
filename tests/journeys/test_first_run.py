"""From the first start to a printed plan, and back on the next day."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.support import pdfs
from tests.support.first_steps import choose_country, give_words_back
from tests.support.journey import Person
from tests.support.real_keyring import RealKeyring

SIGN = "I stop answering Mira's messages"
WALK = "Walk to the river with the red headphones"


def write_plan(person: Person) -> None:
    person.fill("Warning sign", SIGN)  # the first one is begun already
    person.press("Done")
    person.add_entry("Add something I can do: What I can do by myself", {"What I can do": WALK})
    mira = {"Name": "Mira", "Phone number": "0170 555 0199"}
    person.add_entry("Add a person: People I can ask for help", mira)


def print_to(person: Person, path: Path) -> str:
    person.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    person.wait_for_page("PrintPage")
    person.press("Save as PDF")
    person.press("Choose where to save")
    person.save_file_as(path)
    person.reads("Saved as a PDF, not protected.")
    return pdfs.flat(path.read_bytes(), path.parent)


def test_from_the_first_start_to_a_printed_plan(
    person: Person, real_keyring: RealKeyring, tmp_path: Path
) -> None:
    person.open()
    choose_country(person)
    person.reads("This computer has a keyring.")
    person.press("Protect it this way")
    give_words_back(person)
    person.reads("Where to begin")
    person.press("Write the first step")
    person.wait_for_page("PlanPage")
    write_plan(person)
    printed = print_to(person, tmp_path / "mine.pdf")
    for text in (SIGN, WALK, "Mira", "0170 555 0199", "112"):
        assert text in printed

    person.open_again()
    person.wait_for_page("PlanPage")
    person.reads(SIGN, WALK, "0170 555 0199")
    person.key(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    person.wait_for_page("HomePage")
    assert "Go to the recovery words" not in person.all_read()


def test_words_that_are_left_for_later_are_asked_for_at_home(
    person: Person, real_keyring: RealKeyring
) -> None:
    person.open()
    choose_country(person)
    person.press("Protect it this way")
    person.reads("Your twelve recovery words")
    person.press("Later")
    person.press("Look around first")
    person.reads("Go to the recovery words")
    person.open_again()
    person.wait_for_page("HomePage")
    person.reads("Go to the recovery words")


def test_a_passphrase_alone_where_there_is_no_keyring(
    person: Person, empty_session: RealKeyring
) -> None:
    person.open()
    choose_country(person)
    person.reads("This computer offers no keyring that copingkit trusts.")
    assert not person.button("This computer's keyring").isEnabled()
    person.fill("New passphrase", "short")
    person.press("Protect it this way")
    person.reads("Please use at least 8 characters.")
    person.fill("New passphrase", "a grey heron at seven")
    person.fill("The same again", "a grey heron at seven")
    person.press("Protect it this way")
    give_words_back(person)
    person.press("Write the first step")
    write_plan(person)
    person.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    person.wait_for_page("LockPage")
    person.write("a grey heron at seven")
    person.key(Qt.Key.Key_Return)
    person.wait_for_page("PlanPage")

    person.open_again()
    person.wait_for_page("LockPage")
    person.write("a grey heron at eight")
    person.key(Qt.Key.Key_Return)
    person.reads("This passphrase does not open the vault.")
    person.fill("Passphrase", "a grey heron at seven")
    person.key(Qt.Key.Key_Return)
    person.wait_for_page("PlanPage")
    person.reads(SIGN)


@pytest.mark.parametrize("leave", ["close", "lock"])
def test_left_in_the_middle_of_the_words(
    person: Person, real_keyring: RealKeyring, leave: str
) -> None:
    """The vault is made by then: it opens the next time and still asks for the words."""
    person.open()
    choose_country(person)
    person.press("Protect it this way")
    person.reads("Your twelve recovery words")
    assert len(person.words_shown()) == 12
    if leave == "lock":
        person.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        person.wait_for_page("LockPage")
        person.press("Open")
    else:
        person.open_again()
    person.wait_for_page("HomePage")
    person.reads("Go to the recovery words")
    assert person.words_shown() == ()
