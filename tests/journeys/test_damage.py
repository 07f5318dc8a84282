"""A damaged vault: the lock page says which file it is and brings the newest backup back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from copingkit.vault.backup import newest_good
from tests.support.damage import flip
from tests.support.journey import Person
from tests.support.made_vault import make_vault, plan_in
from tests.support.real_keyring import RealKeyring

SIGN = "Everything on my plate feels grey and far away"


def flip_pages(folder: Path) -> None:
    for position in range(0, (folder / "vault.db").stat().st_size, 4096):
        flip(folder / "vault.db", position + 40)


def empty(folder: Path) -> None:
    (folder / "vault.db").write_bytes(b"")


def take_away(folder: Path) -> None:
    (folder / "vault.db").unlink()


@pytest.mark.parametrize(
    ("damage", "name"),
    [(flip_pages, "vault.db"), (empty, "vault.db"), (take_away, "vault.db")],
)
def test_the_newest_backup_is_one_press_away(
    person: Person,
    folder: Path,
    real_keyring: RealKeyring,
    damage: Callable[[Path], None],
    name: str,
) -> None:
    make_vault(folder, snapshot=True)
    before = {path.name for path in folder.iterdir()}
    damage(folder)
    person.open()
    person.wait_for_page("LockPage")
    person.reads(f"damaged or missing: {name}", "Bring back the newest good backup (from ")
    person.press("Bring it back")
    person.wait_for_page("PlanPage")
    person.reads(SIGN)
    set_aside = {path.name for path in folder.iterdir()} - before
    assert any(Path(name).stem in each for each in set_aside) or damage is take_away

    person.open_again()
    person.wait_for_page("PlanPage")
    person.close()
    assert plan_in(folder).warning_signs[-1].text == SIGN


def test_broken_locks_come_back_with_those_that_work_anywhere(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    words = make_vault(folder, snapshot=True)
    for path in folder.glob("keyslots*"):
        path.write_bytes(b"no locks")
    person.open()
    person.reads("damaged or missing: keyslots.json")
    person.press("Bring it back")
    person.reads("The twelve recovery words")  # a backup holds no lock for one keyring
    person.type_words(words)
    person.wait_for_page("PlanPage")
    person.reads(SIGN, "use its keyring or set a passphrase, in Preferences.")

    person.press("Preferences")
    person.press("Use it for this vault")
    person.reads("It keeps a key for this vault.")
    assert not person.buttons("Use it for this vault")
    person.open_again()
    person.wait_for_page("PlanPage")


def test_without_a_backup_one_from_elsewhere_is_taken(
    person: Person, folder: Path, real_keyring: RealKeyring, tmp_path: Path
) -> None:
    make_vault(folder, snapshot=True)
    (newest,) = (folder / "backups").iterdir()
    kept = newest.rename(tmp_path / "on a stick")
    flip_pages(folder)
    person.open()
    person.reads("damaged or missing: vault.db", "No backup was found here")
    assert not person.buttons("Bring it back")
    person.press("Choose a backup file")
    person.open_file(kept)
    person.wait_for_page("PlanPage")
    person.reads(SIGN)


def test_without_any_backup_one_can_begin_anew_and_nothing_is_deleted(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    for path in folder.glob("keyslots*"):
        path.write_bytes(b"no locks")
    database = (folder / "vault.db").read_bytes()
    person.open()
    person.reads("damaged or missing: keyslots.json")
    person.press("Begin anew")
    person.reads("Welcome to copingkit", "Set up")
    assert (folder / "vault.db.broken-1").read_bytes() == database
    assert (folder / "keyslots.json.broken-1").read_bytes() == b"no locks"
    person.press("Go on")
    person.press("Go on")
    person.press("Protect it this way")
    person.reads("Your twelve recovery words")


def test_a_backup_of_an_unlocked_day_is_made_by_itself(
    person: Person, folder: Path, real_keyring: RealKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("copingkit.shell.upkeep.AFTERWARDS_MS", 0)
    make_vault(folder)
    person.open()
    person.wait_for_page("PlanPage")
    person.wait_until(lambda: newest_good(folder) is not None, "a whole backup")
    person.close()
    flip_pages(folder)
    person.open()
    person.press("Bring it back")
    person.wait_for_page("PlanPage")
    person.reads(SIGN)
