"""Search, undo and Recently removed; preferences that hold at once and the next day."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QSpinBox

from copingkit.preferences.preferences import PreferencesFile
from copingkit.tools.safety_plan.view.item_row import ItemRow
from copingkit.ui import theme
from tests.support.journey import CTRL, Person, focused, settle
from tests.support.made_vault import make_vault, plan_in
from tests.support.real_keyring import RealKeyring

WALK = "Walk to the river and back, with the red headphones"


def row_in_front(person: Person) -> ItemRow:
    """The entry that has the keyboard."""
    row = focused()
    assert isinstance(row, ItemRow), row
    return row


def look_for(person: Person, words: str) -> None:
    person.key(Qt.Key.Key_F, CTRL)
    person.wait_for_page("SearchPage")
    person.write(words)


def test_search_finds_an_entry_and_opens_it(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    look_for(person, "headph")
    person.reads("Found: 1", WALK)
    person.key(Qt.Key.Key_Return)
    assert isinstance(focused(), QListView)
    person.key(Qt.Key.Key_Return)
    person.wait_for_page("PlanPage")
    assert WALK in row_in_front(person).accessibleName()
    look_for(person, "nothing like that")
    person.reads("Nothing found.")


def test_removed_undone_removed_again_and_restored(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    before = plan_in(folder)
    person.open()
    person.wait_for_page("PlanPage")
    look_for(person, "river")
    person.reads("Found: 1")
    person.key(Qt.Key.Key_Return)
    person.key(Qt.Key.Key_Return)
    person.wait_for_page("PlanPage")
    row_in_front(person)
    person.key(Qt.Key.Key_Delete)
    person.reads("Removed. It stays in Recently removed for 30 days.")
    assert WALK not in person.all_read()
    person.key(Qt.Key.Key_F, CTRL)
    person.reads("Nothing found.")
    person.press("Safety plan")
    person.key(Qt.Key.Key_Z, CTRL)
    person.reads(WALK)

    look_for(person, "river")
    person.reads("Found: 1")
    person.key(Qt.Key.Key_Return)
    person.key(Qt.Key.Key_Return)
    person.key(Qt.Key.Key_Delete)
    person.open_again()
    person.wait_for_page("PlanPage")
    assert WALK not in person.all_read()
    look_for(person, "river")
    person.reads("Nothing found.")
    person.press("Recently removed")
    person.reads("Recently removed", WALK)
    person.press(f"Restore: {WALK}")
    person.reads("It is back in its place.")
    person.press("Safety plan")
    person.reads(WALK)
    person.close()
    assert plan_in(folder) == before


def test_preferences_hold_at_once_and_the_next_day(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    person.key(Qt.Key.Key_Comma, CTRL)
    person.wait_for_page("PreferencesPage")
    person.choose("Colours", "Dark")
    person.wait_until(lambda: theme.now().theme == "dark")
    number = person.field("Text size in per cent", QSpinBox)
    person.click(number)
    person.key(Qt.Key.Key_A, CTRL)
    person.write("200")
    person.key(Qt.Key.Key_Return)
    person.wait_until(lambda: theme.now().scale == 2.0)
    person.choose("Country", "Austria")
    person.reads("As usual in the country (A4)")
    person.press("Help me now")
    person.key(Qt.Key.Key_L)
    person.reads("142")
    person.key(Qt.Key.Key_Escape)

    person.open_again()
    person.wait_for_page("PlanPage")
    assert (theme.now().theme, theme.now().scale) == ("dark", 2.0)
    kept = PreferencesFile(folder / "preferences.json").load()
    assert (kept.theme, kept.text_size, kept.country) == ("dark", 200, "AT")
    person.press("Help me now")
    person.key(Qt.Key.Key_L)
    person.reads("142")


def test_text_size_by_keys_keeps_what_is_typed(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    person.press("Add a warning sign: Warning signs")
    person.write("I count the")
    person.key(Qt.Key.Key_Plus, CTRL)
    person.wait_until(lambda: theme.now().scale == 1.1)
    person.reads("I count the")
    person.key(Qt.Key.Key_Minus, CTRL)
    person.wait_until(lambda: theme.now().scale == 1.0)
    person.close()
    assert plan_in(folder).warning_signs[-1].text == "I count the"


def test_larger_text_leaves_the_keyboard_with_what_lies_over_the_page(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    person.press("Exercises")
    person.press("Start · 2 minutes: Feet on the floor")
    person.wait_for_page("Player")
    larger(person, 1.1)
    person.key(Qt.Key.Key_Return)
    person.reads("Press both feet into the floor.")
    larger(person, 1.2)
    person.key(Qt.Key.Key_Escape)
    person.reads("How is it now?")
    person.press("Help me now")
    person.reads("Step 1 of 7")
    larger(person, 1.3)
    person.key(Qt.Key.Key_Return)
    person.reads("Step 2 of 7")
    person.key(Qt.Key.Key_Escape)
    person.wait_for_page("LibraryPage")
    assert focused() is person.window.current_view  # built anew meanwhile


def larger(person: Person, scale: float) -> None:
    """Ctrl and Plus, and all of it is built anew."""
    person.key(Qt.Key.Key_Plus, CTRL)
    person.wait_until(lambda: theme.now().scale == scale)
    settle()


def test_a_country_is_found_by_its_first_letters(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    """Each letter changes the choice, and the page is built anew meanwhile."""
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    person.key(Qt.Key.Key_Comma, CTRL)
    person.wait_for_page("PreferencesPage")
    person.choose_closed("Country", "Gre")
    person.wait_until(
        lambda: PreferencesFile(folder / "preferences.json").load().country == "GR", "Greece"
    )


def test_broken_preferences_are_set_aside(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    (folder / "preferences.json").write_text("{ this is no JSON")
    person.open()
    person.wait_for_page("PlanPage")
    (kept,) = folder.glob("preferences.json.broken-*")
    assert kept.read_text() == "{ this is no JSON"
    assert "Your preferences could not be read" in person.all_read()
    person.key(Qt.Key.Key_Plus, CTRL)
    person.wait_until(lambda: PreferencesFile(folder / "preferences.json").load().text_size == 110)
